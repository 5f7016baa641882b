package dev.sallyport.bootstrap.door;

import java.util.List;
import java.util.stream.Stream;

/// Params that no method takes.
final class ParamRows {
  private static final String UNFIT = "200 -32602 id 7";
  private static final String MALFORMED = "400 -32602 id 7";
  private static final List<String> NO_TEXT = List.of("5", "null", "true", "{}", "[]", "[\"x\"]");
  private static final List<String> NO_OBJECT = List.of("5", "null", "true", "\"x\"", "[]", "[{}]");
  private static final List<String> LISTS =
      List.of("tools/list", "prompts/list", "resources/list", "resources/templates/list");

  private ParamRows() {}

  static Stream<Row> rows() {
    return Stream.of(
            shapes(),
            calls(),
            arguments(),
            prompts(),
            resources(),
            completions(),
            cursors(),
            listening(),
            carried(),
            levels(),
            older())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> shapes() {
    return NO_OBJECT.stream()
        .flatMap(it ->
            Stream.of(
                new Row(
                    "params as " + it,
                    Post.modern("7", "tools/list", "").saying(shaped(it)),
                    "400 -32600 id 7"),
                new Row("older params as " + it, Post.of(shaped(it)), "400 -32600 id 7"),
                new Row(
                    "`_meta` as " + it,
                    Post.modern("7", "tools/list", "")
                        .saying(Words.legacy("7", "tools/list", "\"_meta\":" + it)),
                    MALFORMED)));
  }

  private static String shaped(String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/list\",\"params\":%s}"
        .formatted(params);
  }

  private static Stream<Row> calls() {
    return Stream.of(
            NO_TEXT.stream()
                .flatMap(it -> both("a tool's name as " + it, "tools/call", "\"name\":" + it)),
            both("no tool's name", "tools/call", "\"arguments\":{}"),
            NO_OBJECT.stream()
                .flatMap(it ->
                    both(
                        "arguments as " + it,
                        "tools/call",
                        "test_echo",
                        "\"name\":\"test_echo\",\"arguments\":" + it,
                        UNFIT)),
            Stream.of(
                    "nothing",
                    "test_echo ",
                    "TEST_ECHO",
                    "a b",
                    "../test_echo",
                    "x".repeat(65),
                    "__proto__")
                .flatMap(it ->
                    both(
                        "the tool `" + it + "`",
                        "tools/call",
                        it.strip().equals(it) ? it : "=?base64?dGVzdF9lY2hvIA==?=",
                        "\"name\":\"" + it + "\"",
                        UNFIT)))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> arguments() {
    return Stream.of(
            "",
            "\"marker\":5",
            "\"marker\":null",
            "\"marker\":{}",
            "\"marker\":[\"x\"]",
            "\"Marker\":\"x\"",
            "\"marker\":\"x\",\"more\":1",
            "\"marker\":\"x\",\"__proto__\":{}",
            "\"marker\":true")
        .flatMap(it ->
            both(
                "the arguments " + it,
                "tools/call",
                "test_echo",
                "\"name\":\"test_echo\",\"arguments\":{" + it + "}",
                "200 isError id 7"));
  }

  private static Stream<Row> prompts() {
    String named = "\"name\":\"test_prompt_with_arguments\"";
    return Stream.of(
            NO_TEXT.stream()
                .flatMap(it -> both("a prompt's name as " + it, "prompts/get", "\"name\":" + it)),
            both("no prompt's name", "prompts/get", "\"arguments\":{}"),
            both("an unknown prompt", "prompts/get", "nothing", "\"name\":\"nothing\"", UNFIT),
            Stream.of(
                    "5",
                    "null",
                    "\"x\"",
                    "[]",
                    "{}",
                    "{\"arg1\":\"x\"}",
                    "{\"arg1\":\"x\",\"arg2\":5}",
                    "{\"arg1\":\"x\",\"arg2\":null}",
                    "{\"arg1\":\"x\",\"arg2\":{}}",
                    "{\"arg1\":\"x\",\"arg2\":\"y\",\"arg3\":\"z\"}",
                    "{\"ARG1\":\"x\",\"arg2\":\"y\"}")
                .flatMap(it ->
                    both(
                        "a prompt with " + it,
                        "prompts/get",
                        "test_prompt_with_arguments",
                        named + ",\"arguments\":" + it,
                        UNFIT)),
            both(
                "a prompt with nothing", "prompts/get", "test_prompt_with_arguments", named, UNFIT))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> resources() {
    return Stream.of(
            NO_TEXT.stream()
                .flatMap(it -> both("an address as " + it, "resources/read", "\"uri\":" + it)),
            both("no address", "resources/read", ""),
            both(
                "an address of 2,049 characters",
                "resources/read",
                "x".repeat(2_049),
                "\"uri\":\"" + "x".repeat(2_049) + "\"",
                UNFIT),
            Stream.of(
                    "nothing",
                    "test://nothing",
                    "TEST://static-text",
                    "test://static-text/",
                    "test://static-text?x",
                    "test://template/a/b/data",
                    "test://template/a/data/..",
                    "file:///etc/passwd",
                    "http://169.254.169.254/latest/meta-data",
                    "../../etc/passwd",
                    "javascript:alert(1)")
                .flatMap(uri ->
                    Stream.of(
                        new Row(
                            "the address " + uri,
                            Post.modern("7", "resources/read", uri, "\"uri\":\"" + uri + "\""),
                            UNFIT),
                        new Row(
                            "the older address " + uri,
                            Post.silent("7", "resources/read", "\"uri\":\"" + uri + "\""),
                            "200 -32002 id 7"))))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> completions() {
    String argument = "\"argument\":{\"name\":\"arg1\",\"value\":\"pa\"}";
    String prompt = "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"test_prompt_with_arguments\"}";
    return Stream.concat(
            Stream.of(
                    "{}",
                    "5",
                    "null",
                    "\"x\"",
                    "{\"type\":\"ref/prompt\"}",
                    "{\"type\":\"ref/prompt\",\"name\":5}",
                    "{\"type\":\"ref/prompt\",\"name\":\"nothing\"}",
                    "{\"type\":\"ref/resource\",\"name\":\"test://template/{id}/data\"}",
                    "{\"type\":\"ref/resource\",\"uri\":\"test://nothing/{id}\"}",
                    "{\"type\":\"ref/nothing\",\"name\":\"test_prompt_with_arguments\"}",
                    "{\"type\":5,\"name\":\"test_prompt_with_arguments\"}",
                    "{\"name\":\"test_prompt_with_arguments\"}")
                .map(it -> "\"ref\":" + it + "," + argument),
            Stream.of(
                    "5",
                    "null",
                    "{}",
                    "{\"name\":\"arg1\"}",
                    "{\"value\":\"pa\"}",
                    "{\"name\":5,\"value\":\"pa\"}",
                    "{\"name\":\"arg1\",\"value\":5}",
                    "{\"name\":\"arg1\",\"value\":null}")
                .map(it -> prompt + ",\"argument\":" + it))
        .flatMap(it -> both("completing " + it, "completion/complete", it));
  }

  private static Stream<Row> cursors() {
    return LISTS.stream()
        .flatMap(list ->
            Stream.of("5", "true", "{}", "[]", "\"\"", "\"0\"", "\"AAAA\"", "\"../..\"", "\"ä\"")
                .flatMap(it -> both("%s from %s".formatted(list, it), list, "\"cursor\":" + it)));
  }

  private static Stream<Row> listening() {
    return Stream.concat(
        Stream.concat(NO_OBJECT.stream().map(it -> "\"notifications\":" + it), Stream.of(""))
            .map(it ->
                new Row(
                    "listening for " + it, Post.modern("7", "subscriptions/listen", it), UNFIT)),
        Stream.of(
            new Row(
                "listening without a stream",
                Post.modern("7", "subscriptions/listen", "\"notifications\":{}")
                    .instead("Accept: application/json"),
                MALFORMED)));
  }

  private static Stream<Row> carried() {
    return Stream.of(
            Stream.of("5", "null", "{}", "[]", "\"\"", "\"x\"", "\"AAAA\"")
                .map(it -> "\"requestState\":" + it),
            NO_OBJECT.stream().map(it -> "\"inputResponses\":" + it))
        .flatMap(them -> them)
        .flatMap(it ->
            Stream.of(
                new Row(
                    "a call with " + it,
                    Post.modern(
                        "7",
                        "tools/call",
                        "test_input_required_result_request_state",
                        "\"name\":\"test_input_required_result_request_state\"," + it),
                    UNFIT),
                new Row(
                    "a prompt with " + it,
                    Post.modern(
                        "7",
                        "prompts/get",
                        "test_input_required_result_prompt",
                        "\"name\":\"test_input_required_result_prompt\"," + it),
                    UNFIT)));
  }

  private static Stream<Row> levels() {
    return Stream.of("\"loud\"", "\"INFO\"", "\"\"", "5", "null", "{}", "[\"info\"]")
        .map(it ->
            new Row(
                "the log level " + it,
                Post.modern("7", "tools/list", "")
                    .saying(
                        Words.legacy(
                            "7",
                            "tools/list",
                            Words.META.replace(
                                "{\"", "{\"io.modelcontextprotocol/logLevel\":" + it + ",\""))),
                MALFORMED));
  }

  private static Stream<Row> older() {
    return Stream.of(
            Stream.of(
                    "", "\"level\":5", "\"level\":null", "\"level\":\"loud\"", "\"level\":\"INFO\"")
                .map(it -> older("logging/setLevel", it)),
            Stream.of("", "\"uri\":5", "\"uri\":null")
                .flatMap(it ->
                    Stream.of(
                        older("resources/subscribe", it), older("resources/unsubscribe", it))),
            Stream.of(
                    "",
                    "\"protocolVersion\":5",
                    "\"protocolVersion\":null",
                    "\"protocolVersion\":{}",
                    "\"protocolVersion\":[\"2025-11-25\"]")
                .map(it -> older("initialize", it)))
        .flatMap(rows -> rows);
  }

  private static Row older(String method, String params) {
    return new Row(
        method + " with " + params, Post.legacy("2025-11-25", "7", method, params), UNFIT);
  }

  /// Without a name that a header could mirror.
  private static Stream<Row> both(String name, String method, String params) {
    return Stream.of(
        new Row(name, Post.modern("7", method, params), UNFIT),
        new Row(name + ", older", Post.silent("7", method, params), UNFIT));
  }

  private static Stream<Row> both(
      String name, String method, String mirrored, String params, String expected) {
    return Stream.of(
        new Row(name, Post.modern("7", method, mirrored, params), expected),
        new Row(name + ", older", Post.silent("7", method, params), expected));
  }
}
