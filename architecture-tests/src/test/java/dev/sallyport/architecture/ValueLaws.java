package dev.sallyport.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.sallyport.architecture.Region.DOMAIN;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// What values hold, and what things are called.
final class ValueLaws {
  private static final Pattern COPYING = Pattern.compile("copyOf.*|clone|unmodifiable.*|toList");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(password|passphrase|secret|token|api_?key|private_?key|credential|bearer).*");
  private static final Pattern TELLS_NO_SECRET = Pattern.compile("(?i).*(hash|id|name|prefix)");

  private static final String EMPTY_NAME =
      ".*(Impl|Manager|Helper|Helpers|Util|Utils|Utility|Data|Info)";

  private static final Set<String> OPTIONALS =
      Stream.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class)
          .map(Class::getName)
          .collect(Collectors.toUnmodifiableSet());

  private ValueLaws() {}

  static ArchRule valuesAreImmutable(Layout at) {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(at.of(DOMAIN), at.ports()[0], at.ports()[1])
        .should()
        .haveModifier(FINAL)
        .andShould(
            Conditions.of(
                "hold what cannot change under the reader",
                (JavaField field) ->
                    !field.getRawType().getPackageName().equals("java.util.concurrent.atomic")));
  }

  static ArchRule recordsCopyWhatTheyHold() {
    return classes()
        .that()
        .areRecords()
        .should(
            Conditions.of(
                "copy what they hold",
                (JavaClass type) -> copiesMade(type) >= thingsHeld(type).count()));
  }

  static ArchRule noNakedSecrets() {
    return noFields()
        .that()
        .areNotStatic()
        .should(
            Conditions.of(
                "hold a secret as plain text",
                (JavaField field) -> isText(field.getType()) && isSecret(field.getName())));
  }

  static ArchRule optionalsAreAnswers() {
    return classes()
        .should(Conditions.faultless("keep Optional for answers", ValueLaws::optionalsTaken));
  }

  static ArchRule ourExceptionsAreUnchecked() {
    return classes()
        .that()
        .areAssignableTo(Exception.class)
        .should()
        .beAssignableTo(RuntimeException.class);
  }

  static ArchRule noEmptyNames() {
    return noClasses().should().haveNameMatching(EMPTY_NAME);
  }

  static ArchRule everyPackageIsNullMarked() {
    return all(new Packages())
        .should(
            new ArchCondition<>("be null-marked") {
              @Override
              public void check(Inhabited inhabited, ConditionEvents events) {
                events.add(
                    new SimpleConditionEvent(inhabited, inhabited.isMarked(), inhabited.told()));
              }
            });
  }

  private static Stream<JavaField> thingsHeld(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(STATIC))
        .filter(field -> isContainer(field.getRawType()));
  }

  private static boolean isContainer(JavaClass type) {
    return type.isArray()
        || type.isAssignableTo(Collection.class)
        || type.isAssignableTo(Map.class);
  }

  private static long copiesMade(JavaClass type) {
    return type.getConstructors().stream()
        .filter(constructor -> isCanonical(constructor, type))
        .map(JavaConstructor::getMethodCallsFromSelf)
        .flatMap(Collection::stream)
        .map(JavaMethodCall::getName)
        .filter(name -> COPYING.matcher(name).matches())
        .count();
  }

  private static boolean isCanonical(JavaConstructor constructor, JavaClass type) {
    List<String> components =
        type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(STATIC))
            .map(field -> field.getRawType().getName())
            .sorted()
            .toList();
    return components.equals(
        constructor.getRawParameterTypes().stream().map(JavaClass::getName).sorted().toList());
  }

  private static boolean isText(JavaType type) {
    return switch (type.toErasure().getName()) {
      case "java.lang.String", "[C" -> true;
      case "java.util.Optional" ->
          type instanceof JavaParameterizedType optional
              && optional.getActualTypeArguments().stream().anyMatch(ValueLaws::isText);
      default -> false;
    };
  }

  private static boolean isSecret(String name) {
    return SECRET_NAME.matcher(name).matches() && !TELLS_NO_SECRET.matcher(name).matches();
  }

  private static Stream<String> optionalsTaken(JavaClass type) {
    Stream<String> kept =
        type.getFields().stream()
            .filter(field -> !type.isRecord() && isOptional(field.getRawType()))
            .map(field -> "keeps an Optional in `" + field.getName() + "`");
    Stream<String> taken =
        type.getCodeUnits().stream()
            .filter(unit -> !unit.getModifiers().contains(PRIVATE))
            .filter(unit -> !(type.isRecord() && unit.isConstructor()))
            .filter(unit -> unit.getRawParameterTypes().stream().anyMatch(ValueLaws::isOptional))
            .map(unit -> "takes an Optional in `" + nameOf(unit) + "`");
    return Stream.concat(kept, taken);
  }

  private static String nameOf(JavaCodeUnit unit) {
    return unit.isConstructor() ? "new" : unit.getName();
  }

  private static boolean isOptional(JavaClass type) {
    return OPTIONALS.contains(type.getName());
  }

  /// A package and those of its classes that were read.
  private record Inhabited(JavaPackage place, String inhabitants) {
    boolean isMarked() {
      return place
          .tryGetPackageInfo()
          .map(info -> info.isAnnotatedWith(NullMarked.class))
          .orElse(false);
    }

    String told() {
      return "package " + place.getName() + " of " + inhabitants + " is not null-marked";
    }
  }

  private static final class Packages extends AbstractClassesTransformer<Inhabited> {
    Packages() {
      super("packages");
    }

    @Override
    public Iterable<Inhabited> doTransform(JavaClasses classes) {
      return classes.stream()
          .collect(
              Collectors.groupingBy(
                  JavaClass::getPackage, Collectors.mapping(JavaClass::getName, joining(", "))))
          .entrySet()
          .stream()
          .map(entry -> new Inhabited(entry.getKey(), entry.getValue()))
          .toList();
    }
  }
}
