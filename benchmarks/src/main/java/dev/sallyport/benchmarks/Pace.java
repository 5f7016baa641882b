package dev.sallyport.benchmarks;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// Requests at a steady pace, whatever becomes of those before: the time of each is counted from
/// when it should have been sent, so that one slow answer does not hide those that wait behind it.
record Pace(int port, List<byte[]> requests, int connections, int perSecond) {
  /// Answers the milliseconds that each took, the shortest first.
  double[] run(Duration time) throws InterruptedException {
    long start = System.nanoTime() + Duration.ofMillis(200).toNanos();
    int each = (int) (time.toSeconds() * perSecond / connections);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<double[]>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int number = i;
        all.add(() -> connection(number, start, each));
      }
      return threads.invokeAll(all).stream()
          .flatMapToDouble(it -> Arrays.stream(ended(it)))
          .sorted()
          .toArray();
    }
  }

  private double[] connection(int number, long start, int each) {
    byte[] request = requests.get(number % requests.size());
    long gap = Duration.ofSeconds(1).toNanos() * connections / perSecond;
    var times = new double[each];
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      DataInputStream answers = Exchange.answersOf(socket);
      for (int i = 0; i < each; i++) {
        long due = start + gap * i + gap * number / connections;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        if (!Exchange.on(socket, answers, request).isGood()) {
          throw new IllegalStateException("a call was refused");
        }
        times[i] = (System.nanoTime() - due) / 1e6;
      }
      return times;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] ended(Future<double[]> connection) {
    try {
      return connection.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
