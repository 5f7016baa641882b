package dev.sallyport.adapters.in.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The path of a link")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkPathTest {
  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "7.12, 7.12",
    "a-._~Z9%3F%23%25%2B%26%3D%F0%9F%98%80, a-._~Z9?#%+&=\ud83d\ude00",
    "7%3A12%2F%C3%A4%20b, 7:12/ä b"
  })
  void is_read_as_it_is_given_out(String written, String id) {
    assertThat(LinkPath.read("/go/chat/message/" + written))
        .contains(new LinkPath("chat", "message", id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/go",
        "/go/",
        "/go/chat",
        "/go/chat/message",
        "/go/chat/message/",
        "/go//message/7",
        "/go/chat//7",
        "/go/chat/message/7/",
        "/go/chat/message/7/8",
        "//go/chat/message/7",
        "/GO/chat/message/7",
        "/stop/chat/message/7",
        "go/chat/message/7",
        "/go/chat/message/7%3a8",
        "/go/chat/message/%37",
        "/go/chat/message/7:8",
        "/go/chat/message/7+8",
        "/go/chat/message/7 8",
        "/go/chat/message/7;v=1",
        "/go/chat/message/ä",
        "/go/chat/message/7%",
        "/go/chat/message/7%2",
        "/go/chat/message/7%2G",
        "/go/chat/message/%-1",
        "/go/chat/message/%C3",
        "/go/chat/message/%C0%AF",
        "/go/chat/message/%ED%A0%80",
        "/go/ch%41t/message/7",
        "/go/chat/mess%2Fage/7",
        "/go/chat/message/7\u0000"
      })
  void is_none_in_any_other_spelling(String path) {
    assertThat(LinkPath.read(path)).isEmpty();
  }
}
