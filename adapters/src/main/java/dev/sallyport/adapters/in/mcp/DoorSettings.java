package dev.sallyport.adapters.in.mcp;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;

/// Who may come to the door from where.
///
/// @param origins of pages that may call from a browser, as `https://claude.ai`
/// @param hosts under which the house is asked, besides those of this machine
/// @param toolNames how lists spell the names of tools
/// @param stepUp clients that ask the person for more when they hear 403
@ConfigurationProperties("door")
record DoorSettings(
    List<String> origins, List<String> hosts, ToolNames toolNames, List<String> stepUp) {
  DoorSettings {
    stepUp = List.copyOf(stepUp);
    origins = List.copyOf(origins);
    hosts = List.copyOf(hosts);
  }
}
