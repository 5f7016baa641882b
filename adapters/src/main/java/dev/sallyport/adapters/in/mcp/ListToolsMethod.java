package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.application.port.in.ListTools.Listing;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Lists the tools that the caller may know of. The same list is written once.
@Singleton
final class ListToolsMethod implements Method {
  private static final String MEMBER = "tools";
  private static final int MOST_KEPT = 500;

  private final ListTools tools;
  private final Paging paging;
  private final ToolNames names;
  private final Icons icons;
  private final Map<Revision, Map<Listed, ObjectNode>> each = new EnumMap<>(Revision.class);
  private final Map<Revision, Map<Listing, Json>> whole = new EnumMap<>(Revision.class);

  ListToolsMethod(ListTools tools, Paging paging, DoorSettings settings, Icons icons) {
    this.tools = tools;
    this.paging = paging;
    this.names = settings.toolNames();
    this.icons = icons;
    for (Revision revision : Revision.values()) {
      each.put(revision, new ConcurrentHashMap<>());
      whole.put(revision, new ConcurrentHashMap<>());
    }
  }

  @Override
  public String name() {
    return "tools/list";
  }

  @Override
  public boolean mayWait(Ask ask) {
    return hasCursor(ask);
  }

  // looks once: what is in memory now may not be there for a second look
  @Override
  public void answer(Ask ask) {
    if (hasCursor(ask)) {
      page(ask, tools.listing(ask.caller()));
    } else {
      tools
          .remembered(ask.caller())
          .map(listing -> kept(ask).get(listing))
          .ifPresentOrElse(
              ask::written,
              () -> Thread.startVirtualThread(() -> Door.guarded(ask, () -> first(ask))));
    }
  }

  private static boolean hasCursor(Ask ask) {
    return ask.params().has("cursor");
  }

  private void first(Ask ask) {
    Listing listing = tools.listing(ask.caller());
    paging
        .whole(ask, MEMBER, listing.tools(), it -> json(it, ask.revision()))
        .map(Json::lasting)
        .ifPresentOrElse(
            json -> {
              keep(ask, listing, json);
              ask.written(json);
            },
            () -> page(ask, listing));
  }

  private void page(Ask ask, Listing listing) {
    paging.answer(ask, MEMBER, listing.tools(), it -> json(it, ask.revision()));
  }

  private void keep(Ask ask, Listing listing, Json json) {
    Map<Listing, Json> kept = kept(ask);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(listing, json);
  }

  private Map<Listing, Json> kept(Ask ask) {
    return of(whole, ask.revision());
  }

  private ObjectNode json(Listed listed, Revision revision) {
    Map<Listed, ObjectNode> made = of(each, revision);
    if (made.size() >= MOST_KEPT * MOST_KEPT) {
      made.clear();
    }
    return made.computeIfAbsent(
        listed,
        it -> {
          ObjectNode tool = ToolJson.of(it, names);
          icons.add(it.kind(), revision, tool);
          return tool;
        });
  }

  private static <T> T of(Map<Revision, T> all, Revision revision) {
    return Objects.requireNonNull(all.get(revision));
  }
}
