package dev.sallyport.architecture.offences.tools_are_defined_once.domain.tool;

public record ToolSpec(String name) {
  public static ToolSpec named(String name) {
    return new ToolSpec(name);
  }
}
