package dev.sallyport.domain.plan;

import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.Objects;

/// What a plan includes of one kind of backend.
///
/// @param batch whether tools that do many things in one call are among it
/// @param expensive whether tools that ask a lot of the house are among it
public record Rights(
    Entitlement read,
    Entitlement write,
    Entitlement send,
    Entitlement destroy,
    boolean batch,
    boolean expensive) {
  public static final Rights NONE =
      new Rights(
          Entitlement.NOT_INCLUDED,
          Entitlement.NOT_INCLUDED,
          Entitlement.NOT_INCLUDED,
          Entitlement.NOT_INCLUDED,
          false,
          false);
  public static final Rights ALL =
      new Rights(
          Entitlement.INCLUDED,
          Entitlement.INCLUDED,
          Entitlement.INCLUDED,
          Entitlement.INCLUDED,
          true,
          true);

  public Rights {
    Objects.requireNonNull(read);
    Objects.requireNonNull(write);
    Objects.requireNonNull(send);
    Objects.requireNonNull(destroy);
  }

  Entitlement to(ToolSpec tool) {
    boolean light =
        switch (tool.weight()) {
          case CORE -> true;
          case BATCH -> batch;
          case EXPENSIVE -> expensive;
        };
    return light ? to(tool.effect()) : Entitlement.NOT_INCLUDED;
  }

  public Entitlement to(Effect effect) {
    return switch (effect) {
      case READ -> read;
      case WRITE -> write;
      case SEND -> send;
      case DESTROY -> destroy;
    };
  }
}
