package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What waits for a seal, in the order in which it was added.
final class WaitingRows {
  /// Before every position, whoever wrote it.
  static final long START = Long.MIN_VALUE;

  private static final String PAGE =
      "select o.position, o.entry_id, e.form, s.sequence from ledger_open o"
          + " left join ledger_entry e on e.id = o.entry_id"
          + " left join ledger_seal s on s.entry_id = o.entry_id"
          + " where o.position > ? order by o.position limit ?";

  private WaitingRows() {}

  /// The first entries of those that can be read: the others must not hold them up.
  static List<Entry> readable(Connection connection, int most, Consumer<Fault> others)
      throws SQLException {
    var entries = new ArrayList<Entry>();
    long after = START;
    int wanted = most;
    while (wanted > 0) {
      List<Waiting> page = page(connection, after, wanted);
      for (Waiting waiting : page) {
        after = waiting.position();
        switch (waiting) {
          case Waiting.Sound(long _, Entry entry) -> entries.add(entry);
          case Waiting.Unsound(long _, Fault fault) -> others.accept(fault);
        }
      }
      wanted = page.size() < wanted ? 0 : most - entries.size();
    }
    return entries;
  }

  static List<Waiting> page(Connection connection, long after, int most) throws SQLException {
    try (var statement = connection.prepareStatement(PAGE)) {
      statement.setLong(1, after);
      statement.setInt(2, most);
      var page = new ArrayList<Waiting>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          page.add(waiting(rows));
        }
      }
      return page;
    }
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    String id = row.getString("entry_id");
    byte @Nullable [] form = row.getBytes("form");
    if (form == null) {
      return new Waiting.Unsound(position, BesideChain.fault(id, Fault.Lost::new));
    }
    if (row.getObject("sequence") != null) {
      return new Waiting.Unsound(position, BesideChain.fault(id, Fault.WaitsAgain::new));
    }
    return entry(id, form)
        .<Waiting>map(entry -> new Waiting.Sound(position, entry))
        .orElseGet(
            () -> new Waiting.Unsound(position, BesideChain.fault(id, WaitingRows::unreadable)));
  }

  private static Optional<Entry> entry(String id, byte[] form) {
    try {
      return Optional.of(Entry.of(form)).filter(entry -> entry.id().value().equals(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Fault unreadable(EntryId id) {
    return new Fault.Unreadable("entry %s, which waits for a seal,".formatted(id.value()));
  }

  /// One row of what waits.
  sealed interface Waiting {
    long position();

    /// An entry as it was added.
    record Sound(long position, Entry entry) implements Waiting {}

    /// None, or not the one that was added.
    record Unsound(long position, Fault fault) implements Waiting {}
  }
}
