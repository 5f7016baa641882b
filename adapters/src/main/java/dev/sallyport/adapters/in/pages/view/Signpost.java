package dev.sallyport.adapters.in.pages.view;

import java.util.List;

/// The page of a link that leads no further.
///
/// @param hints what its reader can do now
public record Signpost(Frame frame, State state, String title, String message, List<String> hints) {
  public Signpost {
    hints = List.copyOf(hints);
  }
}
