package dev.sallyport.architecture.offences.tools_are_defined_once.adapters.backend.chat;

import dev.sallyport.architecture.offences.tools_are_defined_once.domain.tool.ToolSpec;

final class InnocentTool {
  ToolSpec spec() {
    return Words.SPEC;
  }

  private static final class Words {
    static final ToolSpec SPEC = ToolSpec.named("innocent");
  }
}
