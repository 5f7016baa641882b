package dev.sallyport.application.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A site")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteTest {
  @ParameterizedTest
  @CsvSource({
    "https://wiki.example, https://wiki.example/7?a=b#c",
    "https://wiki.example/base/, https://wiki.example/elsewhere",
    "https://wiki.example, https://wiki.example:443/7",
    "https://wiki.example:443, https://wiki.example/7",
    "https://Wiki.Example, HTTPS://WIKI.example/7",
    "https://wiki.example:8443, https://wiki.example:8443/7",
    "http://localhost:8080, http://localhost:8080/7",
    "http://[::1]:8080, http://[::1]:8080/7"
  })
  void has_the_pages_of_its_scheme_host_and_port(String site, String page) {
    assertThat(Site.of(URI.create(site)).has(URI.create(page))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "https://wiki.example.evil/",
        "https://evil-wiki.example/",
        "https://a.wiki.example/",
        "https://example/",
        "https://wiki.example@evil.example/",
        "https://wiki.example:443@evil.example/",
        "https://ada@wiki.example/",
        "https://@wiki.example/",
        "https://wiki.example:8443/",
        "https://wiki.example:0/",
        "http://wiki.example/",
        "http://wiki.example:443/",
        "ftp://wiki.example/",
        "https://wiki.example./",
        "https://wiki.example../",
        "https://wiki%2eexample/",
        "https://wiki.example%2f.evil.example/",
        "https://w\u0131ki.example/",
        "https://wiki\u3002example/",
        "https://xn--wik-jpa.example/",
        "https://evil.example/https://wiki.example/",
        "https://evil.example?@wiki.example",
        "https://evil.example#@wiki.example",
        "//wiki.example/7",
        "/7",
        "https:wiki.example",
        "javascript:alert(1)"
      })
  void has_no_others(String page) {
    assertThat(Site.of(URI.create("https://wiki.example")).has(URI.create(page))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wiki.example", "/base", "ftp://wiki.example", "https:///base"})
  void is_somewhere_on_the_web(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> Site.of(URI.create(address)));
  }
}
