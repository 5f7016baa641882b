package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.content.Content;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Replies;
import dev.sallyport.domain.content.Severity;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.Window;
import dev.sallyport.domain.policy.Judgement;
import dev.sallyport.domain.policy.Reason;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs one tool for a caller, if the policy lets it. The only way to a backend there is.
public interface CallTool {
  /// Starts the call on a thread of its own and does not wait for it. Must not throw.
  ///
  /// @param answered told once, soon after the deadline at the latest, whatever hangs; what nobody
  ///   foresaw is an outcome too
  void start(Command command, Consumer<Answer> answered);

  /// The same, waited for by a thread that has nothing else to do. Whoever interrupts it is taken
  /// for gone.
  Answer call(Command command);

  /// A call as it came in: authenticated, and nothing else is known of it.
  ///
  /// @param arguments the text of one JSON object, or what a door has read of it already
  /// @param fresh whether an answer from memory will not do; only some plans allow that
  /// @param replies if an earlier attempt was asked something
  record Command(
      Caller caller,
      ToolName tool,
      CharSequence arguments,
      Instant deadline,
      boolean fresh,
      Locale locale,
      ZoneId zone,
      Optional<Replies> replies,
      Listener listener) {
    public Command {
      Objects.requireNonNull(caller);
      Objects.requireNonNull(tool);
      Objects.requireNonNull(arguments);
      Objects.requireNonNull(deadline);
      Objects.requireNonNull(locale);
      Objects.requireNonNull(zone);
      Objects.requireNonNull(replies);
      Objects.requireNonNull(listener);
    }

    /// The same call of what is known by another name.
    public Command of(ToolName other) {
      return new Command(
          caller, other, arguments, deadline, fresh, locale, zone, replies, listener);
    }

    /// The same call, with another other end.
    public Command heardBy(Listener other) {
      return new Command(caller, tool, arguments, deadline, fresh, locale, zone, replies, other);
    }

    /// Without the arguments: what somebody wrote belongs in no log.
    @Override
    public String toString() {
      return "Command[" + tool.value() + " by " + caller.grant() + "]";
    }
  }

  /// The other end of a call.
  interface Listener {
    /// Nobody is told anything, and nobody goes away.
    Listener PATIENT =
        new Listener() {
          @Override
          public boolean gone() {
            return false;
          }

          @Override
          public void progress(double done, double of) {}
        };

    boolean gone();

    void progress(double done, double of);

    default void log(Severity severity, String line) {}

    default boolean canBeAsked(Question.Kind kind) {
      return false;
    }
  }

  /// How a call ended, under the id that the ledger knows it by.
  ///
  /// @param standings how the limits stand, as far as the call got to them
  /// @param warnings the quotas that are nearly used up, or exceeded as the plan allows
  record Answer(CallId call, Outcome outcome, List<Standing> standings, List<Warning> warnings) {
    public Answer {
      Objects.requireNonNull(call);
      Objects.requireNonNull(outcome);
      standings = List.copyOf(standings);
      warnings = List.copyOf(warnings);
    }
  }

  /// A quota of which four fifths or more are used.
  ///
  /// @param counted what is used and promised of it, with this call
  record Warning(Level level, Window.Span span, long quota, long counted, Instant resetsAt) {
    public Warning {
      Objects.requireNonNull(level);
      Objects.requireNonNull(span);
      Objects.requireNonNull(resetsAt);
    }
  }

  /// One limit over time, for headers and warnings.
  record Standing(String name, Level level, long limit, long remaining, Duration resetsIn) {
    public Standing {
      Objects.requireNonNull(name);
      Objects.requireNonNull(level);
      Objects.requireNonNull(resetsIn);
    }
  }

  /// All the ways a call can end.
  sealed interface Outcome {
    /// It was done.
    ///
    /// @param json the structured answer
    /// @param content what is shown instead of the JSON, where there is something
    /// @param notes what rules noticed without standing in the way
    /// @param claim of a write: what it can be asked about under
    /// @param remembered whether it comes from memory, and this very text may be answered again
    record Answered(
        String json,
        List<Content> content,
        Provenance provenance,
        List<Judgement> notes,
        Optional<ClaimId> claim,
        boolean remembered)
        implements Outcome {
      public Answered {
        Objects.requireNonNull(json);
        content = List.copyOf(content);
        Objects.requireNonNull(provenance);
        notes = List.copyOf(notes);
        Objects.requireNonNull(claim);
      }

      /// Without the answer.
      @Override
      public String toString() {
        return "Answered[notes=" + notes + ", claim=" + claim + "]";
      }
    }

    /// It was done before, under the same key; this is what was answered then. Nothing was done
    /// again.
    record AnsweredBefore(String json, ClaimId claim, Instant at, boolean keyChosen)
        implements Outcome {
      public AnsweredBefore {
        Objects.requireNonNull(json);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(at);
      }

      /// Without the answer.
      @Override
      public String toString() {
        return "AnsweredBefore[" + claim + " at " + at + "]";
      }
    }

    /// The other end is asked something first; the same call is made again with the replies.
    ///
    /// @param state comes back with the replies; whoever carries it must not be able to change it
    record InputNeeded(Map<String, Question> questions, String state) implements Outcome {
      public InputNeeded {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        Objects.requireNonNull(state);
      }

      /// Without what is asked.
      @Override
      public String toString() {
        return "InputNeeded" + questions.keySet();
      }
    }

    /// The policy said no. The backend never heard of it.
    ///
    /// @param wanted the right that the connection lacks, where that is why
    record Refused(String rule, Reason reason, List<Judgement> notes, Optional<Scope> wanted)
        implements Outcome {
      public Refused {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(reason);
        notes = List.copyOf(notes);
        Objects.requireNonNull(wanted);
      }

      public Refused(String rule, Reason reason, List<Judgement> notes) {
        this(rule, reason, notes, Optional.empty());
      }

      /// The same, for want of a right.
      public Refused wanting(Scope scope) {
        return new Refused(rule, reason, notes, Optional.of(scope));
      }
    }

    /// The person is asked; the same call is made again once they have approved it.
    record ApprovalNeeded(ApprovalId approval, String rule, Reason reason, Instant expiresAt)
        implements Outcome {
      public ApprovalNeeded {
        Objects.requireNonNull(approval);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(expiresAt);
      }
    }

    /// No such tool, or none that this grant may know of; the two look the same on purpose.
    record UnknownTool() implements Outcome {}

    /// What was sent does not fit what the tool takes.
    record InvalidArguments(List<String> faults) implements Outcome {
      public InvalidArguments {
        faults = List.copyOf(faults);
      }
    }

    /// Too much in too short a time, or too much at once.
    record Limited(Standing standing, Optional<Duration> retryAfter) implements Outcome {
      public Limited {
        Objects.requireNonNull(standing);
        Objects.requireNonNull(retryAfter);
      }
    }

    /// The plan's calls are used up until then.
    record QuotaExhausted(Level level, long limit, Instant resetsAt) implements Outcome {
      public QuotaExhausted {
        Objects.requireNonNull(level);
        Objects.requireNonNull(resetsAt);
      }
    }

    /// The key was used for other arguments.
    record KeyReused() implements Outcome {}

    /// The same write is under way; nothing was sent a second time.
    record InProgress(ClaimId claim) implements Outcome {
      public InProgress {
        Objects.requireNonNull(claim);
      }
    }

    /// It was or may have been sent, and nobody knows what came of it. It is not sent again under
    /// the same key.
    record OutcomeUnknown(ClaimId claim, String message) implements Outcome {
      public OutcomeUnknown {
        Objects.requireNonNull(claim);
        Objects.requireNonNull(message);
      }
    }

    /// The backend said no or could not be asked; nothing was changed.
    record Failed(String message, boolean safeToRetry) implements Outcome {
      public Failed {
        Objects.requireNonNull(message);
      }
    }

    /// There is nothing of that name, or nothing that this grant may know of; the two sound the
    /// same.
    record NotThere(String message) implements Outcome {
      public NotThere {
        Objects.requireNonNull(message);
      }
    }

    /// The answer held something from outside the grant's reach, so nobody gets to see it.
    record Withheld(Optional<ClaimId> claim) implements Outcome {
      public Withheld {
        Objects.requireNonNull(claim);
      }
    }

    /// The caller went away, or its time was over. A write that was being sent is finished and can
    /// be asked about under its key.
    record Abandoned(boolean deadlinePassed) implements Outcome {}

    /// Something the house cannot do without is away. Nothing was sent.
    record Unavailable() implements Outcome {}
  }
}
