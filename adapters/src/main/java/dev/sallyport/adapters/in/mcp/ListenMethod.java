package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.FollowCatalogue;
import dev.sallyport.application.port.in.FollowCatalogue.Follower;
import dev.sallyport.application.port.in.FollowCatalogue.Shelf;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/// Tells a client that listens when what it may see has changed, until its right to ends.
@Singleton
final class ListenMethod implements Method {
  private static final Trouble NOT_ALONE =
      new Trouble(
          200,
          Trouble.INTERNAL,
          "too many streams listen already; close some, or ask for the lists now and then",
          null);

  private final FollowCatalogue catalogue;

  ListenMethod(FollowCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String name() {
    return "subscriptions/listen";
  }

  @Override
  public boolean isIn(Revision revision) {
    return revision.isModern();
  }

  @Override
  public void answer(Ask ask) {
    JsonNode wished = ask.params().path("notifications");
    if (!wished.isObject()) {
      ask.trouble(Trouble.params("`notifications` names what to listen for"));
    } else if (!ask.exchange().streams()) {
      ask.trouble(Trouble.malformed("who listens accepts `text/event-stream`"));
    } else {
      Set<Shelf> shelves = EnumSet.noneOf(Shelf.class);
      for (Shelf shelf : Shelf.values()) {
        if (wished.path(word(shelf)).asBoolean()) {
          shelves.add(shelf);
        }
      }
      listen(ask, shelves);
    }
  }

  private void listen(Ask ask, Set<Shelf> shelves) {
    var stream = new Stream(ask, shelves);
    switch (catalogue.follow(ask.caller(), ask.visitor().until(), stream)) {
      case FOLLOWING -> {}
      case TOO_MANY -> ask.trouble(NOT_ALONE);
    }
  }

  private static String word(Shelf shelf) {
    return switch (shelf) {
      case TOOLS -> "toolsListChanged";
      case PROMPTS -> "promptsListChanged";
      case RESOURCES -> "resourcesListChanged";
    };
  }

  private static String notification(Shelf shelf) {
    return switch (shelf) {
      case TOOLS -> "notifications/tools/list_changed";
      case PROMPTS -> "notifications/prompts/list_changed";
      case RESOURCES -> "notifications/resources/list_changed";
    };
  }

  /// One client that listens.
  private record Stream(Ask ask, Set<Shelf> shelves) implements Follower {
    Stream {
      shelves = Set.copyOf(shelves);
    }

    @Override
    public void begins() {
      ObjectNode params = marked();
      ObjectNode honoured = params.putObject("notifications");
      shelves.forEach(shelf -> honoured.put(word(shelf), true));
      ask.notify("notifications/subscriptions/acknowledged", params);
    }

    @Override
    public void changed(Set<Shelf> changed) {
      changed.stream()
          .filter(shelves::contains)
          .forEach(shelf -> ask.notify(notification(shelf), marked()));
    }

    @Override
    public void ended() {
      ask.result(marked());
    }

    @Override
    public boolean gone() {
      return ask.exchange().gone();
    }

    private ObjectNode marked() {
      ObjectNode params = JsonNodeFactory.instance.objectNode();
      params.putObject("_meta").set(Meta.PREFIX + "subscriptionId", ask.id());
      return params;
    }
  }
}
