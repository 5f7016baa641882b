package dev.sallyport.architecture.offences.tools_are_defined_once.adapters.backend.chat;

import dev.sallyport.architecture.offences.tools_are_defined_once.domain.tool.ToolSpec;

final class Innocent {
  String title(ToolSpec spec) {
    return spec.name();
  }
}
