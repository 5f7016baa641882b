package dev.sallyport.bootstrap.settings;

import dev.sallyport.adapters.kit.text.Meant;
import dev.sallyport.domain.tool.ToolSets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Gathers settings from where they are given, refuses what is unknown, wrong or unsafe.
public final class SettingsReader {
  /// Platforms set this one, without a prefix.
  private static final String PLATFORM_PORT = "PORT";

  /// Which file, and so not a setting in it.
  public static final String FILE_VARIABLE = "SALLYPORT_CONFIG";

  private static final String UNSHOWN = "the value (not shown) is not allowed";
  private static final String VARIABLE_PREFIX = "SALLYPORT_";

  /// Kubernetes gives these to every pod beside a Service that is named `sallyport`.
  private static final Pattern KUBERNETES =
      Pattern.compile(
          "SALLYPORT_(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?"
              + "|PORT_[0-9]+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)");

  /// One of these too when it holds an address; else somebody meant to set our port.
  private static final String KUBERNETES_PORT = "SALLYPORT_PORT";

  private final List<Fault> faults = new ArrayList<>();
  private final Map<Setting, Object> values = new EnumMap<>(Setting.class);
  private final ToolSetsReader toolSets = new ToolSetsReader(faults);

  private SettingsReader() {}

  /// Throws [BadSettings] with every fault there is.
  public static Settings read(Given given) {
    var reader = new SettingsReader();
    for (Setting setting : Setting.values()) {
      setting.fallback().ifPresent(text -> reader.set(setting, setting.key(), text));
    }
    given.file().ifPresent(file -> reader.take(new SettingsFile(file, reader.faults).read()));
    reader.takeEnvironment(given.environment());
    given.commandLine().forEach((setting, text) -> reader.set(setting, option(setting), text));
    return reader.settings();
  }

  private void take(Map<String, String> file) {
    file.forEach((key, text) ->
        Setting.of(key)
            .ifPresentOrElse(
                setting -> set(setting, key, text),
                () -> {
                  if (toolSets.take(key, key, text).isEmpty()) {
                    unknown(key, Arrays.stream(Setting.values()).map(Setting::key));
                  }
                }));
  }

  private void takeEnvironment(Map<String, String> environment) {
    if (!environment.containsKey(Setting.LISTEN_PORT.variable())) {
      Optional.ofNullable(environment.get(PLATFORM_PORT))
          .ifPresent(text -> set(Setting.LISTEN_PORT, PLATFORM_PORT, text));
    }
    environment.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(VARIABLE_PREFIX))
        .filter(entry -> !entry.getKey().equals(FILE_VARIABLE))
        .filter(entry -> !ofKubernetes(entry.getKey(), entry.getValue()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry ->
            Setting.ofVariable(entry.getKey())
                .ifPresentOrElse(
                    setting -> set(setting, entry.getKey(), entry.getValue()),
                    () -> {
                      if (isNoToolSet(entry.getKey(), entry.getValue())) {
                        unknown(
                            entry.getKey(), Arrays.stream(Setting.values()).map(Setting::variable));
                      }
                    }));
  }

  private boolean isNoToolSet(String variable, String text) {
    return ToolSetsReader.key(variable)
        .flatMap(key -> toolSets.take(key, variable, text))
        .isEmpty();
  }

  private void set(Setting setting, String where, String text) {
    setting
        .kind()
        .read(text)
        .ifPresentOrElse(
            value -> values.put(setting, value),
            () ->
                faults.add(
                    new Fault(
                        where,
                        setting.key(),
                        wrong(setting, text),
                        "allowed is " + setting.allowed())));
  }

  private static boolean ofKubernetes(String variable, String text) {
    return KUBERNETES.matcher(variable).matches()
        || (variable.equals(KUBERNETES_PORT) && text.matches("(?:tcp|udp)://.*"));
  }

  private static String wrong(Setting setting, String text) {
    return setting.secret() || setting == Setting.DATABASE_URL ? UNSHOWN : wrong(text);
  }

  static String wrong(String text) {
    // what stands before an @ or in a query may be a password
    return text.matches("(?s).*[@?#].*") ? UNSHOWN : "`%s` is not allowed".formatted(text);
  }

  private void unknown(String key, Stream<String> known) {
    String remedy =
        meant(key, Stream.concat(known, ToolSetsReader.near(key)).toList())
            .map("did you mean `%s`?"::formatted)
            .orElse("`./sallyport settings` lists those there are");
    faults.add(new Fault(key, "there is no such setting", remedy));
  }

  private static Optional<String> meant(String key, List<String> known) {
    if (key.equals(KUBERNETES_PORT)) {
      return Optional.of(Setting.LISTEN_PORT.variable());
    }
    return Meant.by(key, known);
  }

  private Settings settings() {
    ToolSets sets = toolSets.read();
    if (faults.isEmpty()) {
      Settings settings = Settings.of(values, sets);
      faults.addAll(Hazards.of(settings));
      if (faults.isEmpty()) {
        return settings;
      }
    }
    throw new BadSettings(faults);
  }

  private static String option(Setting setting) {
    return switch (setting) {
      case LISTEN_PORT -> "--port";
      case DATA -> "--data";
      default -> setting.key();
    };
  }
}
