package dev.sallyport.application.backend;

import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.ToolSpec;

/// One thing an assistant can call. Only the gate may ask for its footprint or run it.
///
/// @param <I> what it takes, a record
/// @param <O> what it answers, a record
public sealed interface Tool<I, O> permits ReadTool, WriteTool {
  ToolSpec spec();

  Class<I> input();

  Class<O> output();

  /// What this call would touch. It may look up where a thing lies, and must change nothing. Throws
  /// [BackendTrouble] if the backend cannot be asked.
  Footprint footprint(I input, Access access);
}
