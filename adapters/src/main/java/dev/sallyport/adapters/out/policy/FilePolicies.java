package dev.sallyport.adapters.out.policy;

import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.PolicyReader;
import dev.sallyport.application.port.out.PolicyReader.Fault;
import dev.sallyport.application.port.out.PolicyReader.Reading;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.policy.PolicyFile;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The policy of a file, which may change at any time.
///
/// A change counts once two looks have seen the same, so that half a file, which may well be one
/// with fewer rules, is not taken for a policy. One that does not hold changes nothing but what
/// [#faults] tell.
@Singleton
@Requires(beans = PolicySettings.class)
final class FilePolicies implements Policies {
  private static final Logger LOG = LoggerFactory.getLogger(FilePolicies.class);
  private static final int TOLD = 10;

  private final Path file;
  private final PolicyReader reader;
  private final ReentrantLock looking = new ReentrantLock();
  private Seen judged;
  private Seen last;
  private volatile @Nullable Policy current;
  private volatile List<Fault> faults = List.of();

  /// Takes the file as it is now: nobody is served yet who could be served by an older one.
  FilePolicies(PolicySettings settings, PolicyReader reader) {
    this.file = settings.file();
    this.reader = reader;
    this.last = Seen.in(file);
    this.judged = last;
    judge(last);
  }

  @Override
  public Policy current() {
    Policy policy = current;
    if (policy == null) {
      throw new IllegalStateException("the policy file has never held");
    }
    return policy;
  }

  @Override
  public List<Fault> faults() {
    return faults;
  }

  /// Looks whether the file has changed. The schedule does nothing but call this.
  @Scheduled(initialDelay = "1s", fixedDelay = "1s")
  void look() {
    looking.lock();
    try {
      Seen seen = Seen.in(file);
      boolean settled = seen.equals(last);
      last = seen;
      if (settled && !seen.equals(judged)) {
        judged = seen;
        judge(seen);
      }
    } finally {
      looking.unlock();
    }
  }

  private void judge(Seen seen) {
    Reading reading =
        switch (seen) {
          case Seen.Text(var bytes) -> reader.read(bytes.toArray());
          case Seen.Nothing(String why) ->
              new Reading.Faulty(
                  List.of(new Fault(1, 1, why, "put a policy there, or remove the setting")));
        };
    switch (reading) {
      case Reading.Holds(PolicyFile policy) -> adopt(policy);
      case Reading.Missed _, Reading.Faulty _ -> keep(reading.faults());
    }
  }

  private void adopt(PolicyFile policy) {
    current = policy.policy();
    faults = List.of();
    LOG.info(
        "Policy {} is in force: {} rules, {} tests pass",
        policy.version(),
        policy.rules().size(),
        policy.tests().size());
  }

  private void keep(List<Fault> found) {
    faults = found;
    LOG.error(
        "The policy file {} does not hold, so it is not put in force: {}",
        file,
        found.stream().limit(TOLD).map(Fault::toString).collect(Collectors.joining(" | ")));
  }
}
