package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.application.port.in.ListTools.Listing;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Lists the tools that the caller may know of. The same list is written once.
@Singleton
final class ListToolsMethod implements Method {
  private static final String MEMBER = "tools";
  private static final int MOST_KEPT = 500;

  private final ListTools tools;
  private final Paging paging;
  private final ToolNames names;
  private final Map<Listed, ObjectNode> each = new ConcurrentHashMap<>();
  private final Map<Listing, Json> modern = new ConcurrentHashMap<>();
  private final Map<Listing, Json> older = new ConcurrentHashMap<>();

  ListToolsMethod(ListTools tools, Paging paging, DoorSettings settings) {
    this.tools = tools;
    this.paging = paging;
    this.names = settings.toolNames();
  }

  @Override
  public String name() {
    return "tools/list";
  }

  @Override
  public boolean mayWait(Ask ask) {
    return ask.params().has("cursor") || written(ask).isEmpty();
  }

  @Override
  public void answer(Ask ask) {
    Optional<Json> written = ask.params().has("cursor") ? Optional.empty() : written(ask);
    if (written.isPresent()) {
      ask.written(written.get());
    } else {
      Listing listing = tools.listing(ask.caller());
      paging.answer(ask, MEMBER, listing.tools(), this::json);
      paging
          .whole(ask, MEMBER, listing.tools(), this::json)
          .ifPresent(it -> keep(ask, listing, it));
    }
  }

  private Optional<Json> written(Ask ask) {
    return tools.remembered(ask.caller()).map(listing -> kept(ask).get(listing));
  }

  private void keep(Ask ask, Listing listing, Json json) {
    Map<Listing, Json> kept = kept(ask);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(listing, json);
  }

  private Map<Listing, Json> kept(Ask ask) {
    return ask.revision().isModern() ? modern : older;
  }

  private ObjectNode json(Listed listed) {
    if (each.size() >= MOST_KEPT * MOST_KEPT) {
      each.clear();
    }
    return each.computeIfAbsent(listed, it -> ToolJson.of(it, names));
  }
}
