package dev.sallyport.bootstrap.settings;

import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gathers the tool sets, whose keys hold names that the operator chose.
final class ToolSetsReader {
  static final String ROOT = Setting.ROOT + ".tool-sets.";
  static final String VARIABLE = "SALLYPORT_TOOL_SETS_";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern KEY = Pattern.compile(Pattern.quote(ROOT) + "(.+)\\.([^.]+)");
  private static final Pattern IN_VARIABLE =
      Pattern.compile(VARIABLE + "([A-Z][A-Z0-9_]*)_([A-Z]+)");

  private final List<Fault> faults;
  private final Map<String, Map<ToolSetSetting, List<String>>> sets = new TreeMap<>();

  ToolSetsReader(List<Fault> faults) {
    this.faults = faults;
  }

  /// Whether the key is one of a tool set.
  static boolean isOfOne(String key) {
    Matcher parts = KEY.matcher(key);
    return parts.matches() && ToolSetSetting.called(parts.group(2)).isPresent();
  }

  /// Takes what is set of a tool set; answers nothing where the key is about none.
  Optional<ToolSetSetting> take(String key, String where, String text) {
    Matcher parts = KEY.matcher(key);
    Optional<ToolSetSetting> setting =
        parts.matches() ? ToolSetSetting.called(parts.group(2)) : Optional.empty();
    setting.ifPresent(it -> take(parts.group(1), it, where, text));
    return setting;
  }

  /// The key that a variable sets; a name of a set is told in lower case, with hyphens.
  static Optional<String> key(String variable) {
    Matcher parts = IN_VARIABLE.matcher(variable);
    return parts.matches()
        ? Optional.of(ROOT + lower(parts.group(1)) + "." + lower(parts.group(2)))
        : Optional.empty();
  }

  /// What somebody may have meant who wrote a key or a variable that there is not.
  static Stream<String> near(String key) {
    Matcher variable = IN_VARIABLE.matcher(key);
    if (variable.matches()) {
      return Arrays.stream(ToolSetSetting.values())
          .map(setting -> setting.variable(variable.group(1)));
    }
    String[] parts = key.split("\\.", -1);
    return parts.length > 2 && NAME.matcher(parts[2]).matches()
        ? Arrays.stream(ToolSetSetting.values()).map(setting -> setting.key(parts[2]))
        : Stream.empty();
  }

  /// The sets, if nothing is wrong with them.
  ToolSets read() {
    List<Fault> found = new ArrayList<>();
    sets.forEach((name, set) -> needAll(name, set, found));
    tellTwice(found);
    faults.addAll(found);
    return faults.isEmpty()
        ? new ToolSets(sets.entrySet().stream().map(ToolSetsReader::set).toList())
        : ToolSets.NONE;
  }

  private void take(String name, ToolSetSetting setting, String where, String text) {
    if (!NAME.matcher(name).matches()) {
      faults.add(
          new Fault(
              where,
              "`%s` is no name for a tool set".formatted(name),
              "name it with a lower-case letter, then up to 31 letters, digits and hyphens"));
      return;
    }
    Optional<Object> value = setting.kind().read(text);
    if (value.isEmpty()) {
      faults.add(
          new Fault(
              where,
              setting.key(name),
              SettingsReader.wrong(text),
              "allowed is " + setting.allowed()));
    }
    // also where it is wrong: it was not forgotten
    sets.computeIfAbsent(name, _ -> new EnumMap<>(ToolSetSetting.class))
        .put(setting, value.map(it -> ((Listed) it).items()).orElse(List.of()));
  }

  private static void needAll(
      String name, Map<ToolSetSetting, List<String>> set, List<Fault> found) {
    for (ToolSetSetting setting : ToolSetSetting.values()) {
      if (!set.containsKey(setting)) {
        found.add(
            new Fault(
                setting.key(name),
                "the tool set `%s` names no %s".formatted(name, setting.word()),
                "name some, or leave the set out"));
      }
    }
  }

  private void tellTwice(List<Fault> found) {
    Map<String, String> first = new HashMap<>();
    sets.forEach((name, set) -> {
      for (String client :
          new LinkedHashSet<>(set.getOrDefault(ToolSetSetting.CLIENTS, List.of()))) {
        String other = first.putIfAbsent(client, name);
        if (other != null) {
          found.add(
              new Fault(
                  ToolSetSetting.CLIENTS.key(name),
                  "`%s` stands in the tool set `%s`, too".formatted(client, other),
                  "leave it in one"));
        }
      }
    });
  }

  private static ToolSet set(Map.Entry<String, Map<ToolSetSetting, List<String>>> set) {
    return new ToolSet(
        set.getKey(),
        set.getValue().getOrDefault(ToolSetSetting.CLIENTS, List.of()).stream()
            .map(ClientId::new)
            .collect(Collectors.toUnmodifiableSet()),
        set.getValue().getOrDefault(ToolSetSetting.TOOLS, List.of()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
