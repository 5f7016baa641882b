package dev.sallyport.adapters.out.json;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sallyport.adapters.out.json.Tools.Answer;
import dev.sallyport.application.backend.Change;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The start ends with a tool that takes or answers")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DefinitionTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void what_no_schema_can_say(Class<?> input, String told) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tools.reading(input))
        .withMessageStartingWith("the tool `look`: `" + input.getSimpleName())
        .withMessageContaining(told);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(String.class, "a record without type parameters"),
        arguments(Either.class, "a record without type parameters"),
        arguments(Generic.class, "a record without type parameters"),
        arguments(OfSet.class, "OfSet.it`: java.util.Set<java.lang.String> has no schema"),
        arguments(OfArray.class, "OfArray.it`: java.lang.String[] has no schema"),
        arguments(OfObject.class, "OfObject.it`: java.lang.Object has no schema"),
        arguments(OfWildcards.class, "OfWildcards.it`: ? has no schema"),
        arguments(OfRawList.class, "OfRawList.it`: say what it holds"),
        arguments(OfNumbers.class, "OfNumbers.it`: java.util.Map<java.lang.Integer"),
        arguments(OfOptionals.class, "OfOptionals.it`: java.util.Optional<java.lang.String> has"),
        arguments(OfOptionalInt.class, "OfOptionalInt.it`: java.util.OptionalInt has no schema"),
        arguments(OfOptionalChange.class, "OfOptionalChange.it`: "),
        arguments(OfItself.class, "`OfItself` holds itself"),
        arguments(OfKey.class, "OfKey.idempotencyKey`: the key is read before the tool"),
        arguments(OfTwins.class, "OfTwins.other`: another one is called `it` too"),
        arguments(OfIgnored.class, "OfIgnored.it`: @JsonIgnore is not heeded"),
        arguments(OfMail.class, "OfMail.it`: a schema cannot say @Email here"),
        arguments(OfSizedNumber.class, "OfSizedNumber.it`: only text, lists and maps have a size"),
        arguments(OfLeastText.class, "OfLeastText.it`: a schema cannot say @Min here"),
        arguments(OfFlags.class, "OfFlags.it`: a schema cannot say @Pattern here"),
        arguments(OfTwoPatterns.class, "OfTwoPatterns.it`: a schema has room for one pattern"),
        arguments(OfBoundRecord.class, "OfBoundRecord.it`: bounds belong to the members"));
  }

  @Test
  void a_sealed_interface_of_what_is_no_record() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tools.reading(OfMixed.class))
        .withMessageContaining("`Mixed` is sealed over what is no plain record");
  }

  @Test
  void a_case_with_a_type_of_its_own() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tools.reading(OfTyped.class))
        .withMessageContaining("`Own.type`: `type` tells the case");
  }

  @Test
  void a_change_as_an_answer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tools.reading(Answer.class, OfChange.class))
        .withMessageContaining("`OfChange.it`: a Change is taken, never answered");
  }

  @Test
  void a_status_of_a_change_that_cannot_be_unknown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tools.changing(Answer.class, OfStatus.class))
        .withMessageContaining("`OfStatus.status`: may also be approval_needed or unknown");
  }

  sealed interface Either {
    record One(String it) implements Either {}
  }

  record Generic<T>(T it) {}

  record OfSet(Set<String> it) {
    OfSet {
      it = Set.copyOf(it);
    }
  }

  // an array on purpose: that is the mistake
  @SuppressWarnings("ArrayRecordComponent")
  record OfArray(String[] it) {
    OfArray {
      it = it.clone();
    }
  }

  record OfObject(Object it) {}

  record OfWildcards(List<?> it) {
    OfWildcards {
      it = List.copyOf(it);
    }
  }

  // raw on purpose: that is the mistake
  @SuppressWarnings("rawtypes")
  record OfRawList(List it) {
    // raw on purpose: that is the mistake
    @SuppressWarnings("unchecked")
    OfRawList {
      it = List.copyOf(it);
    }
  }

  record OfNumbers(Map<Integer, String> it) {
    OfNumbers {
      it = Map.copyOf(it);
    }
  }

  record OfOptionals(List<Optional<String>> it) {
    OfOptionals {
      it = List.copyOf(it);
    }
  }

  record OfOptionalInt(OptionalInt it) {}

  record OfOptionalChange(Optional<Change<String>> it) {}

  record OfItself(Optional<OfItself> it) {}

  record OfKey(String idempotencyKey) {}

  record OfTwins(String it, @JsonProperty("it") String other) {}

  record OfIgnored(@JsonIgnore String it) {}

  record OfMail(@Email String it) {}

  record OfSizedNumber(@Size(max = 3) int it) {}

  record OfLeastText(@Min(1) String it) {}

  record OfFlags(@Pattern(regexp = "a", flags = Pattern.Flag.CASE_INSENSITIVE) String it) {}

  record OfTwoPatterns(@NotBlank @Pattern(regexp = "a") String it) {}

  record OfBoundRecord(@NotBlank Answer it) {}

  record OfMixed(Mixed it) {}

  sealed interface Mixed {
    final class Open implements Mixed {}
  }

  record OfTyped(Typed it) {}

  sealed interface Typed {
    record Own(String type) implements Typed {}
  }

  record OfChange(Change<String> it) {}

  record OfStatus(Optional<String> status) {}
}
