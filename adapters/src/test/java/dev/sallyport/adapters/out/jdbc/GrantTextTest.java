package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.sample.AGrant.aGrant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Kept.Choice;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Narrowing.Recipients;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Recipient;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of a grant")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantTextTest {
  private static final String[] WORDS = {"a", "née", "\"", "\\", "𝄞", "+49", "{}", "null"};

  @ParameterizedTest
  @MethodSource("seeds")
  void is_read_back_as_it_was_written(long seed) {
    var random = new Random(seed);
    Grant grant = grant(random);
    Narrowing narrowing = narrowing(random);

    assertThat(GrantText.terms(GrantText.ofTerms(grant)))
        .isEqualTo(new GrantText.Terms(grant.scopes(), grant.reaches(), grant.trusted()));
    assertThat(GrantText.narrowing(GrantText.of(narrowing))).isEqualTo(narrowing);
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @Test
  void is_ascii_whatever_it_says() {
    Grant grant = aGrant().trusting(Recipient.member("née 𝄞")).grant();
    String text = GrantText.ofTerms(grant);

    assertThat(text).isASCII().isPrintable();
    assertThat(GrantText.terms(text).trusted()).isEqualTo(grant.trusted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[]",
        "{\"version\":2,\"scopes\":[],\"reaches\":{},\"trusted\":[]}",
        "{\"version\":1,\"scopes\":[],\"reaches\":{}}",
        "{\"version\":1,\"scopes\":[],\"reaches\":{},\"trusted\":[],\"more\":1}",
        "{\"version\":1,\"scopes\":[],\"reaches\":{},\"trusted\":[]}{}",
        "{\"version\":1,\"scopes\":[1],\"reaches\":{},\"trusted\":[]}",
        "{\"version\":1,\"scopes\":null,\"reaches\":{},\"trusted\":[]}",
        "{\"version\":1,\"scopes\":[],\"reaches\":{\"chat\":{\"spaces\":[]}},\"trusted\":[]}",
        "{\"version\":1,\"scopes\":[],\"reaches\":{\"chat\":{\"spaces\":[],\"privates\":[]},"
            + "\"chat\":{\"spaces\":[],\"privates\":[]}},\"trusted\":[]}",
        "{\"version\":1,\"scopes\":[],\"reaches\":{},\"trusted\":[\"a\"]}",
        "{\"version\":1,\"scopes\":[],\"reaches\":{},\"trusted\":[",
      })
  void is_refused_if_it_is_not_ours_to_the_letter(String text) {
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> GrantText.terms(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\":1,\"readOnly\":null,\"only\":{},\"recipients\":null}",
        "{\"version\":1,\"readOnly\":true,\"only\":{}}",
        "{\"version\":1,\"only\":{},\"recipients\":null}",
        "{\"version\":1,\"readOnly\":true,\"only\":{\"chat\":{\"spaces\":[]}},\"recipients\":null}",
      })
  void is_refused_if_a_narrowing_misses_anything(String text) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> GrantText.narrowing(text));
  }

  private static Grant grant(Random random) {
    var sample = aGrant().allowing("a:read", "b.admin");
    for (int backend = random.nextInt(4); backend > 0; backend--) {
      sample =
          sample.reaching(
              "b" + backend,
              new Reach(some(random, SpaceId::new), some(random, word -> new PrivateKind("dms"))));
    }
    return sample
        .trusting(some(random, word -> Recipient.phone(word, "DE")).toArray(Recipient[]::new))
        .grant();
  }

  private static Narrowing narrowing(Random random) {
    Map<BackendId, Kept> only = new HashMap<>();
    for (int backend = random.nextInt(4); backend > 0; backend--) {
      only.put(
          new BackendId("b" + backend),
          new Kept(choice(random, SpaceId::new), choice(random, ConversationId::new)));
    }
    return new Narrowing(
        random.nextBoolean(),
        only,
        random.nextBoolean()
            ? new Recipients.Any()
            : new Recipients.Beginning(some(random, word -> word)));
  }

  private static <T> Choice<T> choice(Random random, Function<String, T> one) {
    return random.nextBoolean() ? new Choice.All<>() : new Choice.Only<>(some(random, one));
  }

  private static <T> Set<T> some(Random random, Function<String, T> one) {
    Set<T> found = new HashSet<>();
    for (int count = random.nextInt(5); count > 0; count--) {
      found.add(
          one.apply(WORDS[random.nextInt(WORDS.length)] + WORDS[random.nextInt(WORDS.length)]));
    }
    return found;
  }
}
