package dev.sallyport.adapters.in.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.domain.content.Question.Kind;
import dev.sallyport.domain.content.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A client that is told how far a call is")
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarsTest {
  private static final Optional<ObjectNode> UNKNOWN = Optional.empty();
  private static final Optional<ObjectNode> NOTHING = Optional.of(Asks.nothing());

  private final Asks.Open exchange = new Asks.Open(UNKNOWN);

  static Stream<Arguments> revisions() {
    return Stream.of(
        Arguments.of(Revision.R2024_11_05, UNKNOWN, EnumSet.of(Kind.SAMPLING, Kind.ROOTS)),
        Arguments.of(Revision.R2025_03_26, UNKNOWN, EnumSet.of(Kind.SAMPLING, Kind.ROOTS)),
        Arguments.of(
            Revision.R2025_06_18, UNKNOWN, EnumSet.of(Kind.FORM, Kind.SAMPLING, Kind.ROOTS)),
        Arguments.of(Revision.R2025_11_25, UNKNOWN, EnumSet.allOf(Kind.class)),
        Arguments.of(Revision.R2025_11_25, NOTHING, EnumSet.noneOf(Kind.class)),
        Arguments.of(Revision.R2025_11_25, declaring("elicitation"), EnumSet.of(Kind.FORM)),
        Arguments.of(Revision.R2025_03_26, declaring("elicitation"), EnumSet.noneOf(Kind.class)),
        Arguments.of(Revision.R2025_03_26, declaring("sampling"), EnumSet.of(Kind.SAMPLING)));
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void is_asked_what_its_revision_has_and_it_declared(
      Revision revision, Optional<ObjectNode> declared, Set<Kind> kinds) {
    var ears = new Ears(Asks.of(revision, Asks.nothing(), new Asks.Open(declared)));

    assertThat(Stream.of(Kind.values()).filter(ears::canBeAsked).collect(Collectors.toSet()))
        .isEqualTo(kinds);
  }

  @Test
  void hears_no_number_that_is_none() {
    ears().progress(1, Double.NaN);
    ears().progress(2, Double.POSITIVE_INFINITY);
    ears().progress(Double.NaN, 3);

    assertThat(exchange.said)
        .isEqualTo(
            List.of(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":\"t\",\"progress\":1.0}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":\"t\",\"progress\":2.0}}"));
  }

  @Test
  void hears_of_two_steps_in_their_order_though_the_first_takes_its_time() throws Exception {
    var slow = new Slow();
    Ears ears = ears(slow);
    slow.other = Thread.ofPlatform().unstarted(() -> ears.progress(2, 2));
    ears.progress(1, 2);
    slow.other.join();

    assertThat(slow.said)
        .extracting(it -> it.replaceAll(".*\"progress\":|,.*", ""))
        .isEqualTo(List.of("1.0", "2.0"));
  }

  @Test
  void hears_what_matters_until_it_says_what_it_wants_to_hear() {
    Ears ears = ears();
    ears.log(Severity.DEBUG, "unheard");
    ears.log(Severity.INFO, "one");
    exchange.hearFrom(Severity.ERROR);
    ears.log(Severity.WARNING, "unheard");
    ears.log(Severity.ERROR, "two");
    exchange.hearFrom(Severity.DEBUG);
    ears.log(Severity.DEBUG, "three");

    assertThat(exchange.said)
        .extracting(it -> it.replaceAll(".*\"data\":\"|\".*", ""))
        .isEqualTo(List.of("one", "two", "three"));
  }

  @Test
  void of_this_revision_hears_only_what_it_wanted_with_the_request_itself() {
    exchange.hearFrom(Severity.DEBUG);
    new Ears(Asks.of(Revision.R2026_07_28, Asks.nothing(), exchange))
        .log(Severity.EMERGENCY, "unheard");

    assertThat(exchange.said).isEmpty();
  }

  private Ears ears() {
    return ears(exchange);
  }

  private static Ears ears(Exchange exchange) {
    ObjectNode params = Asks.nothing();
    params.putObject("_meta").put("progressToken", "t");
    return new Ears(Asks.of(Revision.R2025_11_25, params, exchange));
  }

  /// Lets another thread go on as far as it can before it takes the first thing that is said.
  private static final class Slow implements Exchange {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private Thread other = Thread.currentThread();

    @Override
    public boolean streams() {
      return true;
    }

    @Override
    public void send(Json message) {
      if (other.getState() == Thread.State.NEW) {
        other.start();
        while (other.getState() == Thread.State.RUNNABLE) {
          Thread.onSpinWait();
        }
      }
      said.add(message.text());
    }

    @Override
    public void answer(Reply reply) {}

    @Override
    public boolean gone() {
      return false;
    }
  }

  private static Optional<ObjectNode> declaring(String capability) {
    ObjectNode capabilities = Asks.nothing();
    capabilities.putObject(capability);
    return Optional.of(capabilities);
  }
}
