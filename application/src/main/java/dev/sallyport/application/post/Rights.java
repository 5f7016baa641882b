package dev.sallyport.application.post;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells through which grants nobody may wait any more. A grant is looked at once somebody waits
/// through it, and again only after a change was announced.
public final class Rights {
  private final Grants grants;
  private final Changes changes;
  private final Alarms alarms;

  public Rights(Grants grants, Changes changes, Alarms alarms) {
    this.grants = grants;
    this.changes = changes;
    this.alarms = alarms;
  }

  Set<GrantId> ended(TenantScope scope, List<Box> waiting, Instant now) {
    // before what is read, so that no change is missed
    long stamp = changes.stamp(scope.organization(), Subject.ENTITLEMENTS);
    Map<GrantId, List<Box>> unsure =
        waiting.stream()
            .filter(box -> !box.isEntitledAsOf(stamp))
            .collect(Collectors.groupingBy(box -> box.caller.grant()));
    Set<GrantId> ended = new HashSet<>();
    unsure.forEach((grant, boxes) -> {
      if (isLive(scope, grant, now)) {
        boxes.forEach(box -> box.wasEntitled(stamp));
      } else {
        ended.add(grant);
      }
    });
    return ended;
  }

  private boolean isLive(TenantScope scope, GrantId grant, Instant now) {
    try {
      return grants.find(scope, grant).filter(it -> it.isLive(now)).isPresent();
    } catch (Unavailable away) {
      throw away;
    } catch (RuntimeException fault) {
      // whoever cannot be looked at does not keep the others waiting, nor wait longer
      alarms.raise(new Alarm.Unchecked("who still may wait", fault));
      return false;
    }
  }
}
