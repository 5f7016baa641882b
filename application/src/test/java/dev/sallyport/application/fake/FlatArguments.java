package dev.sallyport.application.fake;

import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.port.out.Arguments;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads flat records of `String`, `int`, `long`, `boolean` and `Optional<String>`, and no others.
public final class FlatArguments implements Arguments {
  private static final String KEY = "idempotencyKey";

  private volatile Optional<String> disliked = Optional.empty();

  /// From now on no answer fits that holds this.
  public void dislike(String word) {
    disliked = Optional.of(word);
  }

  @Override
  public <I, O> Form<I, O> form(Tool<I, O> tool) {
    return new FlatForm<>(tool.input(), tool.output(), tool instanceof WriteTool);
  }

  private final class FlatForm<I, O> implements Form<I, O> {
    private final Class<I> input;
    private final Class<O> output;
    private final boolean keyed;

    FlatForm(Class<I> input, Class<O> output, boolean keyed) {
      this.input = input;
      this.output = output;
      this.keyed = keyed;
    }

    @Override
    public Reading<I> read(CharSequence json) {
      List<String> faults = new ArrayList<>();
      Map<String, Object> members = new FlatJson(json.toString()).members(faults);
      Optional<String> key = keyed ? key(members.remove(KEY), faults) : Optional.empty();
      members.keySet().stream()
          .filter(name -> components(input).stream().noneMatch(it -> it.getName().equals(name)))
          .forEach(name -> faults.add("/" + name + ": is not known"));
      List<@Nullable Object> values = new ArrayList<>();
      components(input).forEach(it -> values.add(value(it, members.get(it.getName()), faults)));
      return faults.isEmpty()
          ? new Reading.Fits<>(make(values), FlatJson.of(members), key)
          : new Reading.Unfit<>(faults);
    }

    private static Optional<String> key(@Nullable Object given, List<String> faults) {
      if (given != null && !(given instanceof String text && text.matches("(?s).{1,128}"))) {
        faults.add("/" + KEY + ": has 1 to 128 characters");
      }
      return given instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static @Nullable Object value(
        RecordComponent component, @Nullable Object given, List<String> faults) {
      Class<?> type = component.getType();
      if (type == Optional.class && (given == null || given instanceof String)) {
        return Optional.ofNullable(given);
      }
      if (given instanceof BigDecimal number && fits(number, type)) {
        return type == int.class ? (Object) number.intValue() : (Object) number.longValue();
      }
      if ((given instanceof String && type == String.class)
          || (given instanceof Boolean && type == boolean.class)) {
        return given;
      }
      faults.add("/" + component.getName() + ": does not fit");
      return null;
    }

    private static boolean fits(BigDecimal number, Class<?> type) {
      int bits = type == int.class ? 31 : type == long.class ? 63 : -1;
      return number.scale() <= 0 && number.toBigInteger().bitLength() <= bits;
    }

    private I make(List<@Nullable Object> values) {
      try {
        var constructor = input.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return input.cast(constructor.newInstance(values.toArray()));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("this record cannot be made", e);
      }
    }

    @Override
    public String write(O answer) {
      Map<String, Object> members = new LinkedHashMap<>();
      if (keyed) {
        members.put("status", "done");
      }
      for (RecordComponent component : components(output)) {
        Object value = valueOf(component, answer);
        if (!value.equals(Optional.empty())) {
          members.put(
              component.getName(), value instanceof Optional<?> it ? it.orElseThrow() : value);
        }
      }
      return FlatJson.of(members);
    }

    private static Object valueOf(RecordComponent component, Object answer) {
      try {
        component.getAccessor().setAccessible(true);
        return component.getAccessor().invoke(answer);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("this record cannot be read", e);
      }
    }

    @Override
    public List<String> unfit(String answer) {
      List<String> faults = new ArrayList<>();
      Map<String, Object> members = new FlatJson(answer).members(faults);
      components(output).stream()
          .filter(it -> !fitsOutput(it, members.get(it.getName())))
          .forEach(it -> faults.add("/" + it.getName()));
      disliked.filter(answer::contains).ifPresent(_ -> faults.add("/disliked"));
      return faults;
    }

    private static boolean fitsOutput(RecordComponent component, @Nullable Object given) {
      return FlatForm.value(component, given, new ArrayList<>()) != null;
    }

    @Override
    public String inputSchema() {
      return components(input) + (keyed ? KEY : "");
    }

    @Override
    public String outputSchema() {
      return components(output) + (keyed ? "status" : "");
    }

    // a flat record speaks for itself
    @Override
    public List<String> undescribed() {
      return List.of();
    }

    @Override
    public String version() {
      return inputSchema() + outputSchema();
    }

    private static List<RecordComponent> components(Class<?> type) {
      return List.of(type.getRecordComponents());
    }
  }
}
