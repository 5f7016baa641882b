package dev.sallyport.adapters.kit.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.adapters.kit.json.Decoded.Reason;
import dev.sallyport.adapters.kit.json.Decoded.Refused;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Strict JSON")
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictJsonTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refuses(String what, byte[] document, Reason reason, String where) {
    assertThat(StrictJson.read(document)).as(what).isEqualTo(new Refused(reason, where));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("nothing", "", Reason.EMPTY, ""),
        refusal("only space", " \n", Reason.EMPTY, ""),
        refusal("65 levels of arrays", "[".repeat(65), Reason.TOO_DEEP, "at /0/0/0/0/0/0/0/0"),
        refusal(
            "65 levels of objects", "{\"a\":".repeat(65), Reason.TOO_DEEP, "at /a/a/a/a/a/a/a/a"),
        refusal("500,000 levels", "[".repeat(500_000), Reason.TOO_DEEP, "at /0/0/0/0/0/0/0/0"),
        refusal("41 digits", "{\"n\":" + "1".repeat(41) + "}", Reason.NUMBER_TOO_LONG, "at /n"),
        refusal("a million digits", "1".repeat(1_000_000), Reason.NUMBER_TOO_LONG, ""),
        refusal("infinity by exponent", "[1e400]", Reason.NUMBER_OUT_OF_RANGE, "at /0"),
        refusal("a huge exponent", "[1e1000000000]", Reason.NUMBER_OUT_OF_RANGE, "at /0"),
        refusal("a tiny number", "[1e-400]", Reason.NUMBER_OUT_OF_RANGE, "at /0"),
        refusal("minus infinity", "[-2e308]", Reason.NUMBER_OUT_OF_RANGE, "at /0"),
        refusal("a word for infinity", "[Infinity]", Reason.NOT_JSON, "at character 9"),
        refusal("a name twice", "{\"a\":1,\"a\":1}", Reason.DUPLICATE_NAME, "at /a"),
        refusal(
            "a name in two spellings", "{\"a\":1,\"\\u0061\":2}", Reason.DUPLICATE_NAME, "at /a"),
        refusal(
            "a name twice inside",
            "[{\"b\":{\"a\":1,\"a\":2}}]",
            Reason.DUPLICATE_NAME,
            "at /0/b/a"),
        refusal("a second document", "{} {}", Reason.TRAILING, ""),
        refusal("a bracket too many", "{}}", Reason.NOT_JSON, "at character 2"),
        refusal("UTF-16", "{\"a\":1}".getBytes(UTF_16LE), Reason.NOT_JSON, "at character 2"),
        refusal("UTF-16 with its mark", hex("fffe7b007d00"), Reason.NOT_UTF_8, "at byte 0"),
        refusal("UTF-8 with a mark", hex("efbbbf7b7d"), Reason.BYTE_ORDER_MARK, ""),
        refusal("an overlong slash", hex("22c0af22"), Reason.NOT_UTF_8, "at byte 1"),
        refusal("a broken sequence", hex("22c32822"), Reason.NOT_UTF_8, "at byte 1"),
        refusal("a surrogate in bytes", hex("22eda08022"), Reason.NOT_UTF_8, "at byte 1"),
        refusal("a sequence cut off", hex("22e282"), Reason.NOT_UTF_8, "at byte 1"),
        refusal("a lone surrogate", "[\"\\ud800\"]", Reason.LONE_SURROGATE, "at /0"),
        refusal("a pair the wrong way", "[\"\\udc00\\ud800\"]", Reason.LONE_SURROGATE, "at /0"),
        refusal("a lone surrogate as name", "{\"\\ud800\":1}", Reason.LONE_SURROGATE, "at /"),
        refusal("NUL", "{\"a\":\"x\\u0000\"}", Reason.NUL_CHARACTER, "at /a"),
        refusal("NUL in a name", "{\"\\u0000\":1}", Reason.NUL_CHARACTER, "at /"),
        refusal("a raw NUL", "[\"\0\"]", Reason.NOT_JSON, "at character 2"),
        refusal("a byte too much", "\"" + "x".repeat(1_048_575) + "\"", Reason.TOO_LARGE, ""),
        refusal(
            "a million tokens",
            "[" + "1,".repeat(500_000) + "1]",
            Reason.TOO_MANY_TOKENS,
            "at /99998"),
        refusal("60,000 members", sixtyThousandMembers(), Reason.TOO_MANY_TOKENS, "at /n49999"),
        refusal("an end too early", "{\"a\":", Reason.NOT_JSON, "at character 5"),
        refusal("a comment", "/* */{}", Reason.NOT_JSON, "at character 0"),
        refusal("single quotes", "{'a':1}", Reason.NOT_JSON, "at character 1"),
        refusal("a comma too many", "[1,]", Reason.NOT_JSON, "at character 3"),
        refusal("a leading zero", "[01]", Reason.NOT_JSON, "at character 2"),
        refusal(
            "a long name, cut short",
            longNameTwice(),
            Reason.DUPLICATE_NAME,
            "at /" + "x".repeat(39) + "…"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "{}", "true", "\"\"", "0", " [1] \n"})
  void reads_every_kind_of_value(String document) {
    assertThat(StrictJson.read(document.getBytes(UTF_8))).isInstanceOf(Decoded.Value.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "-9007199254740993",
        "1234567890",
        "0.1234567890123456789",
        "1.50",
        "0E-1000000",
        "1234567890123456789012345678901234567890"
      })
  void keeps_numbers_as_exact_as_they_came(String number) {
    assertThat(read("[" + number + "]").get(0).decimalValue()).isEqualTo(number);
  }

  @Test
  void reads_text_as_it_is_meant() {
    assertThat(read("\"\\u00e9 é \\ud83d\\ude00 😀 \\n\"").textValue()).isEqualTo("é é 😀 😀 \n");
  }

  @Test
  void reads_up_to_each_bound() {
    assertThat(read("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
    assertThat(read("1".repeat(40)).isBigInteger()).isTrue();
    assertThat(read("\"" + "x".repeat(1_048_574) + "\"").textValue()).hasSize(1_048_574);
    assertThat(read("[" + "1,".repeat(99_996) + "1]")).hasSize(99_997);
  }

  @Test
  void bounds_texts_by_their_bytes_like_the_wire() {
    assertThat(StrictJson.read("\"" + "é".repeat(524_288) + "\""))
        .isEqualTo(new Refused(Reason.TOO_LARGE, ""));
    assertThat(StrictJson.read("\"" + "é".repeat(524_287) + "\""))
        .isInstanceOf(Decoded.Value.class);
  }

  @Test
  void refuses_in_a_text_what_it_refuses_on_the_wire() {
    assertThat(StrictJson.read("\uFEFF{}")).isEqualTo(new Refused(Reason.BYTE_ORDER_MARK, ""));
    assertThat(StrictJson.read("[\"\ud800\"]"))
        .isEqualTo(new Refused(Reason.LONE_SURROGATE, "at /0"));
  }

  @Test
  void says_what_and_where_in_one_sentence() {
    assertThat(new Refused(Reason.DUPLICATE_NAME, "at /a").message())
        .isEqualTo("an object has each name once, at /a");
    assertThat(new Refused(Reason.EMPTY, "").message()).isEqualTo("there is no document");
  }

  private static JsonNode read(String document) {
    assertThat(StrictJson.read(document.getBytes(UTF_8))).isInstanceOf(Decoded.Value.class);
    return ((Decoded.Value) StrictJson.read(document)).json();
  }

  private static String sixtyThousandMembers() {
    var document = new StringBuilder("{");
    for (int n = 0; n < 60_000; n++) {
      document.append("\"n").append(n).append("\":1,");
    }
    return document.append("\"end\":1}").toString();
  }

  private static String longNameTwice() {
    String name = "\"" + "x".repeat(100) + "\":1";
    return "{" + name + "," + name + "}";
  }

  private static Arguments refusal(String what, String document, Reason reason, String where) {
    return refusal(what, document.getBytes(UTF_8), reason, where);
  }

  private static Arguments refusal(String what, byte[] document, Reason reason, String where) {
    return arguments(what, document, reason, where);
  }

  private static byte[] hex(String bytes) {
    return HexFormat.of().parseHex(bytes);
  }
}
