package dev.sallyport.domain.tool;

import dev.sallyport.domain.id.ClientId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the operator offers to whom. A client stands in one set at most: of two, nobody could say
/// which one was meant.
public record ToolSets(List<ToolSet> all) {
  public static final ToolSets NONE = new ToolSets(List.of());

  public ToolSets {
    all = List.copyOf(all);
    Set<ClientId> seen = new HashSet<>();
    all.forEach(set ->
        set.clients()
            .forEach(client -> {
              if (!seen.add(client)) {
                throw new IllegalArgumentException(
                    "the client `%s` stands in two tool sets".formatted(client.value()));
              }
            }));
  }

  public ToolSet of(ClientId client) {
    return all.stream()
        .filter(set -> set.clients().contains(client))
        .findFirst()
        .orElse(ToolSet.EVERYTHING);
  }
}
