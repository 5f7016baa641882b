package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.tenancy.TenantScope;
import io.micronaut.context.BeanContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// Tenant isolation as one statement over every method of every store that takes a scope: called
/// with another organization's ids it answers as for ids that do not exist, and changes nothing.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class TenantIsolationContract {
  private static final String STORES = "dev.sallyport.adapters.out.jdbc";
  private static final String PORTS = "dev.sallyport.application.port.out";

  /// The stores of one database for the whole test.
  abstract BeanContext stores();

  @Test
  void every_method_that_takes_a_scope_is_tried() {
    assertThat(ForeignCalls.ALL.keySet()).containsExactlyInAnyOrderElementsOf(scopedMethods());
  }

  @Test
  void ids_of_another_organization_are_ids_of_nothing() {
    assertThat(revealing()).isEmpty();
  }

  @Test
  void nothing_of_another_organization_is_changed() {
    assertThat(changing()).isEmpty();
  }

  /// The methods that answer another organization's ids in another way than unknown ones.
  final List<String> revealing() {
    return ForeignCalls.ALL.keySet().stream().flatMap(method -> revealed(method).stream()).toList();
  }

  /// The methods that change another organization's rows.
  final List<String> changing() {
    return ForeignCalls.ALL.keySet().stream().filter(this::changes).toList();
  }

  private List<String> revealed(String method) {
    String foreign = answer(method, Belongings.left(stores()));
    String unknown = answer(method, Belongings.nowhere());
    return foreign.equals(unknown)
        ? List.of()
        : List.of("%s: %s instead of %s".formatted(method, foreign, unknown));
  }

  private boolean changes(String method) {
    Belongings theirs = Belongings.left(stores());
    List<String> before = Rows.of(database(), theirs.scope());
    assertThat(before).as("rows of the other organization").hasSizeGreaterThan(10);
    answer(method, theirs);
    return !Rows.of(database(), theirs.scope()).equals(before);
  }

  private String answer(String method, Belongings theirs) {
    Belongings ours = Belongings.left(stores());
    String answer =
        told(() ->
            ForeignCalls.of(method).made(new ForeignCalls.At(stores(), ours.scope()), theirs));
    return ours.masked(theirs.masked(answer));
  }

  private static String told(Supplier<?> call) {
    try {
      return String.valueOf(call.get());
    } catch (RuntimeException refusal) {
      return refusal.toString();
    }
  }

  private Database database() {
    return stores().getBean(Database.class);
  }

  private Set<String> scopedMethods() {
    return stores().getAllBeanDefinitions().stream()
        .map(definition -> (Class<?>) definition.getBeanType())
        .filter(type -> type.getPackageName().equals(STORES))
        .flatMap(type -> Stream.of(type.getInterfaces()))
        .filter(port -> port.getPackageName().equals(PORTS))
        .flatMap(port -> Stream.of(port.getMethods()))
        .filter(method -> List.of(method.getParameterTypes()).contains(TenantScope.class))
        .map(TenantIsolationContract::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .filter(type -> type != TenantScope.class)
        .map(Class::getSimpleName)
        .collect(
            Collectors.joining(
                ", ",
                method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(",
                ")"));
  }
}
