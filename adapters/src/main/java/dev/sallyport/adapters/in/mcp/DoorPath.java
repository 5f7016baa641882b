package dev.sallyport.adapters.in.mcp;

import dev.sallyport.adapters.in.mcp.Entrance.Use;
import dev.sallyport.adapters.in.mcp.Reception.Host;
import dev.sallyport.adapters.kit.http.Shortcut;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One path of the door: whoever comes by it goes through the [Reception], and is told by it when
/// the edge turns them away.
public abstract class DoorPath implements Shortcut {
  private final String path;
  private final String slashed;
  private final Use use;
  private final Reception reception;

  protected DoorPath(String path, Use use, Reception reception) {
    this.path = path;
    this.slashed = path + "/";
    this.use = use;
    this.reception = reception;
  }

  /// Takes over whoever came in by that request.
  protected abstract Host host(Direct direct);

  /// With or without a slash at the end, since people type both.
  @Override
  public final boolean takes(String asked) {
    return asked.equals(path) || asked.equals(slashed);
  }

  @Override
  public final Optional<Answer> turnsAway(
      Function<String, List<String>> headers, int status, String why) {
    return Optional.of(reception.turnAway(headers::apply, status, why));
  }

  @Override
  public final Visit arrives(Direct direct) {
    return reception.receive(direct, use, host(direct));
  }
}
