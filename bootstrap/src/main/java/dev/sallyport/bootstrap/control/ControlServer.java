package dev.sallyport.bootstrap.control;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on the socket, and carries out one command for each connection.
///
/// Only the owner of the data folder can connect. Whoever connects and says nothing is dropped, and
/// so is who does not read; a command that was begun goes on to its end all the same.
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final int AT_ONCE = 8;

  private final ControlPath path;
  private final Commands commands;
  private final Times times;
  private final ServerSocketChannel listener;
  private final @Nullable Object made;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("control-", 0).factory());
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("control").factory());

  private ControlServer(
      ControlPath path, Commands commands, Times times, ServerSocketChannel listener)
      throws IOException {
    this.path = path;
    this.commands = commands;
    this.times = times;
    this.listener = listener;
    this.made = keyOf(path.file());
    workers.execute(this::accept);
  }

  /// Listens there, unless another server does already. What a killed one left is replaced.
  public static Optional<ControlServer> listen(ControlPath path, Commands commands)
      throws IOException {
    return listen(path, commands, Times.USUAL);
  }

  static Optional<ControlServer> listen(ControlPath path, Commands commands, Times times)
      throws IOException {
    if (isAnswered(path)) {
      return Optional.empty();
    }
    ServerSocketChannel listener = bound(path);
    try {
      return Optional.of(new ControlServer(path, commands, times, listener));
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  /// Takes no more commands, and lets those that run end.
  @Override
  public void close() {
    try {
      if (Objects.equals(keyOf(path.file()), made)) {
        Files.deleteIfExists(path.file());
      }
      listener.close();
    } catch (IOException e) {
      LOG.warn("The control socket could not be removed ({})", e.getClass().getSimpleName());
    }
    // nobody is interrupted: that would close the file of an embedded database under everybody
    workers.shutdown();
    try {
      if (!workers.awaitTermination(times.ending().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("A command did not end in {}", times.ending());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    clockwork.shutdownNow();
  }

  /// In a folder of its own that nobody else can enter, until nobody else can connect.
  private static ServerSocketChannel bound(ControlPath path) throws IOException {
    Path folder = path.file().resolveSibling(".c" + ProcessHandle.current().pid());
    Path file = folder.resolve("s");
    clear(folder, file);
    Files.createDirectory(folder, ownerOnly(folder, "rwx------"));
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(file));
      if (isPosix(file)) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      Files.move(file, path.file(), StandardCopyOption.ATOMIC_MOVE);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    } finally {
      clear(folder, file);
    }
  }

  private static void clear(Path folder, Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }

  private static boolean isAnswered(ControlPath path) {
    try (SocketChannel _ = SocketChannel.open(path.address())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private void accept() {
    while (listener.isOpen()) {
      places.acquireUninterruptibly();
      try {
        SocketChannel channel = listener.accept();
        begin(channel);
      } catch (ClosedChannelException _) {
        return;
      } catch (IOException e) {
        places.release();
        LOG.warn("A command could not be heard ({})", e.getClass().getSimpleName());
      }
    }
  }

  private void begin(SocketChannel channel) {
    try {
      workers.execute(() -> attend(channel));
    } catch (RejectedExecutionException _) {
      // it came as the server began to stop
      places.release();
      end(channel);
    }
  }

  private void attend(SocketChannel channel) {
    try (channel) {
      Future<?> silence = endAfter(times.silence(), channel);
      List<String> words = Arguments.of(Frame.read(channel)).words();
      silence.cancel(false);
      Future<?> rest = endAfter(times.command(), channel);
      int code = run(words, channel);
      rest.cancel(false);
      Frame.code(code).write(channel);
    } catch (IOException e) {
      LOG.debug("A command was not heard to its end: {}", e.toString());
    } finally {
      places.release();
    }
  }

  private int run(List<String> words, SocketChannel channel) {
    // what cannot be written any more is not, and the command goes on
    PrintWriter out = writer(channel, Frame.Kind.OUT);
    PrintWriter err = writer(channel, Frame.Kind.ERR);
    int code = commands.run(words, out, err);
    out.flush();
    err.flush();
    return code;
  }

  private static PrintWriter writer(SocketChannel channel, Frame.Kind kind) {
    return new PrintWriter(
        new OutputStreamWriter(new Pieces(channel, kind), StandardCharsets.UTF_8));
  }

  private Future<?> endAfter(Duration time, SocketChannel channel) {
    return clockwork.schedule(() -> end(channel), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void end(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("A connection could not be closed: {}", e.toString());
    }
  }

  /// What tells one file from another that has its name; absent where there is none.
  private static @Nullable Object keyOf(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
        : null;
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[] {};
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Carries out a command line; the exit code is the answer.
  @FunctionalInterface
  public interface Commands {
    int run(List<String> words, PrintWriter out, PrintWriter err);
  }

  /// How long is waited for what.
  ///
  /// @param silence for a connection's command line
  /// @param command for a command to end and be read
  /// @param ending for those that run at a stop
  record Times(Duration silence, Duration command, Duration ending) {
    static final Times USUAL =
        new Times(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(10));
  }
}
