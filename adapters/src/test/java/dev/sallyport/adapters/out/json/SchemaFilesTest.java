package dev.sallyport.adapters.out.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.sallyport.adapters.out.json.Tools.Answer;
import dev.sallyport.application.port.out.Arguments.Form;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The schemas of a tool")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Form<Meeting, Report> FORM = Tools.changing(Meeting.class, Report.class);

  @Test
  void are_what_the_files_say() throws IOException {
    assertThat(pretty(FORM.inputSchema())).isEqualTo(file("meeting.input.json"));
    assertThat(pretty(FORM.outputSchema())).isEqualTo(file("report.output.json"));
  }

  @Test
  void are_schemas() throws IOException {
    assertThat(faultsOf(FORM.inputSchema())).isEmpty();
    assertThat(faultsOf(FORM.outputSchema())).isEmpty();
    assertThat(faultsOf("{\"type\":\"nonsense\"}")).isNotEmpty();
  }

  @Test
  void have_a_version_of_their_own() {
    assertThat(FORM.version()).matches("[0-9a-f]{12}");
    assertThat(Tools.changing(Meeting.class, Answer.class).version()).isNotEqualTo(FORM.version());
    assertThat(Tools.changing(Answer.class, Report.class).version()).isNotEqualTo(FORM.version());
  }

  @Test
  void of_a_read_ask_for_all_that_is_always_answered() {
    assertThat(Tools.reading(Answer.class, Report.class).outputSchema())
        .contains("\"required\":[\"id\",\"at\",\"share\",\"cost\",\"lines\",\"counts\",\"by\"]")
        .doesNotContain("additionalProperties\":false");
  }

  @Test
  void of_a_tool_that_tells_whose_account_it_is_are_closed_at_every_level() throws IOException {
    var schema =
        new Schema(JSON.readTree(Tools.profiling(Answer.class, Nested.class).outputSchema()));

    assertThat(schema.faultsIn(JSON.readTree("{\"in\":{\"id\":\"a\"}}"))).isEmpty();
    assertThat(schema.faultsIn(JSON.readTree("{\"in\":{\"id\":\"a\"},\"x\":1}"))).hasSize(1);
    assertThat(schema.faultsIn(JSON.readTree("{\"in\":{\"id\":\"a\",\"x\":1}}"))).hasSize(1);
  }

  @Test
  void tell_which_members_they_say_nothing_of_however_deep() {
    assertThat(Tools.reading(Told.class, Told.class).undescribed()).isEmpty();
    assertThat(Tools.reading(Told.class, Untold.class).undescribed())
        .containsExactly(
            "output/blank",
            "output/all",
            "output/all/id",
            "output/by",
            "output/by/phone/number",
            "output/by/video_link/url",
            "output/by/video_link/code");
    assertThat(Tools.changing(Answer.class, Told.class).undescribed()).containsExactly("input/id");
  }

  @Test
  void let_an_answer_that_is_none_yet_pass() throws IOException {
    var schema = new Schema(JSON.readTree(FORM.outputSchema()));

    assertThat(schema.faultsIn(JSON.readTree("{\"status\":\"approval_needed\",\"url\":\"u\"}")))
        .isEmpty();
    assertThat(schema.faultsIn(JSON.readTree("{}"))).containsExactly("/status: is missing");
    assertThat(schema.faultsIn(JSON.readTree(FORM.write(report())))).isEmpty();
  }

  @Test
  void fit_what_is_written() {
    assertThat(FORM.write(report()))
        .isEqualTo(
            "{\"status\":\"done\",\"id\":\"r\\n\",\"at\":\"2026-11-20T12:00:00Z\",\"share\":0.5,"
                + "\"cost\":10.50,\"lines\":[\"a\"],\"counts\":{\"a\":1},"
                + "\"by\":{\"type\":\"phone\",\"number\":\"+43123456\"},\"kind\":\"1:1\"}");
  }

  record Report(
      String id,
      Instant at,
      double share,
      BigDecimal cost,
      List<String> lines,
      Map<String, Integer> counts,
      Meeting.Call by,
      Optional<Meeting.Kind> kind,
      Optional<String> remark) {
    Report {
      lines = List.copyOf(lines);
      counts = Map.copyOf(counts);
    }
  }

  record Nested(Answer in) {}

  record Told(@JsonPropertyDescription("What it is called.") String title) {}

  record Untold(
      @JsonPropertyDescription("What it is called.") String title,
      @JsonPropertyDescription(" ") String blank,
      List<Answer> all,
      Map<String, Meeting.Call> by) {
    Untold {
      all = List.copyOf(all);
      by = Map.copyOf(by);
    }
  }

  private static Report report() {
    return new Report(
        "r\n",
        Instant.parse("2026-11-20T12:00:00Z"),
        0.5,
        new BigDecimal("10.50"),
        List.of("a"),
        Map.of("a", 1),
        new Meeting.Call.Phone("+43123456"),
        Optional.of(Meeting.Kind.ONE_TO_ONE),
        Optional.empty());
  }

  private static Iterable<?> faultsOf(String schema) throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(SchemaLocation.of(SchemaId.V202012))
        .validate(JSON.readTree(schema));
  }

  private static String pretty(String json) throws IOException {
    JsonNode tree = JSON.readTree(json);
    return tree.toPrettyString() + "\n";
  }

  private static String file(String name) throws IOException {
    try (var file = SchemaFilesTest.class.getResourceAsStream(name)) {
      return file == null ? "there is no " + name : new String(file.readAllBytes(), UTF_8);
    }
  }
}
