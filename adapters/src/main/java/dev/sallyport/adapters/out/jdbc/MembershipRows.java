package dev.sallyport.adapters.out.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// The rule of the last owner is in the statements: once [#lockOwners] holds the owners' rows, no
/// other transaction can make one of them less, so what a statement sees of them is so.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MembershipRows extends GenericRepository<MembershipRow, String> {
  Optional<MembershipRow> findByOrganizationIdAndPersonId(String organizationId, String personId);

  List<MembershipRow> findByOrganizationIdOrderByPersonId(String organizationId);

  List<MembershipRow> findByPersonIdOrderByOrganizationId(String personId);

  @Query(
      """
      insert into memberships (organization_id, person_id, role)
      values (:organizationId, :personId, :role)
      on conflict do nothing\
      """)
  int add(String organizationId, String personId, String role);

  @Query(
      """
      select person_id from memberships
      where organization_id = :organizationId and role = 'OWNER'
      order by person_id for update\
      """)
  List<String> lockOwners(String organizationId);

  @Query(
      """
      update memberships set role = :role
      where organization_id = :organizationId and person_id = :personId
          and (role <> 'OWNER' or :role = 'OWNER' or exists (
              select 1 from memberships other
              where other.organization_id = :organizationId and other.person_id <> :personId
                  and other.role = 'OWNER'))\
      """)
  int changeRole(String organizationId, String personId, String role);

  @Query(
      """
      delete from memberships
      where organization_id = :organizationId and person_id = :personId
          and (role <> 'OWNER' or exists (
              select 1 from memberships other
              where other.organization_id = :organizationId and other.person_id <> :personId
                  and other.role = 'OWNER'))\
      """)
  int remove(String organizationId, String personId);
}
