package dev.sallyport.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A verification")
@DisplayNameGeneration(ReplaceUnderscores.class)
class VerificationTest {
  private static final int BATCHES = 6;
  private static final int EACH = 50;
  private static final int ALL = BATCHES * EACH;

  private final LedgerFixture ledger = new LedgerFixture();
  private final List<Line> lines = new ArrayList<>(ledger.export(BATCHES, EACH));

  @Test
  void finds_a_sealed_ledger_whole() {
    assertThat(verdict()).isEqualTo(new Verification.Verdict.Whole(ALL, BATCHES, 2));
  }

  @Test
  void finds_an_empty_ledger_whole() {
    assertThat(verdict(ledger.export(0, 0), List.of(ledger.key().encoded())))
        .isEqualTo(new Verification.Verdict.Whole(0, 0, 2));
  }

  @Test
  void takes_the_keys_that_the_ledger_names_if_none_is_trusted() {
    assertThat(verdict(lines, List.of())).isInstanceOf(Verification.Verdict.Whole.class);
  }

  static Stream<UnaryOperator<Entry>> edits() {
    return Stream.of(
        e -> changed(e, new EntryId("%032x".formatted(9_999)), e.organization(), e.at()),
        e -> changed(e, e.id(), new OrganizationId("%032x".formatted(9_999)), e.at()),
        e -> changed(e, e.id(), e.organization(), e.at().plusNanos(1_000)),
        e -> new Entry(e.id(), e.organization(), e.at(), Kind.DENIED, e.facts(), e.personal()),
        e -> changed(e, e.facts().with(Fact.TOOL, "send_messages"), e.personal()),
        e -> changed(e, e.facts().with(Fact.ROLE, "owner"), e.personal()),
        e -> changed(e, Facts.none().with(Fact.TOOL, "send_message"), e.personal()),
        e -> changed(e, e.facts(), Personal.none()),
        e -> changed(e, e.facts(), new Personal(Bytes.of(new byte[] {0}))));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void names_an_entry_of_which_any_part_was_altered(UnaryOperator<Entry> edit) {
    SealedEntry before = sealed(137);
    Entry altered = edit.apply(before.entry());
    put(137, new SealedEntry(137, altered, before.link()));

    assertFault(new Fault.Altered(137, altered.id()));
  }

  @Test
  void names_an_entry_whose_link_was_altered() {
    put(137, new SealedEntry(137, sealed(137).entry(), Digest.over(new byte[0])));

    assertFault(new Fault.Altered(137, sealed(137).entry().id()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, EACH, EACH + 1, 137, ALL - 1, ALL})
  void names_an_entry_that_was_removed(int sequence) {
    lines.remove(lineOf(sequence));

    assertFault(new Fault.Missing(sequence, sequence));
  }

  @Test
  void names_a_whole_stretch_that_was_removed() {
    lines.subList(lineOf(120), lineOf(131)).clear();

    assertFault(new Fault.Missing(120, 130));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, EACH, 137, ALL - 1})
  void names_an_entry_that_changed_places_with_the_next(int sequence) {
    Collections.swap(lines, lineOf(sequence), lineOf(sequence + 1));

    assertFault(new Fault.OutOfOrder(sequence, LedgerFixture.entry(sequence).id()));
  }

  @Test
  void names_an_entry_that_was_moved_far() {
    Line moved = lines.remove(lineOf(20));
    lines.add(lineOf(200), moved);

    assertFault(new Fault.OutOfOrder(20, LedgerFixture.entry(20).id()));
  }

  @Test
  void names_entries_whose_contents_changed_places() {
    Entry first = sealed(137).entry();
    Entry second = sealed(138).entry();
    put(137, new SealedEntry(137, second, sealed(137).link()));
    put(138, new SealedEntry(138, first, sealed(138).link()));

    assertFault(new Fault.Altered(137, second.id()));
  }

  @Test
  void names_an_entry_that_was_inserted_with_the_next_place_number() {
    Entry intruder = LedgerFixture.entry(9_999);
    insertBefore(137, new SealedEntry(137, intruder, sealed(137).link()));

    assertFault(new Fault.Inserted(137, intruder.id()));
  }

  @Test
  void names_an_entry_that_was_inserted_with_a_place_number_already_taken() {
    Entry intruder = LedgerFixture.entry(9_999);
    insertBefore(138, new SealedEntry(137, intruder, sealed(137).link()));

    assertFault(new Fault.Inserted(137, intruder.id()));
  }

  @Test
  void names_an_entry_that_is_there_twice() {
    insertBefore(138, sealed(137));

    assertFault(new Fault.Inserted(137, sealed(137).entry().id()));
  }

  @Test
  void names_the_batch_whose_chain_was_made_anew_over_an_altered_entry() {
    rechain(edited -> edited.set(136, LedgerFixture.entry(9_999)));

    assertFault(new Fault.Rewritten(3, 101, 150));
  }

  @Test
  void names_the_batch_whose_chain_was_made_anew_without_an_entry() {
    rechain(edited -> edited.remove(136));

    assertFault(new Fault.Rewritten(3, 101, 150));
  }

  @Test
  void names_the_batch_whose_chain_was_made_anew_around_one_more_entry() {
    rechain(edited -> edited.add(136, LedgerFixture.entry(9_999)));

    assertFault(new Fault.Rewritten(3, 101, 150));
  }

  @Test
  void names_the_first_checkpoint_signed_with_another_key() {
    lines.clear();
    lines.addAll(new LedgerFixture().export(BATCHES, EACH));

    assertThat(fault()).isInstanceOf(Fault.UnknownKey.class);
  }

  @Test
  void names_a_checkpoint_whose_signature_was_made_with_another_key() {
    Checkpoint third = checkpoint(3);
    Signature foreign = new LedgerFixture().sign(third.statement().toBytes());
    lines.set(
        lineOf(150) + 1,
        new Line.Signed(
            new Checkpoint(third.statement(), new Signature(ledger.key().id(), foreign.value()))));

    assertFault(new Fault.Forged(3));
  }

  @Test
  void names_a_checkpoint_that_was_removed() {
    lines.remove(lineOf(150) + 1);

    assertFault(new Fault.Disconnected(4, 3));
  }

  @Test
  void names_the_stretch_whose_last_checkpoint_was_removed() {
    lines.remove(lineOf(ALL) + 1);

    assertFault(new Fault.Unsigned(251, 300));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, EACH, 137, ALL})
  void names_the_entry_after_which_an_export_was_cut_off(int sequence) {
    lines.subList(lineOf(sequence) + 1, lines.size()).clear();

    assertFault(new Fault.CutOff(sequence));
  }

  @Test
  void finds_an_export_cut_at_a_checkpoint_that_kept_its_closing() {
    lines.subList(lineOf(250) + 2, lines.size() - 1).clear();

    assertFault(new Fault.FalseClosing(300, 250));
  }

  @Test
  void finds_a_closing_that_was_altered() {
    var closing = ledger.closing(ChainHead.of(LedgerFixture.INSTALLATION));
    Checkpoint last = checkpoint(BATCHES);
    var head = new ChainHead(ALL, last.statement().link(), BATCHES, last.digest());
    lines.set(
        lines.size() - 1,
        new Line.Closed(
            new Closing(new Closing.Statement(LedgerFixture.AT, head, 0), closing.signature())));

    assertFault(new Fault.FalseClosing(ALL, ALL));
  }

  @Test
  void finds_what_follows_a_closing() {
    lines.add(new Line.Written(sealed(1)));

    assertFault(new Fault.Unreadable("what follows the closing"));
  }

  @Test
  void names_a_line_that_cannot_be_read() {
    lines.set(lineOf(137), new Line.Unreadable("line 141"));

    assertFault(new Fault.Unreadable("line 141"));
  }

  @Test
  void wants_an_opening() {
    lines.removeFirst();

    assertFault(new Fault.Unreadable("the opening"));
  }

  @Test
  void finds_the_ledger_of_another_installation() {
    lines.set(0, new Line.Opening(new InstallationId("%032x".formatted(8)), List.of(ledger.key())));

    assertFault(new Fault.Altered(1, LedgerFixture.entry(1).id()));
  }

  @Test
  void counts_what_waits_for_a_seal_in_a_store() {
    Verification read = read(lines.subList(0, lines.size() - 1), List.of(ledger.key().encoded()));

    assertThat(read.ofStore(17)).isEqualTo(new Verification.Verdict.Whole(ALL, BATCHES, 17));
  }

  private void assertFault(Fault expected) {
    assertThat(verdict()).isEqualTo(new Verification.Verdict.Faulty(expected));
  }

  private Fault fault() {
    return ((Verification.Verdict.Faulty) verdict()).fault();
  }

  private Verification.Verdict verdict() {
    return verdict(lines, List.of(ledger.key().encoded()));
  }

  private static Verification.Verdict verdict(List<Line> lines, List<Bytes> trusted) {
    return read(lines, trusted).ofExport();
  }

  private static Verification read(List<Line> lines, List<Bytes> trusted) {
    Verification verification = Verification.trusting(trusted);
    for (Line line : lines) {
      verification = verification.with(line);
    }
    return verification;
  }

  /// After the opening, the entries before it, and the checkpoints between them.
  private static int lineOf(int sequence) {
    return sequence + (sequence - 1) / EACH;
  }

  private SealedEntry sealed(int sequence) {
    return ((Line.Written) lines.get(lineOf(sequence))).sealed();
  }

  private Checkpoint checkpoint(int number) {
    return ((Line.Signed) lines.get(lineOf(number * EACH) + 1)).checkpoint();
  }

  private void put(int sequence, SealedEntry sealed) {
    lines.set(lineOf(sequence), new Line.Written(sealed));
  }

  private void insertBefore(int sequence, SealedEntry sealed) {
    lines.add(lineOf(sequence), new Line.Written(sealed));
  }

  /// Makes the chain anew over edited entries, as somebody without the key would have to, and
  /// leaves the checkpoints where they stood.
  private void rechain(Consumer<List<Entry>> edit) {
    List<Entry> entries = new ArrayList<>();
    lines.forEach(line -> {
      if (line instanceof Line.Written(SealedEntry sealed)) {
        entries.add(sealed.entry());
      }
    });
    edit.accept(entries);
    List<Line> signed = lines.stream().filter(line -> !(line instanceof Line.Written)).toList();
    List<SealedEntry> chained = ChainHead.of(LedgerFixture.INSTALLATION).chain(entries);
    lines.clear();
    lines.add(signed.getFirst());
    for (int n = 0; n < chained.size(); n++) {
      lines.add(new Line.Written(chained.get(n)));
      if ((n + 1) % EACH == 0 && n < ALL) {
        lines.add(signed.get((n + 1) / EACH));
      }
    }
    lines.add(signed.getLast());
  }

  private static Entry changed(Entry e, EntryId id, OrganizationId organization, Instant at) {
    return new Entry(id, organization, at, e.kind(), e.facts(), e.personal());
  }

  private static Entry changed(Entry e, Facts facts, Personal personal) {
    return new Entry(e.id(), e.organization(), e.at(), e.kind(), facts, personal);
  }
}
