package dev.sallyport.adapters.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The redactor")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedactorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer CANARY",
        "authorization: Basic CANARY==",
        "Proxy-Authorization: CANARY",
        "Cookie: a=CANARY; b=CANARY",
        "Set-Cookie: __Host-session=CANARY; Path=/",
        "sent Bearer CANARY on",
        "sent DPoP CANARY on",
        "token=CANARY",
        "access_token=CANARY&x=1",
        "refresh_token = CANARY",
        "client_secret: CANARY",
        "api-key: 'CANARY'",
        "X-Api-Key=CANARY",
        "apikey=\"CANARY\"",
        "password='CANARY'",
        "pwd=CANARY",
        "code=CANARY&state=1",
        "code_verifier=CANARY",
        "otp: CANARY",
        "{\"password\":\"CANARY\"}",
        "{\"id_token\" : \"CANARY\"}",
        "{\\\"refresh_token\\\":\\\"CANARY\\\"}",
        "{\"text\":\"CANARY with spaces and CANARY\"}",
        "{\"body\": \"CANARY\"}",
        "spa_CANARYCANARY",
        "sp_CANARY0000",
        "eyJhbGciOiJub25lIn0.CANARY.",
        "eyJhbGciOiJub25lIn0.eyJDQU5BUlkifQ.CANARY",
        "https://user:CANARY@host/path",
        "redis://:CANARY@host:6379",
        "jdbc:postgresql://CANARY@host/x",
        "CANARY.name+tag@example.org",
        "CANARY@sub.example.co.uk",
        "-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY----- CANARY",
        "line\npassword=CANARY",
        "line\ntoken: CANARY",
        "line\nspa_CANARY123",
        "line\tBearer CANARYxyz",
        "line\nCookie: foo=CANARY",
        "accessToken=CANARY",
        "{\"refreshToken\":\"CANARY\"}",
        "Grant[clientSecret=CANARY]",
        "Grant[id=1, apiKeys=[CANARY, CANARY]]",
        "{\"a\":\"{\\\"password\\\":\\\"CANARY\\\"}\"}",
        "{\"password\":\"a\\\"CANARY\"}",
        "{\"token\":[\"CANARY\"]}",
        "{\"credential\":{\"inner\":\"CANARY\"}}",
        "password: \"correct horse CANARY\"",
        "password: 'correct horse CANARY'",
        "Authorization: \"CANARY\" more CANARY",
        "Set-Cookie: x=\"CANARY\"",
        "X-Api-Key: CANARY",
        "access_token=Bearer CANARYCANARY",
        "X-Auth-Token: Basic CANARY==",
        "\"password\":\n  \"CANARY\"",
        "'password' => 'CANARY'",
        "password := CANARY",
        "secret={\"a\":\"}\",\"b\":\"CANARY\"}",
        "redis://:p@CANARY@h",
        "postgres://u:pa/CANARY@h/x",
        "password1=CANARY",
        "accessTokenValue=CANARY"
      })
  void takes_the_secret_out_of(String line) {
    assertThat(Redactor.redact("before " + line + " after"))
        .contains("before")
        .doesNotContain("CANARY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+14155550199",
        "+1 415 555 0199",
        "+44 (0)20 7946 0958",
        "+49-30-1234567",
        "(415) 555-0199"
      })
  void takes_out_the_phone_number(String number) {
    assertThat(Redactor.redact("call " + number + " now")).isEqualTo("call [phone] now");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a-",
        "a.b",
        "eyJ.",
        "a@",
        "@",
        "\\",
        "\"",
        "token=",
        "token=\"",
        "token=[",
        "x://",
        "+1",
        "-----BEGIN PRIVATE KEY-----",
        "( ",
        "sp_",
        "Bearer ",
        "1 ",
        "Cookie: ",
        "\n"
      })
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void comes_to_an_end_whatever_is_repeated(String part) {
    String flood = part.repeat(100_000 / part.length());

    assertThat(Redactor.redact(flood)).hasSizeLessThan(2 * flood.length());
  }

  @Test
  void cuts_a_text_that_nobody_reads_to_its_end() {
    assertThat(Redactor.redact("word ".repeat(10_000))).hasSizeLessThan(16_500).endsWith(" [cut]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /status 200 12 ms",
        "Readiness is down: database: it cannot be reached (SQLSTATE 08001)",
        "Sallyport 0.1.0 is open at http://localhost:8080 after 1.2 s",
        "2026-11-21T09:49:07.263Z requestId=c4c7733b7a50c8fe2ed01af5",
        "The database is at schema version 1, 1 migrations run",
        "at dev.sallyport.adapters.out.jdbc.Database.connection(Database.java:41)",
        "spaces and sparrows stay"
      })
  void leaves_alone(String line) {
    assertThat(Redactor.redact(line)).isEqualTo(line);
  }
}
