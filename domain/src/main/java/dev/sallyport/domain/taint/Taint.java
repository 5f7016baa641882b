package dev.sallyport.domain.taint;

import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The outside sources a grant has read lately, each until when it counts.
///
/// What was read from one audience may be answered to that audience. Sent to anybody else, it could
/// be an outsider's words steering what leaves the organization, or one outsider's words told to
/// another.
///
/// @param beyond until when more sources count than are remembered; then every audience is another
public record Taint(Map<Source, Instant> sources, Instant beyond) {
  public static final Taint NONE = new Taint(Map.of(), Instant.MIN);

  /// More than anybody answers at once, and few enough to be stored with the grant.
  public static final int REMEMBERED = 32;

  public Taint {
    sources = Map.copyOf(sources);
    Objects.requireNonNull(beyond);
  }

  /// The sources of an answer that lie outside the circle of those who are trusted.
  public static List<Source> outside(Provenance read, Set<Recipient> trusted) {
    return read.sources().stream().filter(source -> isOutside(source, trusted)).distinct().toList();
  }

  /// This taint, and what was read now from outside the circle of those who are trusted.
  public Taint after(Provenance read, Set<Recipient> trusted, Instant at, Duration lasting) {
    Taint taint = this;
    for (Source source : outside(read, trusted)) {
      taint = taint.with(source, at.plus(lasting));
    }
    return taint;
  }

  /// This taint, and that source until then at least.
  public Taint with(Source source, Instant until) {
    if (sources.size() >= REMEMBERED && !sources.containsKey(source)) {
      return withUnknown(until);
    }
    Map<Source, Instant> more = new HashMap<>(sources);
    more.merge(source, until, Taint::later);
    return new Taint(more, beyond);
  }

  /// This taint, and a source that nobody can name until then at least.
  public Taint withUnknown(Instant until) {
    return new Taint(sources, later(beyond, until));
  }

  /// Whether sending this would tell somebody other than whom the outside content came from.
  public boolean reachesAnother(Footprint send, Instant at) {
    if (at.isBefore(beyond)) {
      return true;
    }
    for (Map.Entry<Source, Instant> entry : sources.entrySet()) {
      if (at.isBefore(entry.getValue()) && !isAudience(entry.getKey(), send)) {
        return true;
      }
    }
    return false;
  }

  public boolean isLive(Instant at) {
    return at.isBefore(beyond) || sources.values().stream().anyMatch(at::isBefore);
  }

  private static boolean isOutside(Source source, Set<Recipient> trusted) {
    return switch (source.author()) {
      case Author.Inside _ -> false;
      case Author.Outside(var who) -> !trusted.contains(who);
      case Author.Unknown _ -> true;
    };
  }

  private static boolean isAudience(Source source, Footprint send) {
    if (!send.recipients().isEmpty()) {
      return source.author() instanceof Author.Outside(var who)
          && send.recipients().stream().allMatch(who::equals);
    }
    return send.where() instanceof Footprint.Where.Named(Set<Place> places)
        && !places.isEmpty()
        && places.stream().allMatch(source.place()::equals);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
