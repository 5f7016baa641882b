package dev.sallyport.bootstrap.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be set of each tool set, of which there may be as many as the operator has names for.
public enum ToolSetSetting {
  CLIENTS(
      Kind.CLIENTS,
      "The clients that are offered no other tools than those of this set. A client that stands in"
          + " no set is offered all."),
  TOOLS(Kind.TOOLS, "The tools of the set.");

  /// What stands for the name of a set where the settings are listed.
  static final String ANY = "NAME";

  private final Kind kind;
  private final String purpose;

  ToolSetSetting(Kind kind, String purpose) {
    this.kind = kind;
    this.purpose = purpose;
  }

  static Optional<ToolSetSetting> called(String word) {
    return Arrays.stream(values()).filter(setting -> setting.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The full key for a set of this name.
  String key(String set) {
    return ToolSetsReader.ROOT + set + "." + word();
  }

  String variable(String set) {
    return ToolSetsReader.VARIABLE + set.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + name();
  }

  public String key() {
    return key(ANY);
  }

  public String variable() {
    return variable(ANY);
  }

  public String allowed() {
    return kind.allowed();
  }

  public String purpose() {
    return purpose;
  }

  Kind kind() {
    return kind;
  }
}
