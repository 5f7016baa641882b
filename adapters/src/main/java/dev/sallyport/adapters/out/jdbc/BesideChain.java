package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.adapters.out.jdbc.WaitingRows.Waiting;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks for what the chain cannot show because it never was a part of it, in short steps. Each
/// step is one statement: what is sealed meanwhile is seen before or after, and never in between.
final class BesideChain {
  private static final int PAGE = 1_000;

  private final Database database;

  BesideChain(Database database) {
    this.database = database;
  }

  Optional<Fault> fault() {
    return waiting().or(this::unchained);
  }

  /// That of the entry with this id, which may have been tampered with as well.
  static Fault fault(String id, Function<EntryId, Fault> fault) {
    try {
      return fault.apply(new EntryId(id));
    } catch (IllegalArgumentException _) {
      return new Fault.Unreadable("the id of an entry");
    }
  }

  private Optional<Fault> waiting() {
    long after = WaitingRows.START;
    List<Waiting> page;
    do {
      long start = after;
      page = database.inSystem(it -> WaitingRows.page(it, start, PAGE));
      for (Waiting waiting : page) {
        after = waiting.position();
        if (waiting instanceof Waiting.Unsound(long _, Fault fault)) {
          return Optional.of(fault);
        }
      }
    } while (page.size() == PAGE);
    return Optional.empty();
  }

  private Optional<Fault> unchained() {
    String after = "";
    List<Place> page;
    do {
      String start = after;
      page = database.inSystem(it -> entries(it, start));
      for (Place place : page) {
        after = place.id();
        if (place.unchained()) {
          return Optional.of(fault(place.id(), Fault.Unchained::new));
        }
      }
    } while (page.size() == PAGE);
    return Optional.empty();
  }

  private static List<Place> entries(Connection connection, String after) throws SQLException {
    // an id that somebody else wrote may be empty
    String query =
        // places begin with 1, and the chain is read from there
        "select e.id, coalesce(s.sequence, 0) < 1 and o.entry_id is null as unchained"
            + " from (select id from ledger_entry where id "
            + (after.isEmpty() ? ">=" : ">")
            + " ? order by id limit ?) e"
            + " left join ledger_seal s on s.entry_id = e.id"
            + " left join ledger_open o on o.entry_id = e.id order by e.id";
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, after);
      statement.setInt(2, PAGE);
      var page = new ArrayList<Place>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          page.add(new Place(rows.getString("id"), rows.getBoolean("unchained")));
        }
      }
      return page;
    }
  }

  private record Place(String id, boolean unchained) {}
}
