package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.RotateKeys;
import dev.sallyport.application.port.in.RotateKeys.Progress;
import dev.sallyport.application.port.in.RotateKeys.Rotation;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.bootstrap.settings.SettingsReader;
import dev.sallyport.domain.id.PersonId;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Opens the house for work on its keys, and says how far it is and how it went.
final class RingWork {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private GivenOptions given = new GivenOptions();

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  /// The exit code.
  int run(BiFunction<RotateKeys, Progress, Rotation> work) {
    Settings settings = SettingsReader.read(given.with(Map.copyOf(System.getenv())));
    try (ClosedHouse house = ClosedHouse.open(settings)) {
      return told(work.apply(house.get(RotateKeys.class), this::tell), settings);
    }
  }

  private int told(Rotation rotation, Settings settings) {
    return switch (rotation) {
      case Rotation.Rotated rotated -> told(rotated);
      case Rotation.Given() ->
          refused(
              "the server key is a setting: list it in `%s`, set a new one as `%s`, and run `ring"
                      .formatted(Setting.OTHER_KEYS.key(), Setting.SERVER_KEY.key())
                  + " rewrap`");
      case Rotation.InUse() ->
          refused("a server works with the keys in `%s`: stop it first".formatted(settings.data()));
      case Rotation.NotSound(var standing) -> {
        RingFaults.refuse(standing, settings);
        throw new IllegalStateException("not sound and nothing wrong: " + standing);
      }
    };
  }

  private int told(Rotation.Rotated rotated) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          "{\"added\":%s,\"rewrapped\":%d,\"stuck\":%s}"
              .formatted(
                  RingLines.json(rotated.added()), rotated.rewrapped(), ids(rotated.stuck())));
    } else {
      rotated
          .added()
          .forEach(key -> out.printf("Added %s key %s.%n", RingLines.use(key), key.id().value()));
      out.printf("Wrapped %d keys of people anew.%n", rotated.rewrapped());
    }
    out.flush();
    return rotated.stuck().isEmpty() ? 0 : stuck(rotated.stuck());
  }

  /// All the rest is done, so a rotation must not be tried again: that would add another key.
  private int stuck(List<PersonId> people) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "The keys of %d people could not be opened and are as they were. Restore their rows of"
                .formatted(people.size())
            + " `person_key` and every key of the ring from a backup, then run `ring rewrap`:");
    people.forEach(person -> err.println("  " + person.value()));
    err.flush();
    return 1;
  }

  private static String ids(List<PersonId> people) {
    return people.stream()
        .map(person -> "\"" + person.value() + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private int refused(String why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("The keys were not rotated: " + why + ".");
    err.flush();
    return 1;
  }

  private void tell(int rewrapped) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("%d keys of people wrapped anew so far".formatted(rewrapped));
    err.flush();
  }
}
