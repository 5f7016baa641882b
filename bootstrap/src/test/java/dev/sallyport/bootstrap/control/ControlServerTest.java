package dev.sallyport.bootstrap.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.bootstrap.control.ControlClient.Answer;
import dev.sallyport.bootstrap.control.ControlServer.Commands;
import dev.sallyport.bootstrap.control.ControlServer.Times;
import dev.sallyport.domain.vault.Bytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A control socket")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ControlServerTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Times PATIENT = new Times(LONG, LONG, LONG);
  private static final Times IMPATIENT = new Times(Duration.ofMillis(50), LONG, LONG);

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Deque<ControlServer> open = new ArrayDeque<>();
  private ControlPath path;

  @BeforeEach
  void name() {
    path = ControlPath.in(folder);
  }

  @AfterEach
  void close() {
    open.forEach(ControlServer::close);
    assertThat(path.file()).doesNotExist();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tells_what_a_command_says_and_how_it_ends() {
    listen(
        PATIENT,
        (words, told, troubles) -> {
          told.println(words);
          troubles.print("not shown again ✓");
          return 7;
        });

    assertThat(ask("keys", "create", "née")).isEqualTo(new Answer.Done(7));
    assertThat(out.toString()).isEqualTo("[keys, create, née]" + System.lineSeparator());
    assertThat(err.toString()).isEqualTo("not shown again ✓");
  }

  @Test
  void tells_a_long_answer_to_its_last_character() {
    String text = "a𝄞é✓".repeat(50_000);
    listen(
        PATIENT,
        (_, told, _) -> {
          told.print(text);
          return 0;
        });

    assertThat(ask()).isEqualTo(new Answer.Done(0));
    assertThat(out.toString()).isEqualTo(text);
  }

  @Test
  void is_nobody_where_there_is_none() throws Exception {
    assertThat(ask()).isEqualTo(new Answer.Nobody());
    Files.createFile(path.file());
    assertThat(ask()).isEqualTo(new Answer.Nobody());
    Files.delete(path.file());
  }

  @Test
  void is_left_alone_while_another_server_answers() throws Exception {
    listen(PATIENT, (_, _, _) -> 1);

    assertThat(ControlServer.listen(path, (_, _, _) -> 2)).isEmpty();
    assertThat(ask()).isEqualTo(new Answer.Done(1));
  }

  @Test
  void takes_the_place_of_what_a_killed_server_left() throws Exception {
    Files.createFile(path.file());
    listen(PATIENT, (_, _, _) -> 3);

    assertThat(ask()).isEqualTo(new Answer.Done(3));
  }

  @Test
  void is_not_removed_once_it_is_anothers() throws Exception {
    ControlServer first = ControlServer.listen(path, (_, _, _) -> 1).orElseThrow();
    Files.delete(path.file());
    listen(PATIENT, (_, _, _) -> 2);
    first.close();

    assertThat(ask()).isEqualTo(new Answer.Done(2));
  }

  @Test
  void drops_who_says_nothing() throws Exception {
    listen(IMPATIENT, (_, _, _) -> 0);

    try (SocketChannel silent = SocketChannel.open(path.address())) {
      assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  @Test
  void drops_who_never_comes_to_an_end() throws Exception {
    listen(IMPATIENT, (_, _, _) -> 0);

    try (SocketChannel slow = SocketChannel.open(path.address())) {
      slow.write(ByteBuffer.wrap(new byte[] {'A', 0, 0, 0, 9, 1}));
      assertThat(slow.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  @Test
  void drops_who_speaks_otherwise_and_goes_on() throws Exception {
    listen(PATIENT, (_, _, _) -> 4);

    assertDropped(new byte[] {'G', 'E', 'T', ' ', '/'});
    assertDropped(new byte[] {'A', 0x7f, 0, 0, 0});
    assertDropped(new byte[] {'A', -1, -1, -1, -1});
    assertDropped(new byte[] {'A', 0, 0, 0, 3, 2, 0, 0});
    assertDropped(new byte[] {'X', 0, 0, 0, 4, 0, 0, 0, 0});
    assertThat(ask()).isEqualTo(new Answer.Done(4));
  }

  @Test
  void is_asked_no_more_than_fits_into_a_piece() {
    listen(PATIENT, (_, _, _) -> 0);

    assertThat(ask("a".repeat(60_000), "b".repeat(60_000)))
        .isEqualTo(new Answer.Broken("the command line is too long"));
    assertThat(ask(Collections.nCopies(300, "a").toArray(String[]::new)))
        .isEqualTo(new Answer.Broken("the command line is too long"));
  }

  @Test
  void lets_a_command_end_that_nobody_reads_any_more() throws Exception {
    var begun = new CountDownLatch(1);
    var left = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    listen(
        PATIENT,
        (_, told, _) -> {
          begun.countDown();
          await(left);
          told.print("a".repeat(1_000_000));
          told.flush();
          ended.countDown();
          return 0;
        });

    try (SocketChannel client = SocketChannel.open(path.address())) {
      new Arguments(List.of("a")).toFrame().write(client);
      await(begun);
    }
    left.countDown();
    await(ended);
  }

  @Test
  void lets_a_command_end_before_it_is_closed() throws Exception {
    var begun = new CountDownLatch(1);
    var rest = new CountDownLatch(1);
    ControlServer server =
        ControlServer.listen(
                path,
                (_, _, _) -> {
                  begun.countDown();
                  await(rest);
                  return 5;
                },
                PATIENT)
            .orElseThrow();
    var answer = CompletableFuture.supplyAsync(this::ask);
    await(begun);
    var closed = CompletableFuture.runAsync(server::close);
    rest.countDown();
    closed.join();

    assertThat(answer.join()).isEqualTo(new Answer.Done(5));
    assertThat(ask()).isEqualTo(new Answer.Nobody());
  }

  @Test
  void that_breaks_off_says_so() throws Exception {
    var rest = new CountDownLatch(1);
    listen(
        new Times(LONG, Duration.ofMillis(50), LONG),
        (_, _, _) -> {
          await(rest);
          return 0;
        });

    assertThat(ask()).isEqualTo(new Answer.Broken("it ended before the command did"));
    rest.countDown();
  }

  @Test
  void that_hangs_is_not_waited_for_for_ever() {
    var rest = new CountDownLatch(1);
    listen(
        PATIENT,
        (_, _, _) -> {
          await(rest);
          return 0;
        });

    var client = new ControlClient(path, Duration.ofMillis(50));
    assertThat(client.ask(List.of(), new PrintWriter(out), new PrintWriter(err)))
        .isEqualTo(new Answer.Broken("it does not answer"));
    rest.countDown();
  }

  @Test
  void has_a_path_that_every_system_takes() {
    assertThat(ControlPath.in(Path.of("/" + "a".repeat(89))).isTooLong()).isFalse();
    assertThat(ControlPath.in(Path.of("/" + "a".repeat(90))).isTooLong()).isTrue();
    assertThat(ControlPath.in(Path.of("/" + "é".repeat(45))).isTooLong()).isTrue();
  }

  @Test
  void knows_an_exit_code_by_its_length() {
    assertThatThrownBy(() -> new Frame(Frame.Kind.CODE, Bytes.of(new byte[3])).code())
        .isInstanceOf(IOException.class);
  }

  private void assertDropped(byte[] said) throws IOException {
    try (SocketChannel client = SocketChannel.open(path.address())) {
      client.write(ByteBuffer.wrap(said));
      assertThat(heard(client)).isEqualTo(-1);
    }
  }

  /// What was not read before it was dropped may be told as a reset.
  private static int heard(SocketChannel client) {
    try {
      return client.read(ByteBuffer.allocate(1));
    } catch (IOException _) {
      return -1;
    }
  }

  private void listen(Times times, Commands commands) {
    try {
      open.push(ControlServer.listen(path, commands, times).orElseThrow());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer ask(String... words) {
    return new ControlClient(path).ask(List.of(words), new PrintWriter(out), new PrintWriter(err));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
