package dev.sallyport.adapters.in.pages;

import dev.sallyport.adapters.kit.http.Bearer;
import dev.sallyport.adapters.kit.http.Shortcut;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.Authenticate.Memory;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.application.port.in.CountKnocks;
import dev.sallyport.domain.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes whoever opens an address that `search` or `fetch` answered on to the thing itself.
///
/// It goes past the router because a path that was decoded cannot be read strictly any more. Who
/// opens it is asked before the path is looked at, so that nobody learns anything from it.
@Singleton
final class LinkShortcut implements Shortcut {
  private static final Logger LOG = LoggerFactory.getLogger(LinkShortcut.class);

  private static final String ROOT = "/go";
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final String CHALLENGE = "Bearer realm=\"Sallyport\"";
  private static final String INVALID = CHALLENGE + ", error=\"invalid_token\"";

  private final Authenticate authenticate;
  private final CountKnocks knocks;
  private final LinkFollower follower;
  private final Signs signs;

  LinkShortcut(Authenticate authenticate, CountKnocks knocks, LinkFollower follower, Signs signs) {
    this.authenticate = authenticate;
    this.knocks = knocks;
    this.follower = follower;
    this.signs = signs;
  }

  @Override
  public boolean takes(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  @Override
  public Visit arrives(Direct direct) {
    Optional<Secret> bearer = Bearer.in(direct.headers("Authorization")).map(Secret::of);
    if (!METHODS.contains(direct.method())) {
      direct.answer(signs.of(Sign.NOT_POSSIBLE, "Allow", "GET, HEAD"));
    } else if (bearer.isEmpty()) {
      turnAway(direct, CHALLENGE);
    } else {
      // to find out who it is may take a while
      var _ = Thread.ofVirtual().name("link").start(() -> open(direct, bearer.get()));
    }
    return _ -> {};
  }

  private void open(Direct direct, Secret bearer) {
    try {
      boolean stranger = authenticate.remembered(bearer) instanceof Memory.Nothing;
      Optional<Duration> wait = stranger ? knocks.count(direct.peer()) : Optional.empty();
      if (wait.isPresent()) {
        // nobody is looked for where too many came from there that nobody knew
        direct.answer(signs.tooMany(wait.get()));
      } else if (proof(direct, bearer, stranger) instanceof Proof.Proven(var caller, var _)) {
        follower.follow(caller, direct);
      } else if (stranger) {
        direct.answer(signIn(INVALID));
      } else {
        turnAway(direct, INVALID);
      }
    } catch (Unavailable e) {
      LOG.warn("A link could not be opened, away: {}", e.getMessage());
      direct.answer(signs.away());
    } catch (RuntimeException e) {
      LOG.error("A link met a fault of our own", e);
      direct.answer(signs.of(Sign.FAULT));
    }
  }

  /// A stranger stays counted only if they are found to be no good.
  private Proof proof(Direct direct, Secret bearer, boolean stranger) {
    boolean counts = false;
    try {
      Proof proof = authenticate.prove(bearer);
      counts = !(proof instanceof Proof.Proven);
      return proof;
    } finally {
      if (stranger && !counts) {
        knocks.forgive(direct.peer());
      }
    }
  }

  private Answer signIn(String challenge) {
    return signs.of(Sign.SIGN_IN, "WWW-Authenticate", challenge);
  }

  /// One and the same page for every link, there or not.
  private void turnAway(Direct direct, String challenge) {
    Optional<Duration> wait = knocks.count(direct.peer());
    direct.answer(wait.isPresent() ? signs.tooMany(wait.get()) : signIn(challenge));
  }
}
