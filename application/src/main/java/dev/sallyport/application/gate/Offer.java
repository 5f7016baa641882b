package dev.sallyport.application.gate;

import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.ToolSpec;

/// A tool under the name it is called by, with all that was made ready for it at the start.
///
/// @param besides whether it serves something other than a call of a tool, and is on no list
record Offer<I, O>(
    ToolSpec spec, Backend backend, Tool<I, O> tool, Arguments.Form<I, O> form, boolean besides) {
  /// What a backend offers besides its tools goes by its backend's name.
  static <I, O> Offer<I, O> besides(
      Backend backend, String what, Tool<I, O> tool, Arguments arguments) {
    ToolSpec spec = tool.spec().called(new ToolName(backend.id().value() + "." + what));
    return new Offer<>(spec, backend, tool, arguments.form(tool), true);
  }

  /// As it is told of.
  Listed listed() {
    return new Listed(spec, backend.id(), backend.kind(), form.inputSchema(), form.outputSchema());
  }

  ToolName name() {
    return spec.name();
  }
}
