package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.List;
import java.util.regex.Pattern;

/// A JSON Schema (draft 2020-12), made ready once. It refers to nothing outside of itself, and
/// nothing is ever fetched for one.
final class Schema {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder -> builder.schemaLoaders(it -> it.add(DisallowSchemaLoader.getInstance())));

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .pathType(PathType.JSON_POINTER)
          .regularExpressionFactory(Schema::pattern)
          .build();

  private static final int MOST_TOLD = 5;

  private final JsonSchema schema;

  Schema(JsonNode json) {
    schema = FACTORY.getSchema(json, CONFIG);
    schema.initializeValidators();
  }

  /// A pattern as JSON Schema means it: its `$` is the end and nothing else, while Java's would let
  /// a line break follow.
  private static RegularExpression pattern(String regex) {
    String exact = regex.endsWith("$") ? regex.substring(0, regex.length() - 1) + "\\z" : regex;
    return Pattern.compile(exact).asPredicate()::test;
  }

  /// All that does not fit, each with where.
  List<String> faultsIn(JsonNode json) {
    return Faults.of(schema.validate(json));
  }

  /// Which parts of the schema do not hold. A place in the document could name what is in it: the
  /// keys of a map are somebody's words.
  List<String> brokenBy(JsonNode json) {
    return schema.validate(json).stream()
        .map(message -> message.getEvaluationPath().toString())
        .distinct()
        .sorted()
        .limit(MOST_TOLD)
        .toList();
  }
}
