package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.SchemaRows.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A schema, told to people,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaRowsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\u0001',
      value = {
        "'type':'string'; text; ''",
        "'type':'string','minLength':1,'maxLength':9; text; 1 to 9 characters",
        "'type':'string','maxLength':9; text; at most 9 characters",
        "'type':'string','minLength':1,'pattern':'a|b'; text; at least 1 characters, like `a|b`",
        "'type':'string','format':'date-time'; time; ''",
        "'type':'string','format':'date'; date; ''",
        "'type':'string','format':'uri'; address; ''",
        "'type':'string','enum':['a','b']; text; one of `a`, `b`",
        "'const':'a'; text; `a`",
        "'type':'integer','minimum':-2147483648,'maximum':2147483647; whole number; ''",
        "'type':'integer','minimum':1,'maximum':9007199254740991; whole number; at least 1",
        "'type':'number','exclusiveMinimum':0; number; more than 0",
        "'type':'boolean'; true or false; ''",
        "'type':'array','maxItems':3,'items':{'type':'string','maxLength':2}; list of text;"
            + " at most 3 items, each at most 2 characters",
        "'type':'object','additionalProperties':{'type':'integer'}; map to whole number; ''",
        "'type':['string','null']; text or null; ''"
      })
  void says_what_a_member_may_be(String member, String type, String bounds) {
    String schema = "{'properties':{'x':{%s}}}".formatted(member).replace('\'', '"');

    assertThat(SchemaRows.of(schema))
        .containsExactly(new Row("x", type, false, bounds.replace("''", ""), ""));
  }

  @Test
  void names_members_by_where_they_lie() {
    String schema =
        """
        {"type": "object", "required": ["a"], "properties": {
          "a": {"type": "object", "description": "An A.", "required": ["b"], "properties": {
            "b": {"type": "string"}}},
          "c": {"type": "array", "items": {"type": "object", "properties": {
            "d": {"type": "string"}}}},
          "e": {"type": "object", "additionalProperties": {"type": "object", "properties": {
            "f": {"type": "string"}}}},
          "g": {"type": "object", "oneOf": [
            {"type": "object", "required": ["type"], "properties": {
              "type": {"const": "h"}, "i": {"type": "string"}}}]}}}
        """;

    assertThat(SchemaRows.of(schema))
        .containsExactly(
            new Row("a", "object", true, "", "An A."),
            new Row("a.b", "text", true, "", ""),
            new Row("c", "list of object", false, "", ""),
            new Row("c[].d", "text", false, "", ""),
            new Row("e", "map to object", false, "", ""),
            new Row("e.*.f", "text", false, "", ""),
            new Row("g", "object", false, "", ""),
            new Row("g(h).type", "text", true, "`h`", ""),
            new Row("g(h).i", "text", false, "", ""));
  }

  @Test
  void has_no_rows_where_nothing_is_taken() {
    assertThat(SchemaRows.of("{\"type\":\"object\",\"properties\":{}}")).isEmpty();
  }
}
