package dev.sallyport.adapters.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

@DisplayName("A log line")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LineFormTest {
  private static final String SECRET = "token=CANARY";

  static Stream<LineForm> forms() {
    return Stream.of(new TextLine(), new JsonLine());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shows_no_secret_wherever_in_the_event_it_was_planted(LineForm form) {
    LoggingEvent event =
        event(
            SECRET,
            "message %s {} {}".formatted(SECRET),
            new IllegalStateException(SECRET, new IllegalArgumentException("cause " + SECRET)),
            SECRET,
            "x");
    event.addKeyValuePair(new KeyValuePair("detail", SECRET));
    event.addKeyValuePair(new KeyValuePair("password", "CANARY"));

    assertThat(encoded(form, event)).contains("message", "[redacted]").doesNotContain("CANARY");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void stays_one_line_whatever_somebody_sent(LineForm form) {
    LoggingEvent event = event("r-1", "sent: one\r\ntwo\n09:00:00.000 INFO  Forged: line", null);

    assertThat(encoded(form, event).strip()).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\nbob@example.org wrote",
        "\tbob@example.org wrote",
        "-----BEGIN PRIVATE KEY-----\nCANARY",
        "line\npassword=CANARY",
        "{\"password\":\"a\\\"CANARY\"}",
        "Cookie: a=\"CANARY\"]",
        "\u0000\u001b[31m red token=CANARY",
        "lone \ud800 surrogate"
      })
  void stays_json_whatever_was_taken_out_of_it(String message) throws Exception {
    String line =
        encoded(new JsonLine(), event("r-1", message, new IllegalStateException(message)));

    assertThat(line).doesNotContain("CANARY").doesNotContain("bob@");
    assertThat(tokens(line)).isGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void is_not_lost_over_a_value_that_cannot_be_printed(LineForm form) {
    LoggingEvent event = event("r-1", "it goes on", null);
    event.addKeyValuePair(new KeyValuePair("bad", new Unprintable()));

    assertThat(encoded(form, event)).contains("it goes on", "[unprintable: IllegalStateException]");
  }

  private static final class Unprintable {
    @Override
    public String toString() {
      throw new IllegalStateException("cannot be printed");
    }
  }

  @Test
  void is_one_json_object_for_a_machine() throws Exception {
    LoggingEvent event = event("r-4711", "says \"hello\" to {}", null, "you");
    String line = encoded(new JsonLine(), event);

    assertThat(line)
        .isEqualTo(
            "{\"time\":\"2026-11-20T12:00:00Z\",\"level\":\"WARN\",\"logger\":\"dev.sallyport.Some\","
                + "\"thread\":\"test\",\"requestId\":\"r-4711\",\"message\":\"says \\\"hello\\\" to you\"}"
                + System.lineSeparator());
    assertThat(tokens(line)).isGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shows_where_a_bug_was(LineForm form) {
    assertThat(encoded(form, event("r-1", "it broke", new IllegalStateException("so"))))
        .contains("IllegalStateException", "LineFormTest");
  }

  private static int tokens(String json) throws Exception {
    int count = 0;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        count++;
      }
    }
    return count;
  }

  private static String encoded(LineForm form, LoggingEvent event) {
    return new String(new RedactingEncoder(form).encode(event), StandardCharsets.UTF_8);
  }

  private static LoggingEvent event(
      String requestId, String message, @Nullable Throwable thrown, Object... arguments) {
    var logger = new LoggerContext().getLogger("dev.sallyport.Some");
    var event = new LoggingEvent("test", logger, Level.WARN, message, thrown, arguments);
    event.setInstant(Instant.parse("2026-11-20T12:00:00Z"));
    event.setThreadName("test");
    event.setMDCPropertyMap(Map.of("requestId", requestId));
    return event;
  }
}
