package dev.sallyport.adapters.out.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonRows extends GenericRepository<PersonRow, String> {
  Optional<PersonRow> findByPersonId(String personId);

  Optional<PersonRow> findByEmail(String email);

  @Query(
      """
      select person_id, email, locale, standing, created_at from people
      where person_id > :after order by person_id fetch first :most rows only\
      """)
  List<PersonRow> listAfter(String after, int most);

  @Query(
      """
      insert into people (person_id, email, locale, standing, created_at)
      values (:personId, :email, :locale, :standing, :createdAt)
      on conflict do nothing\
      """)
  int add(
      String personId,
      @Nullable String email,
      String locale,
      String standing,
      OffsetDateTime createdAt);

  @Query("update people set standing = :to where person_id = :personId and standing = :from")
  int become(String personId, String from, String to);

  @Query(
      """
      update people set standing = 'ERASED', email = null, locale = 'und'
      where person_id = :personId and standing <> 'ERASED'\
      """)
  int erase(String personId);
}
