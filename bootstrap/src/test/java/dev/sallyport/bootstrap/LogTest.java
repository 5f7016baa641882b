package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The log of a running house")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LogTest {
  /// Harmless to every pattern of the redactor: what keeps these out is that nobody logs them.
  private static final List<String> HEADERS =
      List.of(
          "Host",
          "User-Agent",
          "Referer",
          "Origin",
          "Accept",
          "Accept-Language",
          "Cookie",
          "Authorization",
          "Proxy-Authorization",
          "X-Api-Key",
          "X-Forwarded-For",
          "Forwarded",
          "From",
          "If-None-Match",
          "X-Anything",
          "Mcp-Session-Id",
          "X-Request-ID");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void holds_nothing_of_what_was_planted_in_every_part_of_a_request(String format)
      throws Exception {
    try (HouseProcess house =
        HouseProcess.serve(
            folder,
            Map.of(
                "SALLYPORT_LOG_FORMAT", format,
                "SALLYPORT_DATABASE_USERNAME", "canaryuser",
                "SALLYPORT_DATABASE_PASSWORD", "canary-database"))) {
      for (String header : HEADERS) {
        ask(house, "GET /status HTTP/1.1\r\nHost: x\r\n" + header + ": canary " + header + "\r\n");
        ask(house, "BREW /canary/path HTTP/1.1\r\nHost: x\r\n" + header + ": can\tary canary\r\n");
      }
      ask(house, "GET /canary/path?canary=canary#canary HTTP/1.1\r\nHost: x\r\n");
      ask(house, "canary canary canary\r\n");
      ask(house, "GET / HTTP/1.1\r\nHost: x\r\ncanary\r\n");
      ask(house, "GET /status HTTP/1.1\r\nHost: x\r\ncanary: " + "canary".repeat(4000) + "\r\n");
      house.terminate();
      house.exitCode();

      assertThat(house.output()).contains("/status").doesNotContainIgnoringCase("canary");
    }
  }

  /// Here somebody does log them, and an exception carries them: the redactor is what is tried.
  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void holds_no_secret_that_somebody_logs_by_mistake(String format) throws Exception {
    List<String> secrets =
        List.of(
            "Authorization: Bearer canary.token-1",
            "access_token=canary-2",
            "{\"refresh_token\":\"canary-3\"}",
            "{\"code\": \"canary-4\"}",
            "spa_canary5canary5",
            "sp_canary6canary6",
            "eyJjYW5hcnk.canary-7.canary",
            "canary-8@example.org",
            "password: 'canary-9'",
            "postgres://user:canary-10@db/x",
            "Cookie: a=canary-11; b=canary-12",
            "+1 415 555 0199",
            "{\"body\":\"canary-13 canary\"}");
    try (HouseProcess house = HouseProcess.serve(folder, Map.of("SALLYPORT_LOG_FORMAT", format))) {
      for (String secret : secrets) {
        ask(
            house,
            "POST /test/break HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n"
                .formatted(secret.length()),
            secret);
      }
      house.terminate();
      house.exitCode();

      assertThat(house.output())
          .contains("cannot digest", "About to break over", "[redacted]", "[e-mail]", "[phone]")
          .doesNotContainIgnoringCase("canary")
          .doesNotContain("555 0199");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void names_the_request_in_every_line_about_it(String format) throws Exception {
    try (HouseProcess house = HouseProcess.serve(folder, Map.of("SALLYPORT_LOG_FORMAT", format))) {
      ask(
          house,
          "POST /test/break HTTP/1.1\r\nHost: x\r\nX-Request-ID: request-4711\r\nContent-Length: 2\r\n",
          "it");
      house.terminate();
      house.exitCode();

      assertThat(house.output().lines().filter(LogTest::isAboutTheBreak))
          .hasSize(3)
          .allSatisfy(line -> assertThat(line).contains("request-4711"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void notes_what_the_edge_refused_under_its_request(String format) throws Exception {
    try (HouseProcess house = HouseProcess.serve(folder, Map.of("SALLYPORT_LOG_FORMAT", format))) {
      ask(
          house,
          "POST / HTTP/1.1\r\nHost: x\r\nX-Request-ID: request-4711\r\nContent-Length: 9999999\r\n");
      house.terminate();
      house.exitCode();

      assertThat(house.output().lines())
          .anySatisfy(line -> assertThat(line).contains("request-4711", "refused 413 too_large"));
    }
  }

  private static boolean isAboutTheBreak(String line) {
    return line.contains("About to break over it")
        || line.contains("Nobody foresaw this")
        || line.contains("/test/break");
  }

  @Test
  void is_json_in_every_line_also_about_bugs_and_attacks() throws Exception {
    try (HouseProcess house = HouseProcess.serve(folder, Map.of("SALLYPORT_LOG_FORMAT", "json"))) {
      String body = "one\ntwo\t\"bob@example.org\" password='x";
      ask(
          house,
          "POST /test/break HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n".formatted(body.length()),
          body);
      attack(house);
      house.terminate();
      house.exitCode();

      assertThat(house.output().lines())
          .hasSizeGreaterThan(8)
          .allSatisfy(line -> assertThat(fields(line)).isGreaterThan(4));
    }
  }

  @Test
  void tells_attacks_in_a_line_each_and_never_as_our_own_fault() throws Exception {
    try (HouseProcess house = HouseProcess.serve(folder, Map.of())) {
      attack(house);
      house.terminate();
      house.exitCode();

      assertThat(house.output())
          .doesNotContain("ERROR")
          .doesNotContain("WARN")
          .doesNotContain("Exception")
          .doesNotContain("\tat ");
      assertThat(house.output().lines()).hasSizeLessThan(20);
    }
  }

  /// Half requests of peers that go away, and whole ones that are refused.
  private static void attack(HouseProcess house) {
    for (String half :
        List.of(
            "GET",
            "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n",
            "POST /test/length HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf",
            "PRI * HTTP/2.0\r\n\r\nSM",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
            "\u0016\u0003\u0001\u0002\0")) {
      try (Wire wire = house.wire()) {
        wire.send(half);
      }
    }
    ask(house, "NONSENSE\r\n");
    ask(house, "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n");
  }

  private static int fields(String line) throws IOException {
    int fields = 0;
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      while (parser.nextToken() != null) {
        fields += parser.currentToken() == JsonToken.FIELD_NAME ? 1 : 0;
      }
    }
    return fields;
  }

  private static void ask(HouseProcess house, String head) {
    ask(house, head, "");
  }

  private static void ask(HouseProcess house, String head, String body) {
    try (Wire wire = house.wire()) {
      wire.sendWhatItTakes(head + "Connection: close\r\n\r\n" + body).readAll();
    }
  }
}
