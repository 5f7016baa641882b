package dev.sallyport.adapters.out.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.out.json.Meeting.Call;
import dev.sallyport.adapters.out.json.Meeting.Host;
import dev.sallyport.adapters.out.json.Meeting.Kind;
import dev.sallyport.adapters.out.json.Meeting.Page;
import dev.sallyport.adapters.out.json.Tools.Answer;
import dev.sallyport.application.backend.Change;
import dev.sallyport.application.port.out.Arguments.Form;
import dev.sallyport.application.port.out.Arguments.Reading;
import dev.sallyport.application.port.out.Arguments.Reading.Fits;
import dev.sallyport.application.port.out.Arguments.Reading.Unfit;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Reading arguments")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Form<Meeting, Answer> FORM = Tools.reading(Meeting.class);

  private static final String LEAST =
      """
      {"title":"Plan","room_code":"AB12","minutes":30,"number":7,"distance":1.5,"price":9.99,
       "open":true,"kind":"review","starts":"2026-11-20T13:00:00+01:00","day":"2026-11-20",
       "zone":"Europe/Vienna","tags":["ab"],"labels":{"a":"b"},"host":{"name":"Ada"},
       "guests":{"items":[{"name":"Bob","phone":"1"}],"total":1}}
      """;

  private static final Meeting LEAST_READ =
      new Meeting(
          "Plan",
          "AB12",
          30,
          7,
          1.5,
          new BigDecimal("9.99"),
          true,
          Kind.REVIEW,
          Instant.parse("2026-11-20T12:00:00Z"),
          LocalDate.parse("2026-11-20"),
          ZoneId.of("Europe/Vienna"),
          List.of("ab"),
          Map.of("a", "b"),
          new Host("Ada", Optional.empty()),
          new Page<>(List.of(new Host("Bob", Optional.of("1"))), 1),
          Optional.empty(),
          Optional.empty(),
          null,
          new Change.Absent<>(),
          new Change.Absent<>(),
          new Change.Absent<>(),
          new Change.Absent<>(),
          Optional.empty());

  @Test
  void fills_a_record_of_every_kind_of_member() {
    assertThat(read(LEAST)).isEqualTo(LEAST_READ);
  }

  @Test
  void takes_null_for_what_may_be_absent() {
    assertThat(FORM.read(with("note", "null", "remark", "null", "floor", "null")))
        .isEqualTo(FORM.read(LEAST));
    assertThat(FORM.read(with("host", "{\"name\":\"Ada\",\"phone\":null}")))
        .isEqualTo(FORM.read(LEAST));
  }

  @Test
  void tells_what_is_cleared_from_what_stays() {
    Meeting cleared =
        read(with("subtitle", "null", "becomes", "null", "topics", "null", "call", "null"));

    assertThat(cleared.subtitle()).isEqualTo(new Change.Cleared<>());
    assertThat(cleared.becomes()).isEqualTo(new Change.Cleared<>());
    assertThat(cleared.topics()).isEqualTo(new Change.Cleared<>());
    assertThat(cleared.call()).isEqualTo(new Change.Cleared<>());
    assertThat(canonical(with("subtitle", "null"))).isNotEqualTo(canonical(LEAST));
  }

  @Test
  void tells_what_is_set() {
    Meeting set =
        read(
            with(
                "subtitle", "\"x\"",
                "becomes", "\"1:1\"",
                "topics", "[\"a\"]",
                "call", "{\"number\":\"+4312345\",\"type\":\"phone\"}",
                "fallback", "{\"type\":\"video_link\",\"url\":\"u\",\"code\":null}"));

    assertThat(set.subtitle()).isEqualTo(new Change.Set<>("x"));
    assertThat(set.becomes()).isEqualTo(new Change.Set<>(Kind.ONE_TO_ONE));
    assertThat(set.topics()).isEqualTo(new Change.Set<>(List.of("a")));
    assertThat(set.call()).isEqualTo(new Change.Set<>(new Call.Phone("+4312345")));
    assertThat(set.fallback()).contains(new Call.VideoLink("u", Optional.empty()));
  }

  @Test
  void takes_an_address_and_nothing_that_is_none() {
    Form<Linked, Answer> form = Tools.reading(Linked.class);

    assertThat(form.read("{\"page\":\"https://example.com/a?b#c\"}"))
        .isEqualTo(
            new Reading.Fits<>(
                new Linked(URI.create("https://example.com/a?b#c")),
                "{\"page\":\"https://example.com/a?b#c\"}",
                Optional.empty()));
    assertThat(form.read("{\"page\":\"no address\"}")).isInstanceOf(Reading.Unfit.class);
  }

  record Linked(URI page) {}

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "minutes, 7.0, 7",
        "minutes, 3e1, 30",
        "minutes, 300e-1, 30",
        "number, 9007199254740991, 9007199254740991",
        "number, -9007199254740991.0, -9007199254740991"
      })
  void takes_a_whole_number_however_it_is_spelled(String member, String spelled, long meant) {
    Meeting read = read(with(member, spelled));

    assertThat(member.equals("minutes") ? read.minutes() : read.number()).isEqualTo(meant);
    assertThat(canonical(with(member, spelled)))
        .isEqualTo(canonical(with(member, Long.toString(meant))));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "title    ; 7                       ; /title: expected text",
        "title    ; true                    ; /title: expected text",
        "title    ; \"  \"                  ; /title: expected more than spaces",
        "title    ; null                    ; /title: expected text",
        "room_code; \"ab12\"                ; /room_code: expected to match ^(?:[A-Z]{2}[0-9]+|none)$",
        "room_code; \"AB12\\n\"             ; /room_code: expected to match ^(?:[A-Z]{2}[0-9]+|none)$",
        "room_code; \"xnone\"               ; /room_code: expected to match ^(?:[A-Z]{2}[0-9]+|none)$",
        "minutes  ; 7.9                     ; /minutes: expected a whole number",
        "minutes  ; \"7\"                   ; /minutes: expected a whole number",
        "minutes  ; true                    ; /minutes: expected a whole number",
        "minutes  ; 0                       ; /minutes: expected at least 1",
        "minutes  ; 481                     ; /minutes: expected at most 480",
        "number   ; 9007199254740992        ; /number: expected at most 9007199254740991",
        "number   ; 1e30                    ; /number: expected at most 9007199254740991",
        "floor    ; 2147483648              ; /floor: expected at most 2147483647",
        "floor    ; -2147483649             ; /floor: expected at least -2147483648",
        "distance ; \"1.5\"                 ; /distance: expected a number",
        "distance ; -0.1                    ; /distance: expected at least 0",
        "price    ; 0                       ; /price: expected more than 0",
        "open     ; 1                       ; /open: expected true or false",
        "open     ; \"true\"                ; /open: expected true or false",
        "kind     ; \"REVIEW\"              ; /kind: expected one of stand_up, review, 1:1",
        "kind     ; 1                       ; /kind: expected one of stand_up, review, 1:1",
        "starts   ; \"2026-11-20\"          ; /starts: expected a time such as 2026-11-20T12:00:00Z",
        "starts   ; \"2026-11-20T12:00:00\" ; /starts: expected a time such as 2026-11-20T12:00:00Z",
        "starts   ; \"2026-13-20T12:00:00Z\"; /starts: expected a time such as 2026-11-20T12:00:00Z",
        "starts   ; 1700000000              ; /starts: expected text",
        "day      ; \"2026-02-30\"          ; /day: expected a date such as 2026-11-20",
        "day      ; \"20.11.2026\"          ; /day: expected a date such as 2026-11-20",
        "zone     ; \"Europe/Nowhere\"      ; /zone: expected a time zone such as Europe/Vienna",
        "tags     ; \"ab\"                  ; /tags: expected a list",
        "tags     ; []                      ; /tags: expected at least 1 of them",
        "tags     ; [\"a\"]                 ; /tags/0: expected at least 2 characters",
        "tags     ; [\"ab\",null]           ; /tags/1: expected text",
        "tags     ; [\"ab\",\"abcdef\"]     ; /tags/1: expected at most 5 characters",
        "labels   ; {\"a\":1}               ; /labels/a: expected text",
        "labels   ; []                      ; /labels: expected an object",
        "host     ; {}                      ; /host/name: is missing",
        "host     ; \"Ada\"                 ; /host: expected an object",
        "guests   ; {\"items\":[{\"name\":1}],\"total\":1} ; /guests/items/0/name: expected text",
        "note     ; \"12345678901\"         ; /note: expected at most 10 characters",
        "remark   ; \"12345678901\"         ; /remark: expected at most 10 characters",
        "subtitle ; 7                       ; /subtitle: expected text or null",
        "becomes  ; \"x\"                   ; /becomes: expected one of stand_up, review, 1:1, null",
        "call     ; {\"type\":\"fax\"}      ; /call/type: expected one of phone, video_link",
        "call     ; {\"number\":\"+4312345\"} ; /call/type: expected one of phone, video_link",
        "call     ; {\"type\":\"phone\"}    ; /call/number: is missing",
        "call     ; {\"type\":\"phone\",\"number\":\"1\"} ; /call/number: expected to match ^(?:\\+[0-9]{5,15})$",
        "call     ; {\"type\":\"video_link\",\"url\":\"u\",\"x\":1} ; /call/x: is not known",
        "call     ; 7                       ; /call: expected an object or null",
        "fallback ; {\"type\":7}            ; /fallback/type: expected one of phone, video_link",
        "colour   ; 1                       ; /colour: is not known"
      })
  void refuses_and_says_what_it_expects(String member, String value, String fault) {
    assertThat(faults(with(member, value))).containsExactly(fault);
  }

  @Test
  void passes_on_what_only_the_record_itself_can_refuse() {
    assertThat(faults(with("kind", "\"stand_up\""))).containsExactly("/: a stand-up is never open");
  }

  @Test
  void tells_every_fault_at_once() {
    assertThat(faults(with("title", "7", "minutes", "7.5", "host", "{}", "colour", "1")))
        .containsExactlyInAnyOrder(
            "/title: expected text",
            "/minutes: expected a whole number",
            "/host/name: is missing",
            "/colour: is not known");
  }

  @Test
  void repeats_no_more_than_forty_characters_of_what_it_was_given() {
    String canary = "canary4711".repeat(10);
    String text = "\"" + canary + "\"";

    assertThat(faults(with(canary, "1", "title", "[" + text + "]", "kind", text)))
        .containsExactlyInAnyOrder(
            "/" + canary.substring(0, 39) + "…: is not known",
            "/title: expected text",
            "/kind: expected one of stand_up, review, 1:1");
  }

  @Test
  void stops_telling_after_twenty_faults() {
    String many = "[" + "7,".repeat(5_000) + "7]";

    assertThat(faults(with("guests", "{\"total\":1,\"items\":" + many + "}")))
        .hasSize(21)
        .endsWith("and more");
  }

  private static Meeting read(String json) {
    return fits(json).input();
  }

  private static String canonical(String json) {
    return fits(json).canonical();
  }

  private static Fits<Meeting> fits(String json) {
    return switch (FORM.read(json)) {
      case Fits<Meeting> fits -> fits;
      case Unfit<Meeting> unfit -> throw new AssertionError(unfit.faults());
    };
  }

  private static List<String> faults(String json) {
    return switch (FORM.read(json)) {
      case Fits<Meeting> fits -> throw new AssertionError(fits.canonical());
      case Unfit<Meeting> unfit -> unfit.faults();
    };
  }

  /// What fits, with some members changed.
  private static String with(String... membersAndValues) {
    try {
      var json = (ObjectNode) JSON.readTree(LEAST);
      for (int at = 0; at < membersAndValues.length; at += 2) {
        JsonNode value =
            JSON.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(membersAndValues[at + 1]);
        json.set(membersAndValues[at], value);
      }
      return json.toString();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
