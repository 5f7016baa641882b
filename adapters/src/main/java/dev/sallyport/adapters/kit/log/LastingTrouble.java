package dev.sallyport.adapters.kit.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/// What goes wrong again at each of many turns, told once: and again when it changes or ends.
public final class LastingTrouble {
  private final Logger log;
  private final String ended;
  private @Nullable String told;

  /// @param ended what is said when it is over
  public LastingTrouble(Logger log, String ended) {
    this.log = log;
    this.ended = ended;
  }

  /// Nobody foresaw it: the log gets its trace.
  public synchronized void bug(String what, RuntimeException bug) {
    if (isNews(what + bug)) {
      log.error(what, bug);
    }
  }

  /// Something is away, and will be back.
  public synchronized void outage(String what, RuntimeException away) {
    if (isNews(what + away)) {
      log.warn("{}: {}", what, away.getMessage());
    }
  }

  public synchronized void over() {
    if (told != null) {
      told = null;
      log.info(ended);
    }
  }

  private boolean isNews(String now) {
    boolean news = !now.equals(told);
    told = now;
    return news;
  }
}
