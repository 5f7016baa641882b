package dev.sallyport.adapters.out.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.StrictJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The canonical form")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CanonicalJsonTest {
  private static final int TREES = 2_000;
  private static final int SPELLINGS = 5;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"b\":1,\"a\":2}         | {\"a\":2,\"b\":1}",
        "{\"é\":1,\"z\":2,\"Z\":3} | {\"Z\":3,\"z\":2,\"é\":1}",
        "{ }                       | {}",
        "[ 3 , 1 , 2 ]             | [3,1,2]",
        "[1.0,1e0,10E-1]           | [1,1,1]",
        "[-0,0.00,-0.0,0e5]        | [0,0,0,0]",
        "[1e3,0.5e-3,1.50]         | [1000,0.0005,1.5]",
        "[12345678901234567890]    | [12345678901234567890]",
        "[\"\\u0061\\/\\u00e9\"]   | [\"a/é\"]",
        "[\"\\u000a\\t\\\"\\\\\"]  | [\"\\n\\t\\\"\\\\\"]",
        "[true,false,null]         | [true,false,null]"
      })
  void is(String spelled, String canonical) {
    assertThat(CanonicalJson.of(read(spelled))).isEqualTo(canonical);
  }

  @Test
  void is_the_same_for_every_spelling_of_a_value_and_another_for_every_other_value() {
    var dice = new Random(4711);
    Map<Object, String> forms = new HashMap<>();
    for (int tree = 0; tree < TREES; tree++) {
      Object value = value(dice, 3);
      for (int spelling = 0; spelling < SPELLINGS; spelling++) {
        String form = CanonicalJson.of(read(spelled(value, dice)));
        assertThat(forms.computeIfAbsent(value, _ -> form)).isEqualTo(form);
      }
    }
    assertThat(forms.values()).doesNotHaveDuplicates().hasSizeGreaterThan(TREES / 4);
  }

  @Test
  void reads_as_what_it_was_made_of() {
    var dice = new Random(4712);
    for (int tree = 0; tree < TREES; tree++) {
      String form = CanonicalJson.of(read(spelled(value(dice, 3), dice)));
      assertThat(CanonicalJson.of(read(form))).isEqualTo(form);
    }
  }

  /// A value as Java knows it: maps and lists of texts, numbers without trailing zeros, and flags.
  private static Object value(Random dice, int depth) {
    return switch (dice.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> dice.nextBoolean();
      case 1 -> text(dice);
      case 2 -> new BigDecimal(dice.nextInt(20)).stripTrailingZeros();
      case 3 -> BigDecimal.valueOf(dice.nextInt(2_000_000) - 1_000_000, 3).stripTrailingZeros();
      case 4 -> {
        List<Object> items = new ArrayList<>();
        for (int n = dice.nextInt(4); n > 0; n--) {
          items.add(value(dice, depth - 1));
        }
        yield items;
      }
      default -> {
        Map<String, Object> members = new HashMap<>();
        for (int n = dice.nextInt(4); n > 0; n--) {
          members.put(text(dice), value(dice, depth - 1));
        }
        yield members;
      }
    };
  }

  private static String text(Random dice) {
    return dice.ints(dice.nextInt(3), 0, 6)
        .mapToObj(n -> List.of("a", "B", "\"", "\n", "é", "😀").get(n))
        .collect(Collectors.joining());
  }

  private static String spelled(Object value, Random dice) {
    String space = dice.nextBoolean() ? " " : "";
    return space
        + switch (value) {
          case String text -> spelledText(text, dice);
          case BigDecimal number -> spelledNumber(number, dice);
          case List<?> items ->
              items.stream()
                  .map(it -> spelled(it, dice))
                  .collect(Collectors.joining(",", "[", "]"));
          case Map<?, ?> members -> {
            List<Map.Entry<?, ?>> shuffled = new ArrayList<>(members.entrySet());
            Collections.shuffle(shuffled, dice);
            yield shuffled.stream()
                .map(it -> spelled(it.getKey(), dice) + ":" + spelled(it.getValue(), dice))
                .collect(Collectors.joining(",", "{", "}"));
          }
          default -> value.toString();
        }
        + space;
  }

  private static String spelledNumber(BigDecimal number, Random dice) {
    return switch (dice.nextInt(3)) {
      case 0 -> number.toPlainString();
      case 1 -> number.unscaledValue() + "e" + -number.scale();
      default -> number.setScale(Math.max(number.scale(), 0) + 2).toPlainString();
    };
  }

  private static String spelledText(String text, Random dice) {
    return text.chars()
        .mapToObj(it ->
            dice.nextBoolean() || it == '"' || it < ' '
                ? "\\u%04x".formatted(it)
                : Character.isSurrogate((char) it)
                    ? "\\u%04X".formatted(it)
                    : Character.toString(it))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static JsonNode read(String json) {
    return ((Decoded.Value) StrictJson.read(json)).json();
  }
}
