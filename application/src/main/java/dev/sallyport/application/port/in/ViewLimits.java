package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool.Standing;
import java.util.List;

/// Tells how limits stand, for what is answered without counting against any.
public interface ViewLimits {
  /// Those over time that a plain call would meet next, under the plan that was last known. From
  /// memory alone, for threads that must not wait: none where nothing is known of the caller yet,
  /// nor where the plan bounds nothing.
  List<Standing> standings(Caller caller);

  /// Looks up what [#standings] needs, where it is not known; where nobody can, it stays unknown.
  /// May wait.
  void learn(Caller caller);
}
