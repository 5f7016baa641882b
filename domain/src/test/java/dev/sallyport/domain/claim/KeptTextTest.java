package dev.sallyport.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.claim.KeptText.Told;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("What is kept of an answer")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptTextTest {
  private static final Place SALES = Place.in(new BackendId("phone"), new SpaceId("sales"));
  private static final Place HELP = Place.in(new BackendId("phone"), new SpaceId("help"));
  private static final Provenance BOTH =
      new Provenance(
          List.of(new Source(SALES, new Author.Inside()), new Source(HELP, new Author.Unknown())));

  @Test
  void is_read_back_with_all_of_its_sources() {
    assertThat(KeptText.answerIn(KeptText.answer("{\n}\n", BOTH)))
        .contains(new Told("{\n}\n", BOTH));
  }

  @Test
  void is_read_back_when_it_holds_nobodys_content() {
    assertThat(KeptText.answerIn(KeptText.answer("{}", Provenance.NONE)))
        .contains(new Told("{}", Provenance.NONE));
  }

  @Test
  void is_no_answer_if_it_is_a_refusal() {
    assertThat(KeptText.answerIn(KeptText.refusal("no\nnever"))).isEmpty();
    assertThat(KeptText.refusalIn(KeptText.refusal("no\nnever"))).contains("no\nnever");
  }

  @Test
  void is_no_refusal_if_it_is_an_answer() {
    assertThat(KeptText.refusalIn(KeptText.answer("{}", Provenance.NONE))).isEmpty();
  }

  @Test
  void is_not_told_without_a_source_that_cannot_be_read() {
    assertThat(KeptText.answerIn("answer\n1\ncanary\n{}")).isEmpty();
  }
}
