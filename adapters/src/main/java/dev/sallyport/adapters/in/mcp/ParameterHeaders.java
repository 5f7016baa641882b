package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.domain.id.ToolName;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds a call to the headers that its tool's schema wants arguments mirrored in.
@Singleton
final class ParameterHeaders {
  private final ListTools tools;
  private final Map<String, Map<String, String>> bySchema = new ConcurrentHashMap<>();

  private volatile @Nullable Set<ToolName> mirroring;

  ParameterHeaders(ListTools tools) {
    this.tools = tools;
  }

  /// Whether there may be any, so that the caller's own tools have to be looked at. From memory
  /// alone.
  boolean mayDiffer(Ask ask, ToolName tool) {
    return ask.revision().isModern()
        && ask.headers().exist()
        && mirroring().contains(tool.underscored());
  }

  Optional<Trouble> difference(Ask ask, ToolName tool, ObjectNode arguments) {
    if (!mayDiffer(ask, tool)) {
      return Optional.empty();
    }
    Map<String, String> mirrored =
        tools
            .find(ask.caller(), tool)
            .map(listed -> bySchema.computeIfAbsent(listed.inputSchema(), ParameterHeaders::of))
            .orElse(Map.of());
    return mirrored.isEmpty()
        ? Optional.empty()
        : HeaderMirror.ofArguments(ask.headers(), mirrored, arguments);
  }

  /// With underscores, whichever spelling is called. Nearly always none, so that nobody else is
  /// looked at.
  private Set<ToolName> mirroring() {
    Set<ToolName> known = mirroring;
    if (known == null) {
      known =
          tools.all().stream()
              .filter(listed -> !of(listed.inputSchema()).isEmpty())
              .map(listed -> listed.spec().name().underscored())
              .collect(Collectors.toUnmodifiableSet());
      mirroring = known;
    }
    return known;
  }

  private static Map<String, String> of(String schema) {
    return HeaderMirror.mirrored(ToolJson.schema(schema));
  }
}
