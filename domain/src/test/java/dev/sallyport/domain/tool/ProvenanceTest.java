package dev.sallyport.domain.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The provenance of an answer")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvenanceTest {
  private static final BackendId CHAT = new BackendId("chat");
  private static final SpaceId HALL = new SpaceId("hall");
  private static final ConversationId TALK = new ConversationId("talk");

  @Test
  void names_the_place_and_that_it_was_written_inside() {
    assertThat(Provenance.inside(Place.in(CHAT, HALL)))
        .isEqualTo(new Provenance(List.of(new Source(Place.in(CHAT, HALL), new Author.Inside()))));
  }

  @Test
  void tells_places_by_space_and_conversation() {
    assertThat(Place.in(CHAT, HALL)).isEqualTo(new Place.InSpace(CHAT, HALL, Optional.empty()));
    assertThat(Place.in(CHAT, HALL, TALK))
        .isEqualTo(new Place.InSpace(CHAT, HALL, Optional.of(TALK)));
    assertThat(new Place.InPrivate(CHAT, new PrivateKind("dms"), TALK).conversation())
        .contains(TALK);
  }
}
