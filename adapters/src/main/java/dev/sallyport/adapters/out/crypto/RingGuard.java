package dev.sallyport.adapters.out.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps processes apart: many may use a ring, or one may change it.
final class RingGuard implements AutoCloseable {
  private final FileChannel channel;
  private @Nullable FileLock held;

  RingGuard(Path folder) throws IOException {
    channel =
        FileChannel.open(
            folder.resolve("keyring.lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            OwnerOnly.attributes());
  }

  /// Whether the ring can be used, which it cannot while another process changes it.
  boolean share() throws IOException {
    try {
      held = channel.tryLock(0, Long.MAX_VALUE, true);
      return held != null;
    } catch (OverlappingFileLockException _) {
      // another house in this very process shares it already
      return true;
    }
  }

  /// Whether it can be changed, which it cannot while another process uses it.
  boolean own() throws IOException {
    release();
    try {
      held = channel.tryLock();
      if (held == null) {
        share();
      }
      return held != null && !held.isShared();
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void release() throws IOException {
    FileLock lock = held;
    held = null;
    if (lock != null) {
      lock.release();
    }
  }
}
