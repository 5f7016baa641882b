package dev.sallyport.domain.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What becomes of a call. What nobody foresaw is a [Deny].
public sealed interface Decision {
  /// Every rule that did not simply pass, in the order of the rules.
  List<Judgement> notes();

  /// The rule that decided; none where nothing stood against the call.
  default Optional<String> decider() {
    return switch (this) {
      case Allow _ -> Optional.empty();
      case Ask ask -> Optional.of(ask.rule());
      case Deny deny -> Optional.of(deny.rule());
    };
  }

  /// It may be done.
  record Allow(List<Judgement> notes) implements Decision {
    /// When every rule passed.
    static final Allow PLAIN = new Allow(List.of());

    public Allow {
      notes = List.copyOf(notes);
    }
  }

  /// It may be done once the person has approved exactly this.
  record Ask(String rule, Reason reason, List<Judgement> notes) implements Decision {
    public Ask {
      Objects.requireNonNull(rule);
      Objects.requireNonNull(reason);
      notes = List.copyOf(notes);
    }
  }

  /// It may not be done.
  record Deny(String rule, Reason reason, List<Judgement> notes) implements Decision {
    public Deny {
      Objects.requireNonNull(rule);
      Objects.requireNonNull(reason);
      notes = List.copyOf(notes);
    }
  }
}
