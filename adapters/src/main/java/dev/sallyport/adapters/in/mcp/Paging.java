package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.SealState;
import dev.sallyport.application.port.in.SealState.Opening;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Answers a list page by page. Some clients never ask for a second one, so a page is long.
@Singleton
final class Paging {
  private static final int LENGTH = 500;
  private static final Duration LASTING = Duration.ofHours(1);
  private static final int FRESH_MILLIS = 300_000;

  private final SealState seals;

  Paging(SealState seals) {
    this.seals = seals;
  }

  <T> void answer(Ask ask, String member, List<T> all, Function<T, ObjectNode> each) {
    switch (opening(ask)) {
      case Opening.Opened(String place) -> answer(ask, member, all, each, Integer.parseInt(place));
      case Opening.Foreign(), Opening.Expired() ->
          ask.trouble(Trouble.params("that cursor was not given out for this list, or is too old"));
      case Opening.TooMany(Duration wait) ->
          ask.trouble(Trouble.tooManyCarried(), LimitHeaders.of(List.of(), wait));
    }
  }

  private <T> void answer(
      Ask ask, String member, List<T> all, Function<T, ObjectNode> each, int from) {
    int begin = Math.min(from, all.size());
    int end = Math.min(begin + LENGTH, all.size());
    ObjectNode result = page(ask, member, all.subList(begin, end), each);
    if (end < all.size()) {
      result.put(
          "nextCursor", seals.seal(ask.caller(), binding(ask), Integer.toString(end), LASTING));
    }
    ask.result(result);
  }

  /// The result as it would be answered to anybody, if it has one page.
  <T> Optional<Json> whole(Ask ask, String member, List<T> all, Function<T, ObjectNode> each) {
    return all.size() > LENGTH
        ? Optional.empty()
        : Optional.of(Json.of(ask.dressed(page(ask, member, all, each))));
  }

  private static <T> ObjectNode page(
      Ask ask, String member, List<T> items, Function<T, ObjectNode> each) {
    ObjectNode result = ask.params().objectNode();
    var array = result.putArray(member);
    items.forEach(it -> array.add(each.apply(it)));
    if (ask.revision().isModern()) {
      result.put("ttlMs", FRESH_MILLIS).put("cacheScope", "private");
    }
    return result;
  }

  private Opening opening(Ask ask) {
    JsonNode cursor = ask.params().path("cursor");
    if (cursor.isMissingNode() || cursor.isNull()) {
      return new Opening.Opened("0");
    }
    return cursor.isTextual()
        ? seals.open(ask.caller(), binding(ask), cursor.textValue())
        : new Opening.Foreign();
  }

  private static String binding(Ask ask) {
    return "cursor " + ask.request().method();
  }
}
