package dev.sallyport.domain.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A source as a line of text")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceTextTest {
  private static final BackendId PHONE = new BackendId("phone");
  private static final SpaceId SALES = new SpaceId("sales");
  private static final ConversationId TALK = new ConversationId("c7");

  @ParameterizedTest
  @MethodSource("sources")
  void is_read_back_as_it_was(Source source) {
    assertThat(SourceText.read(SourceText.of(source))).contains(source);
  }

  static Stream<Source> sources() {
    var caller = new Author.Outside(Recipient.phone("+491701234567", "DE"));
    return Stream.of(
        new Source(Place.in(PHONE, SALES), new Author.Inside()),
        new Source(Place.in(PHONE, SALES, TALK), caller),
        new Source(
            new Place.InPrivate(PHONE, new PrivateKind("direct"), TALK), new Author.Unknown()));
  }

  @Test
  void keeps_the_region_of_whoever_wrote_it() {
    var caller = new Author.Outside(Recipient.phone("+491701234567", "DE"));

    assertThat(SourceText.of(new Source(Place.in(PHONE, SALES), caller)))
        .isEqualTo(
            String.join("\u001f", "space", "phone", "sales", "", "PHONE", "+491701234567", "DE"));
  }

  @Test
  void begins_with_the_place() {
    assertThat(SourceText.of(new Source(Place.in(PHONE, SALES, TALK), new Author.Inside())))
        .startsWith(SourceText.place(Place.in(PHONE, SALES, TALK)));
  }

  @Test
  void is_not_found_in_another_text() {
    assertThat(SourceText.read("canary")).isEmpty();
  }
}
