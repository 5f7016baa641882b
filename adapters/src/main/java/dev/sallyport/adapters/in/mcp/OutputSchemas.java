package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.domain.id.ToolName;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which tools list what they answer. Clients take an answer of theirs without fields for a fault,
/// even where all of them are absent.
@Singleton
final class OutputSchemas {
  private final ListTools tools;

  private volatile @Nullable Set<ToolName> listing;

  OutputSchemas(ListTools tools) {
    this.tools = tools;
  }

  /// By either spelling of its name. From memory alone.
  boolean has(ToolName tool) {
    return listing().contains(tool.underscored());
  }

  private Set<ToolName> listing() {
    Set<ToolName> known = listing;
    if (known == null) {
      known =
          tools.all().stream()
              .filter(listed -> ToolJson.outputSchema(listed).isPresent())
              .map(listed -> listed.spec().name().underscored())
              .collect(Collectors.toUnmodifiableSet());
      listing = known;
    }
    return known;
  }
}
