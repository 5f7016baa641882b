package dev.sallyport.adapters.in.pages;

import dev.sallyport.adapters.in.pages.view.Signpost;
import dev.sallyport.adapters.kit.http.Shortcut.Answer;
import dev.sallyport.adapters.kit.http.Shortcut.Piece;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes [Sign]s down. The standing ones are written once: strangers may ask for many.
@Singleton
final class Signs {
  private static final String RETRY = "Retry-After";
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Pages pages;
  private final Frames frames;
  private final Map<Sign, Piece> standing = new EnumMap<>(Sign.class);

  Signs(Pages pages, Frames frames) {
    this.pages = pages;
    this.frames = frames;
    for (Sign sign : Sign.values()) {
      standing.put(sign, written(sign, sign.message()));
    }
  }

  /// @param more headers, each name before its value
  Answer of(Sign sign, String... more) {
    return answer(sign, Objects.requireNonNull(standing.get(sign)), more);
  }

  /// With a sentence of ours that says why.
  Answer refused(String reason) {
    return answer(Sign.REFUSED, written(Sign.REFUSED, reason));
  }

  /// The same where it may be otherwise soon.
  Answer notNow(String reason) {
    return answer(Sign.NOT_NOW, written(Sign.NOT_NOW, reason), RETRY, seconds(SOON));
  }

  Answer away() {
    return of(Sign.NOT_NOW, RETRY, seconds(SOON));
  }

  Answer tooMany(Duration wait) {
    return of(Sign.TOO_MANY, RETRY, seconds(wait));
  }

  private Answer answer(Sign sign, Piece page, String... more) {
    List<String> headers = new ArrayList<>(pages.headers());
    headers.addAll(List.of(more));
    return new Answer(sign.status(), headers, List.of(page));
  }

  private Piece written(Sign sign, String message) {
    var view = new Signpost(frames.frame(), sign.state(), sign.title(), message, sign.hints());
    return Piece.of(pages.html("signpost", view).getBytes(StandardCharsets.UTF_8));
  }

  // rounded up: whoever comes sooner comes too soon
  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
  }
}
