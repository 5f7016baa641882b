package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.approval.Approval.State;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Questions as rows, of which only one may be live about one thing.
@Singleton
final class JdbcApprovals implements Approvals {
  private static final int ATTEMPTS = 3;
  private static final String SELECT =
      "select approval_id, organization_id, person_id, grant_id, tool, binding, rule, state,"
          + " asked_at, expires_at from approvals where organization_id = ?";
  private static final String ADD =
      "insert into approvals (organization_id, approval_id, person_id, grant_id, tool, binding,"
          + " live_binding, rule, state, asked_at, expires_at, sealed_text)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String FREE =
      "update approvals set live_binding = null, sealed_text = null"
          + " where organization_id = ? and grant_id = ? and tool = ? and live_binding = ?"
          + " and expires_at <= ?";
  private static final String APPROVE =
      "update approvals set state = 'APPROVED' where organization_id = ? and approval_id = ?"
          + " and person_id = ? and state = 'ASKED' and expires_at > ?";
  private static final String DECLINE =
      "update approvals set state = 'DECLINED', live_binding = null, sealed_text = null"
          + " where organization_id = ? and approval_id = ?"
          + " and person_id = ? and state = 'ASKED' and expires_at > ?";
  private static final String USE =
      "update approvals set state = 'USED', live_binding = null, sealed_text = null"
          + " where organization_id = ? and approval_id = ? and state = 'APPROVED'"
          + " and expires_at > ?";
  private static final String EXPIRED = " where expires_at <= ? and sealed_text is not null";
  private static final String ANY_TO_FORGET =
      "select expires_at from approvals" + EXPIRED + " fetch first 1 row only";
  private static final String FORGET =
      "update approvals set sealed_text = null, live_binding = null" + EXPIRED;

  private final Database database;

  JdbcApprovals(Database database) {
    this.database = database;
  }

  @Override
  public Approval ask(TenantScope scope, Approval approval, Sealed text) {
    if (!approval.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a question is asked from within its organization");
    }
    return database.inTenant(scope, connection -> asked(connection, approval, text));
  }

  @Override
  public Optional<Approval> about(
      TenantScope scope, GrantId grant, ToolName tool, String binding, Instant at) {
    return database.inTenant(
        scope, connection -> live(connection, scope.organization(), grant, tool, binding, at));
  }

  @Override
  public Optional<Approval> find(TenantScope scope, ApprovalId approval) {
    return database.inTenant(scope, connection -> find(connection, scope, approval));
  }

  @Override
  public Optional<Sealed> text(TenantScope scope, ApprovalId approval) {
    return database
        .inTenant(
            scope,
            connection ->
                Sql.first(
                    connection,
                    "select sealed_text from approvals"
                        + " where organization_id = ? and approval_id = ?",
                    row -> Sql.maybeSealed(row, "sealed_text"),
                    scope.organization().value(),
                    approval.value()))
        .flatMap(found -> found);
  }

  @Override
  public List<Approval> open(TenantScope scope, PersonId person, Instant at) {
    return database.inTenant(
        scope,
        connection ->
            Sql.list(
                connection,
                SELECT
                    + " and person_id = ? and state = 'ASKED' and expires_at > ?"
                    + " order by asked_at, approval_id",
                JdbcApprovals::approval,
                scope.organization().value(),
                person.value(),
                at));
  }

  @Override
  public Answer answer(
      TenantScope scope, ApprovalId approval, PersonId person, State answer, Instant at) {
    String statement = statementOf(answer);
    return database.inTenant(
        scope,
        connection -> {
          int taken =
              Sql.update(
                  connection,
                  statement,
                  scope.organization().value(),
                  approval.value(),
                  person.value(),
                  at);
          return find(connection, scope, approval)
              .filter(found -> found.person().equals(person))
              .<Answer>map(
                  found -> taken == 1 ? new Answer.Taken(found) : new Answer.TooLate(found))
              .orElseGet(Answer.NotThere::new);
        });
  }

  @Override
  public Use use(TenantScope scope, ApprovalId approval, Instant at) {
    int used =
        database.inTenant(
            scope,
            connection ->
                Sql.update(connection, USE, scope.organization().value(), approval.value(), at));
    return used == 1 ? Use.USED : Use.SPENT;
  }

  @Override
  public int forgetExpired(Instant at) {
    // mostly there is none, and to find that out should keep nobody from writing
    return database.inSystem(connection ->
        Sql.first(connection, ANY_TO_FORGET, row -> at, at).isPresent()
            ? Sql.update(connection, FORGET, at)
            : 0);
  }

  private static String statementOf(State answer) {
    return switch (answer) {
      case APPROVED -> APPROVE;
      case DECLINED -> DECLINE;
      case ASKED, USED -> throw new IllegalArgumentException("an answer is yes or no");
    };
  }

  private static Approval asked(Connection connection, Approval approval, Sealed text)
      throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (add(connection, approval, text) == 1) {
        return approval;
      }
      Optional<Approval> live =
          live(
              connection,
              approval.organization(),
              approval.grant(),
              approval.tool(),
              approval.binding(),
              approval.askedAt());
      if (live.isPresent()) {
        return live.get();
      }
      free(connection, approval);
    }
    throw new IllegalStateException("a new question has a new id");
  }

  private static int add(Connection connection, Approval approval, Sealed text)
      throws SQLException {
    return Sql.update(
        connection,
        ADD,
        approval.organization().value(),
        approval.id().value(),
        approval.person().value(),
        approval.grant().value(),
        approval.tool().value(),
        approval.binding(),
        approval.binding(),
        approval.rule(),
        approval.state(),
        approval.askedAt(),
        approval.expiresAt(),
        text);
  }

  /// Lets the same be asked anew where the question about it has expired.
  private static void free(Connection connection, Approval approval) throws SQLException {
    Sql.update(
        connection,
        FREE,
        approval.organization().value(),
        approval.grant().value(),
        approval.tool().value(),
        approval.binding(),
        approval.askedAt());
  }

  private static Optional<Approval> live(
      Connection connection,
      OrganizationId organization,
      GrantId grant,
      ToolName tool,
      String binding,
      Instant at)
      throws SQLException {
    return Sql.first(
        connection,
        SELECT + " and grant_id = ? and tool = ? and live_binding = ? and expires_at > ?",
        JdbcApprovals::approval,
        organization.value(),
        grant.value(),
        tool.value(),
        binding,
        at);
  }

  private static Optional<Approval> find(
      Connection connection, TenantScope scope, ApprovalId approval) throws SQLException {
    return Sql.first(
        connection,
        SELECT + " and approval_id = ?",
        JdbcApprovals::approval,
        scope.organization().value(),
        approval.value());
  }

  private static Approval approval(ResultSet row) throws SQLException {
    return new Approval(
        new ApprovalId(row.getString("approval_id")),
        new OrganizationId(row.getString("organization_id")),
        new PersonId(row.getString("person_id")),
        new GrantId(row.getString("grant_id")),
        new ToolName(row.getString("tool")),
        row.getString("binding"),
        row.getString("rule"),
        State.valueOf(row.getString("state")),
        Sql.instant(row, "asked_at"),
        Sql.instant(row, "expires_at"));
  }
}
