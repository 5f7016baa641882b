package dev.sallyport.bootstrap.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// A YAML file of settings, as keys with dots and their texts.
final class SettingsFile {
  private final Path path;
  private final List<Fault> faults;
  private final Map<String, String> values = new LinkedHashMap<>();

  SettingsFile(Path path, List<Fault> faults) {
    this.path = path;
    this.faults = faults;
  }

  Map<String, String> read() {
    text()
        .ifPresent(text -> {
          try {
            flatten("", tree(text));
          } catch (YAMLException e) {
            fault(where(e), "is not valid YAML", "check indentation, colons and quotes");
          }
        });
    return values;
  }

  private Optional<String> text() {
    try {
      return Optional.of(Files.readString(path));
    } catch (NoSuchFileException _) {
      fault(path.toString(), "there is no such file", "give the path of a YAML file");
    } catch (CharacterCodingException _) {
      fault(path.toString(), "is not UTF-8 text", "give the path of a YAML file");
    } catch (IOException _) {
      fault(path.toString(), "cannot be read", "let the user that runs Sallyport read it");
    }
    return Optional.empty();
  }

  private static @Nullable Object tree(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Yaml(new SafeConstructor(options)).load(text);
  }

  /// Line and column only: the parser's own message quotes the file, which may hold a password.
  private String where(YAMLException e) {
    return e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
        ? "%s, line %d".formatted(path, marked.getProblemMark().getLine() + 1)
        : path.toString();
  }

  private void flatten(String key, @Nullable Object node) {
    switch (node) {
      case null -> {
        if (!key.isEmpty()) {
          fault(key, "has no value", "give it one or leave it out");
        }
      }
      case Map<?, ?> map ->
          map.forEach(
              (name, value) -> flatten(key.isEmpty() ? name.toString() : key + "." + name, value));
      case String text -> keep(key, text);
      case Number number -> keep(key, number.toString());
      case Boolean yes -> keep(key, yes.toString());
      default ->
          fault(key.isEmpty() ? path.toString() : key, "is not a single value", "write one value");
    }
  }

  /// Dots and nesting can say one key twice where the parser sees two.
  private void keep(String key, String text) {
    if (values.put(key, text) != null) {
      fault(key, "is set twice in the file", "set it once");
    }
  }

  private void fault(String where, String what, String remedy) {
    faults.add(new Fault(where, what, remedy));
  }
}
