package dev.sallyport.bootstrap.control;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Has a command carried out by the server that listens, if there is one.
public final class ControlClient {
  /// Longer than a server gives a command.
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ControlPath path;
  private final Duration patience;

  public ControlClient(ControlPath path) {
    this(path, PATIENCE);
  }

  ControlClient(ControlPath path, Duration patience) {
    this.path = path;
    this.patience = patience;
  }

  public Answer ask(List<String> words, PrintWriter out, PrintWriter err) {
    if (path.isTooLong()) {
      return new Answer.Nobody();
    }
    SocketChannel channel;
    try {
      channel = SocketChannel.open(path.address());
    } catch (IOException _) {
      // no socket, or one that a killed server left, or somebody else's
      return new Answer.Nobody();
    }
    ScheduledExecutorService clockwork =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("patience").factory());
    try (channel) {
      var _ =
          clockwork.schedule(
              () -> {
                channel.close();
                return channel;
              },
              patience.toMillis(),
              TimeUnit.MILLISECONDS);
      return heard(channel, new Arguments(words), out, err);
    } catch (AsynchronousCloseException _) {
      return new Answer.Broken("it does not answer");
    } catch (EOFException _) {
      return new Answer.Broken("it ended before the command did");
    } catch (IOException e) {
      return new Answer.Broken(
          e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    } finally {
      clockwork.shutdownNow();
    }
  }

  private static Answer heard(
      SocketChannel channel, Arguments arguments, PrintWriter out, PrintWriter err)
      throws IOException {
    arguments.toFrame().write(channel);
    while (true) {
      Frame frame = Frame.read(channel);
      switch (frame.kind()) {
        case OUT -> print(frame, out);
        case ERR -> print(frame, err);
        case CODE -> {
          return new Answer.Done(frame.code());
        }
        case ARGUMENTS -> throw new IOException("it asks instead of answering");
      }
    }
  }

  private static void print(Frame frame, PrintWriter to) {
    to.print(new String(frame.bytes().toArray(), StandardCharsets.UTF_8));
    to.flush();
  }

  /// What came of it.
  public sealed interface Answer {
    /// It was carried out there, and ended with this code.
    record Done(int code) implements Answer {}

    /// No server listens.
    record Nobody() implements Answer {}

    /// One does, and why it did not tell how the command ended; it may have been carried out.
    record Broken(String why) implements Answer {}
  }
}
