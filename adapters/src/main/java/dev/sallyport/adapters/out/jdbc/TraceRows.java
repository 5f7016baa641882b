package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Traces.Part;
import dev.sallyport.application.port.out.Traces.Trace;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.vault.PersonalPart;
import dev.sallyport.domain.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One table as a list of traces.
///
/// @param sql takes the organization and then the person
record TraceRows(String sql, Sql.Row<Trace> row) {
  private static final String LEDGER = "ledger";

  static final List<TraceRows> ALL =
      List.of(
          new TraceRows(
              "select account_id, grant_id, backend_id, state, linked_at from accounts"
                  + " where organization_id = ? and person_id = ? order by linked_at, account_id",
              row ->
                  trace(
                      row,
                      "accounts",
                      List.of("account_id", "grant_id", "backend_id", "state", "linked_at"))),
          new TraceRows(
              "select key_id, grant_id, name, hint, scopes, created_at, expires_at from api_keys"
                  + " where organization_id = ? and person_id = ? order by created_at, key_id",
              row ->
                  trace(
                      row,
                      "keys",
                      List.of(
                          "key_id",
                          "grant_id",
                          "name",
                          "hint",
                          "scopes",
                          "created_at",
                          "expires_at"))),
          new TraceRows(
              "select claim_id, call_id, grant_id, backend_id, tool, key_text, state, claimed_at,"
                  + " changed_at, arguments, answer from claims where organization_id = ?"
                  + " and person_id = ? and key_text <> claim_id order by claimed_at, claim_id",
              row ->
                  trace(
                      row,
                      "claims",
                      List.of(
                          "claim_id",
                          "call_id",
                          "grant_id",
                          "backend_id",
                          "tool",
                          "key_text",
                          "state",
                          "claimed_at",
                          "changed_at"),
                      new SealedColumn("arguments", "claim_id", PersonalPart.CLAIM_ARGUMENTS),
                      new SealedColumn("answer", "claim_id", PersonalPart.CLAIM_ANSWER))),
          new TraceRows(
              "select approval_id, grant_id, tool, rule, state, asked_at, expires_at,"
                  + " sealed_text from approvals where organization_id = ?"
                  + " and person_id = ? and binding <> approval_id order by asked_at, approval_id",
              row ->
                  trace(
                      row,
                      "approvals",
                      List.of(
                          "approval_id",
                          "grant_id",
                          "tool",
                          "rule",
                          "state",
                          "asked_at",
                          "expires_at"),
                      new SealedColumn("sealed_text", "approval_id", PersonalPart.APPROVAL_TEXT))),
          new TraceRows(
              "select taints.grant_id, until, sealed_source from taints join grants"
                  + " on grants.organization_id = taints.organization_id"
                  + " and grants.grant_id = taints.grant_id"
                  + " where taints.organization_id = ? and grants.person_id = ?"
                  + " order by until, source",
              row ->
                  trace(
                      row,
                      "sources",
                      List.of("grant_id", "until"),
                      new SealedColumn("sealed_source", "grant_id", PersonalPart.TAINT_SOURCE))),
          new TraceRows(
              "select day_starts, backend_id, tool, count(*) as calls, sum(units) as units"
                  + " from usage_event where organization_id = ? and person_id = ?"
                  + " group by day_starts, backend_id, tool order by day_starts, backend_id, tool",
              row ->
                  trace(
                      row, "usage", List.of("day_starts", "backend_id", "tool", "calls", "units"))),
          new TraceRows(
              "select id, form from ledger_entry where organization_id = ? and person_id = ?"
                  + " order by at, id",
              row -> of(StoredEntry.of(row))));

  private static Trace trace(
      ResultSet row, String list, List<String> columns, SealedColumn... sealed)
      throws SQLException {
    Map<String, String> fields = new HashMap<>();
    for (String column : columns) {
      fields.put(column, text(row, column));
    }
    List<Part> parts = new ArrayList<>();
    for (SealedColumn column : sealed) {
      byte[] bytes = row.getBytes(column.name());
      if (bytes != null) {
        String owner = row.getString(column.owner());
        parts.add(new Part(column.name(), column.part(), owner, Sealed.of(bytes)));
      }
    }
    return new Trace(list, fields, parts);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return column.endsWith("_at") || column.equals("until")
        ? Sql.instant(row, column).toString()
        : row.getString(column);
  }

  private static Trace of(Entry entry) {
    Map<String, String> fields = new HashMap<>();
    entry.facts().texts().forEach((fact, text) -> fields.put(fact.word(), text));
    fields.put("id", entry.id().value());
    fields.put("at", entry.at().toString());
    fields.put("kind", entry.kind().word());
    List<Part> parts =
        entry.personal().absent()
            ? List.of()
            : List.of(
                new Part(
                    "personal",
                    PersonalPart.LEDGER_ENTRY,
                    entry.id().value(),
                    new Sealed(entry.personal().ciphertext())));
    return new Trace(LEDGER, fields, parts);
  }

  /// A column that is sealed under the person's key, and the column that tells for what.
  private record SealedColumn(String name, String owner, PersonalPart part) {}
}
