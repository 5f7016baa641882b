package dev.sallyport.domain.plan;

import dev.sallyport.domain.id.*;
import dev.sallyport.domain.tool.*;

/// stub
public record Plan(PlanId id, String name) {
  public Entitlement entitles(ToolSpec t, BackendKind k) {
    return Entitlement.INCLUDED;
  }
}
