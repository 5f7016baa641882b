package dev.sallyport.adapters.in.mcp;

import dev.sallyport.domain.id.ToolName;

/// How lists spell the names of tools. Calls may spell them either way.
enum ToolNames {
  KNOWN,
  /// For hosts that refuse dots and hyphens.
  UNDERSCORE;

  ToolName told(ToolName known) {
    return switch (this) {
      case KNOWN -> known;
      case UNDERSCORE -> known.underscored();
    };
  }
}
