package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.grant.Narrowing;
import java.util.List;

/// One statement of a removal, and what it removes. Rows that others count on stay, empty: a claim
/// under way must still be found by who settles it.
///
/// @param sql takes the organization and then the person; changes nothing when it is run again
record TraceRemoval(String of, String sql) {
  private static final String THEIRS =
      " where organization_id = ? and grant_id in (select theirs.grant_id from grants theirs"
          + " where theirs.person_id = ?)";

  // Terms and narrowing are texts of ours, in which no quotation mark of SQL occurs. The first of
  // all is to take the sources and recipients, which are found through the grants.
  static final List<TraceRemoval> ALL =
      List.of(
          new TraceRemoval("sources", "delete from taints" + THEIRS),
          new TraceRemoval("recipients", "delete from spending_recipients" + THEIRS),
          new TraceRemoval(
              "accounts", "delete from accounts where organization_id = ? and person_id = ?"),
          new TraceRemoval(
              "keys", "delete from api_keys where organization_id = ? and person_id = ?"),
          new TraceRemoval(
              "approvals",
              "update approvals set sealed_text = null, live_binding = null, binding = approval_id"
                  + " where organization_id = ? and person_id = ? and binding <> approval_id"),
          new TraceRemoval(
              "parts",
              "update claim_parts set reference = '' where organization_id = ? and claim_id in"
                  + " (select theirs.claim_id from claims theirs where theirs.person_id = ?)"
                  + " and reference <> ''"),
          new TraceRemoval(
              "claims",
              "update claims set arguments = null, answer = null, open_key = null,"
                  + " key_text = claim_id, arguments_hash = claim_id"
                  + " where organization_id = ? and person_id = ? and key_text <> claim_id"),
          new TraceRemoval(
              "grants",
              "update grants set terms = '%s', narrowing = '%s', generation = generation + 1"
                      .formatted(GrantText.NO_TERMS, GrantText.of(Narrowing.NONE))
                  + " where organization_id = ? and person_id = ? and terms <> '%s'"
                      .formatted(GrantText.NO_TERMS)),
          new TraceRemoval(
              "memberships",
              "delete from memberships where organization_id = ? and person_id = ?"));
}
