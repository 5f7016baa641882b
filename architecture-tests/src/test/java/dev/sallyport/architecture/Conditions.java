package dev.sallyport.architecture;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Conditions of our own, told as a sentence about the class or member they look at.
final class Conditions {
  private Conditions() {}

  /// Holds for whatever the test is true of.
  static <T extends HasDescription & HasSourceCodeLocation> ArchCondition<T> of(
      String sentence, Predicate<? super T> test) {
    return new ArchCondition<>(sentence) {
      @Override
      public void check(T item, ConditionEvents events) {
        boolean holds = test.test(item);
        String verdict = holds ? " does " : " does not ";
        events.add(
            new SimpleConditionEvent(
                item,
                holds,
                item.getDescription()
                    + verdict
                    + sentence
                    + " in "
                    + item.getSourceCodeLocation()));
      }
    };
  }

  /// Holds for whatever no fault is found in; each fault is told by itself.
  static <T extends HasDescription & HasSourceCodeLocation> ArchCondition<T> faultless(
      String sentence, Function<? super T, Stream<String>> faults) {
    return new ArchCondition<>(sentence) {
      @Override
      public void check(T item, ConditionEvents events) {
        faults
            .apply(item)
            .map(fault ->
                item.getDescription() + " " + fault + " in " + item.getSourceCodeLocation())
            .forEach(told -> events.add(SimpleConditionEvent.violated(item, told)));
      }
    };
  }
}
