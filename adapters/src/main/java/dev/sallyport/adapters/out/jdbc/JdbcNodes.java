package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Nodes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// One lease for each instance, which nobody but that instance extends.
@Singleton
final class JdbcNodes implements Nodes {
  private static final String THEN = "current_timestamp + cast(? as integer) * interval '1' second";
  private static final String EXTEND = "update lease set until = " + THEN + " where job = ?";
  private static final String END = "update lease set until = ? where job = ?";
  private static final String BEGIN =
      "insert into lease (job, holder, fence, until) values (?, ?, 1, "
          + THEN
          + ") on conflict do nothing";

  private final Database database;

  JdbcNodes(Database database) {
    this.database = database;
  }

  @Override
  public void lives(String node, Duration life) {
    int seconds = Math.toIntExact(life.toSeconds());
    database.inSystem(connection ->
        Sql.update(connection, EXTEND, seconds, job(node)) == 1
            ? 1
            : Sql.update(connection, BEGIN, job(node), node, seconds));
  }

  @Override
  public void leaves(String node) {
    database.inSystem(connection -> Sql.update(connection, END, Instant.EPOCH, job(node)));
  }

  private static String job(String node) {
    return "node:" + node;
  }
}
