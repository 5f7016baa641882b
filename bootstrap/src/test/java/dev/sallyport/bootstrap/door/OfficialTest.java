package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The protocol's own schema")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfficialTest {
  private static final String NEWEST = "2026-07-28";
  private static final String CALLED =
      "{'jsonrpc':'2.0','id':1,'result':{'content':[{'type':'text','text':'x'}],"
          + "'resultType':'complete'}}";

  @ParameterizedTest
  @ValueSource(strings = {"2025-03-26", "2025-06-18", "2025-11-25", NEWEST})
  void takes_what_is_right(String revision) throws Exception {
    assertThat(Official.of(revision).faults("tools/call", json(CALLED))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-07-28|tools/call|{'jsonrpc':'2.0','id':1,'result':{'content':[]}}|resultType",
        "2026-07-28|tools/call|{'jsonrpc':'2.0','id':null,'result':{'content':[],'resultType':'complete'}}|id",
        "2026-07-28|tools/call|{'id':1,'result':{'content':[],'resultType':'complete'}}|jsonrpc",
        "2026-07-28|tools/list|{'jsonrpc':'2.0','id':1,'result':{'tools':[],'resultType':'complete'}}|ttlMs",
        "2025-11-25|tools/list|{'jsonrpc':'2.0','id':1,'result':{'tools':[{'name':'x'}]}}|inputSchema",
        "2025-06-18|initialize|{'jsonrpc':'2.0','id':1,'result':{'protocolVersion':'2025-06-18','capabilities':{}}}|serverInfo",
        "2025-03-26|tools/call|{'jsonrpc':'2.0','id':1,'result':{'content':[{'type':'resource_link','uri':'a:b','name':'x'}]}}|content",
        "2025-03-26|ping|{'jsonrpc':'2.0','id':1,'error':{'code':'x','message':'y'}}|code",
        "2026-07-28|ping|{'jsonrpc':'2.0','id':1,'error':{'code':-32022,'message':'y'}}|data",
        "2026-07-28|tools/call|{'jsonrpc':'2.0','method':'notifications/progress','params':{'progress':1}}|progressToken",
        "2026-07-28|tools/call|{'jsonrpc':'2.0','method':'notifications/nothing'}|nobody",
        "2026-07-28|nothing|{'jsonrpc':'2.0','id':1,'result':{}}|no result of nothing"
      })
  void finds_what_is_wrong(String revision, String method, String message, String fault)
      throws Exception {
    assertThat(Official.of(revision).faults(method, json(message)))
        .anySatisfy(it -> assertThat(it).contains(fault));
  }

  @Test
  void takes_an_error_without_an_id_where_none_could_be_read() throws Exception {
    JsonNode error = json("{'jsonrpc':'2.0','error':{'code':-32700,'message':'x'}}");

    assertThat(Official.of("2025-03-26").faults("", error)).isEmpty();
    assertThat(Official.of(NEWEST).faults("", error)).isEmpty();
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
