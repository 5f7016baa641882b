package dev.sallyport.adapters.out.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRows extends GenericRepository<AccountRow, String> {
  Optional<AccountRow> findByOrganizationIdAndGrantIdAndBackendId(
      String organizationId, String grantId, String backendId);

  List<AccountRow> findByOrganizationIdAndGrantIdOrderByBackendId(
      String organizationId, String grantId);

  @Query(
      """
      insert into accounts (organization_id, account_id, person_id, grant_id, backend_id,
          sealed_credential, state, linked_at)
      values (:organizationId, :accountId, :personId, :grantId, :backendId,
          :sealedCredential, :state, :linkedAt)
      on conflict do nothing\
      """)
  int link(
      String organizationId,
      String accountId,
      String personId,
      String grantId,
      String backendId,
      byte[] sealedCredential,
      String state,
      OffsetDateTime linkedAt);

  @Query(
      """
      update accounts set account_id = :accountId, person_id = :personId,
          sealed_credential = :sealedCredential, state = :state, linked_at = :linkedAt
      where organization_id = :organizationId and grant_id = :grantId
          and backend_id = :backendId\
      """)
  int relink(
      String organizationId,
      String accountId,
      String personId,
      String grantId,
      String backendId,
      byte[] sealedCredential,
      String state,
      OffsetDateTime linkedAt);

  @Query(
      """
      update accounts set state = 'STALE'
      where organization_id = :organizationId and account_id = :accountId and state = 'LIVE'\
      """)
  int markStale(String organizationId, String accountId);

  @Query(
      """
      delete from accounts
      where organization_id = :organizationId and account_id = :accountId\
      """)
  int remove(String organizationId, String accountId);
}
