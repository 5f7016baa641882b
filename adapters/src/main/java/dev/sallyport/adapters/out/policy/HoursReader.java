package dev.sallyport.adapters.out.policy;

import dev.sallyport.adapters.kit.text.Meant;
import dev.sallyport.domain.policy.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/// Reads `hours`: a part of some days, somewhere on earth.
final class HoursReader {
  private static final List<String> KEYS = List.of("days", "from", "to", "zone");
  private static final int LETTERS = 3;
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  private final Faults faults;
  private final Values values;

  HoursReader(Faults faults) {
    this.faults = faults;
    this.values = new Values(faults);
  }

  Optional<Hours> read(Node node) {
    return Fields.of(node, "`hours`", KEYS, faults).flatMap(this::read);
  }

  private Optional<Hours> read(Fields fields) {
    Set<DayOfWeek> days = fields.maybe("days").map(this::days).orElse(Set.of());
    boolean wholeDays = fields.key("from").isEmpty() && fields.key("to").isEmpty();
    Optional<LocalTime> from = wholeDays ? midnight() : time(fields, "from");
    Optional<LocalTime> to = wholeDays ? midnight() : time(fields, "to");
    Optional<ZoneId> zone =
        fields
            .needed("zone", "say where, as `zone: Europe/Berlin` or `zone: UTC`")
            .flatMap(it -> values.made(it, "`zone`", HoursReader::zone));
    return from.isPresent() && to.isPresent() && zone.isPresent()
        ? Optional.of(new Hours(days, from.get(), to.get(), zone.get()))
        : Optional.empty();
  }

  private Set<DayOfWeek> days(Node node) {
    Map<String, DayOfWeek> known = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      known.put(day.name().substring(0, LETTERS).toLowerCase(Locale.ROOT), day);
    }
    return Set.copyOf(values.list(node, "`days`", each -> values.oneOf(each, "`days`", known)));
  }

  private Optional<LocalTime> time(Fields fields, String key) {
    return fields
        .needed(key, "give both `from` and `to`, or neither for the whole day")
        .flatMap(it -> values.made(it, "`%s`".formatted(key), HoursReader::time));
  }

  private static Optional<LocalTime> midnight() {
    return Optional.of(LocalTime.MIDNIGHT);
  }

  private static LocalTime time(String text) {
    if (!text.matches(TIME)) {
      throw new IllegalArgumentException(
          "write a time from `00:00` to `23:59`; a day ends at `00:00`");
    }
    return LocalTime.parse(text);
  }

  private static ZoneId zone(String text) {
    Set<String> known = ZoneId.getAvailableZoneIds();
    if (!known.contains(text)) {
      throw new IllegalArgumentException(
          Meant.by(text, known)
              .map("did you mean `%s`?"::formatted)
              .orElse("write a zone such as `Europe/Berlin` or `UTC`"));
    }
    return ZoneId.of(text);
  }
}
