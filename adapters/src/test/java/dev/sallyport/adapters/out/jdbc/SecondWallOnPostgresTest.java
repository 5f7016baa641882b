package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What PostgreSQL holds by itself, when a statement forgets to say whose rows it wants. Which
/// tables there are is read from the database, so that a new one is not left out.
@DisplayName("Behind the second wall,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondWallOnPostgresTest {
  private static final TenantScope HERE = scope("a");
  private static final TenantScope THERE = scope("b");

  /// What belongs to no organization. A new name here is a decision; say why beside it.
  private static final Set<String> OF_NO_ORGANIZATION =
      Set.of(
          // the migrations' own memory
          "flyway_schema_history",
          // which installation this is
          "installation",
          // keys are the installation's or a person's
          "key_check",
          "key_check_turn",
          "person_key",
          // the sealed chain runs through all organizations; what it seals is walled
          "lease",
          "ledger_checkpoint",
          "ledger_seal",
          // a person can belong to several
          "people",
          // what is offered is the same for all
          "plan_right",
          "plan_terms");

  /// What lets an insert pass but for the wall: a value for every column that must have one.
  private static final String SAMPLE_COLUMNS =
      """
      select string_agg(quote_ident(column_name), ', ' order by ordinal_position),
             string_agg(
                 case
                     when column_name = 'organization_id' then quote_literal(?)
                     when data_type = 'bytea' then '''\\x00''::bytea'
                     when data_type like 'timestamp%' or data_type = 'date' then 'now()'
                     when data_type in ('integer', 'bigint', 'smallint', 'numeric') then '1'
                     when data_type = 'boolean' then 'true'
                     when data_type in ('json', 'jsonb') then '''{}'''
                     else quote_literal('x')
                 end, ', ' order by ordinal_position)
      from information_schema.columns
      where table_schema = 'public' and table_name = ? and is_nullable = 'NO'
          and is_identity = 'NO'\
      """;

  @RegisterExtension final Databases databases = new Databases();

  private final Database database = databases.postgres();

  @Test
  void every_table_names_its_organization_or_is_known_to_have_none() {
    assertThat(
            names(
                """
                select c.relname from pg_class c
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                    and not exists (
                        select from pg_attribute a
                        where a.attrelid = c.oid and a.attname = 'organization_id'
                            and a.attnotnull)\
                """))
        .containsExactlyInAnyOrderElementsOf(OF_NO_ORGANIZATION);
  }

  @Test
  void every_table_of_organizations_is_walled_for_its_owner_too() {
    assertThat(walled()).isNotEmpty().containsExactlyInAnyOrderElementsOf(tables());
  }

  @Test
  void neither_role_owns_anything_nor_can_see_past_the_wall() {
    assertThat(
            names(
                """
                select rolname from pg_roles
                where rolname like 'sallyport%' and not rolsuper and not rolbypassrls
                    and not rolcanlogin
                    and not exists (select from pg_class where relowner = pg_roles.oid)\
                """))
        .containsExactlyInAnyOrder("sallyport_tenant", "sallyport_system");
  }

  @Test
  void a_statement_that_names_no_organization_finds_the_rows_of_its_own_alone() {
    for (String table : tablesShownToTenants()) {
      asOwnerWithoutConstraints(table);

      assertThat(organizationsSeen(HERE, table))
          .as("seen in %s", table)
          .containsExactly(HERE.organization().value());
      assertThat(organizationsSeen(scope("c"), table)).as("seen in %s", table).isEmpty();
    }
  }

  @Test
  void nothing_is_written_for_another_organization() {
    for (String table : tables()) {
      asOwnerWithoutConstraints(table);
      String there = THERE.organization().value();

      assertRefused(HERE, insertOf(table, THERE));
      assertRefused(HERE, "update %s set organization_id = '%s'".formatted(table, there));
    }
  }

  @Test
  void what_is_not_there_for_the_tenant_stays_out_of_its_reach() {
    assertThat(granted("sallyport_tenant"))
        .filteredOn(grant -> OF_NO_ORGANIZATION.contains(grant.substring(0, grant.indexOf(' '))))
        .containsExactlyInAnyOrder("plan_right SELECT", "plan_terms SELECT");
    assertRefused(HERE, "create table mine (id integer)");
    assertRefused(HERE, "alter table accounts disable row level security");
  }

  @Test
  void work_of_no_organization_reaches_no_more_than_was_opened_to_it() {
    assertThat(granted("sallyport_system"))
        .containsExactlyInAnyOrder(
            "change_log DELETE INSERT SELECT",
            "installation INSERT SELECT",
            "key_check INSERT SELECT",
            "key_check_turn SELECT UPDATE",
            "lease INSERT SELECT UPDATE",
            "ledger_checkpoint INSERT SELECT",
            "ledger_entry INSERT SELECT",
            "ledger_open DELETE INSERT SELECT",
            "ledger_seal INSERT SELECT",
            "letters DELETE",
            "memberships SELECT",
            "people INSERT SELECT UPDATE",
            "person_key INSERT SELECT UPDATE",
            "plan_right DELETE INSERT SELECT UPDATE",
            "plan_terms DELETE INSERT SELECT UPDATE",
            "quota_block DELETE SELECT UPDATE",
            "quota_counter INSERT SELECT UPDATE",
            "quota_reservation DELETE SELECT UPDATE",
            "usage_event INSERT SELECT");
  }

  @Test
  void no_role_is_left_on_a_connection_that_goes_back_to_the_pool() {
    countOf(HERE, "update accounts set state = state");

    assertThat(names("select current_user || coalesce(current_setting('app.organization_id'), '')"))
        .containsExactly("postgres");
  }

  /// One row here and one there, of which only the organization matters.
  private void asOwnerWithoutConstraints(String table) {
    asOwner(connection -> {
      try (var statement = connection.createStatement()) {
        for (String check : constraintsOf(connection, table)) {
          statement.execute(
              "alter table %s drop constraint if exists %s cascade".formatted(table, check));
        }
        statement.execute(insertOf(connection, table, HERE));
        statement.execute(insertOf(connection, table, THERE));
        return table;
      }
    });
  }

  private static List<String> constraintsOf(Connection connection, String table)
      throws SQLException {
    return namesOn(
        connection,
        """
        select conname from pg_constraint
        where conrelid = '%s'::regclass and contype in ('c', 'f', 'u', 'p')\
        """
            .formatted(table));
  }

  private List<String> tables() {
    return names(
        """
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
            and a.attname = 'organization_id'\
        """);
  }

  private List<String> tablesShownToTenants() {
    return tables().stream()
        .filter(table ->
            names(
                    "select 1 where has_table_privilege('sallyport_tenant', '%s', 'SELECT')"
                        .formatted(table))
                .contains("1"))
        .toList();
  }

  /// What a role may do with each table, but for what it may do with single columns.
  private List<String> granted(String role) {
    return names(
        """
        select table_name || ' '
            || string_agg(distinct privilege_type, ' ' order by privilege_type)
        from information_schema.role_table_grants
        where grantee = '%s' group by table_name\
        """
            .formatted(role));
  }

  private List<String> walled() {
    return names(
        """
        select c.relname from pg_class c
        where c.relrowsecurity and c.relforcerowsecurity and exists (
            select from pg_policy p
            where p.polrelid = c.oid and p.polroles = array['sallyport_tenant'::regrole::oid]
                and pg_get_expr(p.polqual, p.polrelid) like '%organization_id%app.organization_id%'
                and pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid))\
        """);
  }

  private List<String> organizationsSeen(TenantScope scope, String table) {
    return database.inTenant(
        scope, connection -> namesOn(connection, "select organization_id from " + table));
  }

  private int countOf(TenantScope scope, String sql) {
    return database.inTenant(
        scope,
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  private void assertRefused(TenantScope scope, String sql) {
    assertThatExceptionOfType(IllegalStateException.class)
        .as(sql)
        .isThrownBy(() ->
            database.inTenant(
                scope,
                connection -> {
                  try (var statement = connection.createStatement()) {
                    return statement.execute(sql);
                  }
                }))
        .withMessageContaining("42501");
  }

  private String insertOf(String table, TenantScope scope) {
    return asOwner(connection -> insertOf(connection, table, scope));
  }

  private static String insertOf(Connection connection, String table, TenantScope scope)
      throws SQLException {
    try (var statement = connection.prepareStatement(SAMPLE_COLUMNS)) {
      statement.setString(1, scope.organization().value());
      statement.setString(2, table);
      try (var row = statement.executeQuery()) {
        row.next();
        return "insert into %s (%s) values (%s)"
            .formatted(table, row.getString(1), row.getString(2));
      }
    }
  }

  private List<String> names(String sql) {
    return asOwner(connection -> namesOn(connection, sql));
  }

  private static List<String> namesOn(Connection connection, String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private <T> T asOwner(Work<T> work) {
    try (var connection = database.connection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TenantScope scope(String digit) {
    return new TenantScope(new OrganizationId(digit.repeat(32)));
  }
}
