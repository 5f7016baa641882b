package dev.sallyport.adapters.in.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Browsers")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DestinationTest {
  @ParameterizedTest
  @CsvSource({
    "https://wiki.example.org/7, https://wiki.example.org/7",
    "HTTPS://wiki.example.org/7?a=b#c, HTTPS://wiki.example.org/7?a=b#c",
    "https://wiki.example.org:8443/, https://wiki.example.org:8443/",
    "https://wiki.example.org/ä, https://wiki.example.org/%C3%A4",
    "http://localhost:8080/7, http://localhost:8080/7",
    "http://127.0.0.1/7, http://127.0.0.1/7",
    "http://[::1]/7, http://[::1]/7"
  })
  void are_sent_on_safe_ways(String page, String address) {
    assertThat(Destination.of(page)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/7",
        "//wiki.example.org/7",
        "wiki.example.org",
        "http://wiki.example.org/7",
        "http://localhost.example.org/7",
        "http://127.0.0.1.example.org/7",
        "ftp://wiki.example.org/7",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https:wiki.example.org",
        "https:///7",
        "https://",
        "https://ada@wiki.example.org/",
        "https://wiki.example.org\\@evil.example/",
        "https://wiki.example.org/\r\nSet-Cookie: a=b",
        "https://wiki.example.org/ 7",
        "\u0001https://wiki.example.org/"
      })
  void are_sent_nowhere_else(String page) {
    assertThat(Destination.of(page)).isEmpty();
  }
}
