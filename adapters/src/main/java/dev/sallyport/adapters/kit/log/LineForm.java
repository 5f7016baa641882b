package dev.sallyport.adapters.kit.log;

/// How an event is written down. It sees clean texts only.
sealed interface LineForm permits TextLine, JsonLine {
  /// Without the line's end.
  String write(CleanEvent event);
}
