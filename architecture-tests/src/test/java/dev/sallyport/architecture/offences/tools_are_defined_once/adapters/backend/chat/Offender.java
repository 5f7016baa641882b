package dev.sallyport.architecture.offences.tools_are_defined_once.adapters.backend.chat;

import dev.sallyport.architecture.offences.tools_are_defined_once.domain.tool.ToolSpec;

final class Offender {
  ToolSpec again() {
    return ToolSpec.named("again");
  }
}
