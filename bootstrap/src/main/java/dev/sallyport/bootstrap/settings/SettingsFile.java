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
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

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
          } catch (DuplicateKeyException e) {
            fault(where(e), "a key is set twice", "set it once");
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
    // settings need no references, and one that leads to itself has no end
    options.setMaxAliasesForCollections(0);
    var dumping = new DumperOptions();
    return new Yaml(
            new SafeConstructor(options), new Representer(dumping), dumping, options, new Texts())
        .load(text);
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
          map.forEach((name, value) ->
              flatten(key.isEmpty() ? String.valueOf(name) : key + "." + name, value));
      case String text -> keep(key, text);
      case List<?> items when takesSeveral(key) -> keepAll(key, items);
      default ->
          fault(key.isEmpty() ? path.toString() : key, "is not a single value", "write one value");
    }
  }

  /// A list says the same as its items between commas do.
  private void keepAll(String key, List<?> items) {
    if (items.stream().allMatch(item -> item instanceof String text && !text.contains(","))) {
      keep(key, String.join(",", items.stream().map(String.class::cast).toList()));
    } else {
      fault(key, "lists something else than single values", "write one value for each item");
    }
  }

  private static boolean takesSeveral(String key) {
    return Setting.of(key).map(Setting::kind).filter(Kind::several).isPresent()
        || ToolSetsReader.isOfOne(key);
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

  /// Takes every value as the text that stands in the file: YAML would read `010` as 8.
  private static final class Texts extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, EMPTY, null);
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.MERGE, MERGE, "<");
    }
  }
}
