package dev.sallyport.adapters.in.pages.view;

import java.util.List;

/// The home page.
public record Home(Frame frame, State state, List<Fact> facts) {
  public Home {
    facts = List.copyOf(facts);
  }
}
