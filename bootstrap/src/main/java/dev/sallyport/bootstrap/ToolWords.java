package dev.sallyport.bootstrap;

import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.Locale;
import java.util.Optional;

/// What a tool says of itself, in words for people.
final class ToolWords {
  private ToolWords() {}

  /// How it may be called besides.
  static Optional<String> alias(ToolSpec spec) {
    String name = spec.name().value();
    return Optional.of(spec.name().underscored().value()).filter(it -> !it.equals(name));
  }

  static String right(ToolSpec spec) {
    return spec.scope().equals(Scope.EVERY_GRANTS)
        ? "none: every connection may"
        : "`%s`".formatted(spec.scope().value());
  }

  static String effect(ToolSpec spec) {
    return word(spec.effect());
  }

  static String weight(ToolSpec spec) {
    return word(spec.weight());
  }

  /// What hosts are told, in the words of the protocol.
  static String hints(ToolSpec spec) {
    return "readOnly %s, destructive %s, idempotent %s, openWorld %s"
        .formatted(
            !spec.effect().changesSomething(),
            spec.hints().destructive(),
            spec.hints().idempotent(),
            spec.hints().openWorld());
  }

  static String places(ToolSpec spec) {
    return spec.placed()
        ? "each call names the places it touches"
        : "no place, or all that the connection reaches";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
