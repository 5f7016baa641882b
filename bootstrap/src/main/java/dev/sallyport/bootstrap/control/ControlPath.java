package dev.sallyport.bootstrap.control;

import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Where a server of a data folder listens for commands.
public record ControlPath(Path file) {
  /// What every system takes for the address of a socket, in bytes; Linux takes four more.
  static final int LONGEST = 103;

  public static ControlPath in(Path data) {
    return new ControlPath(data.resolve("control.sock"));
  }

  /// Whether no socket can have that address.
  public boolean isTooLong() {
    return isTooLong(file);
  }

  static boolean isTooLong(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST;
  }

  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(file);
  }
}
