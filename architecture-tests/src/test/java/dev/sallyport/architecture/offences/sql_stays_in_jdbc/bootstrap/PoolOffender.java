package dev.sallyport.architecture.offences.sql_stays_in_jdbc.bootstrap;

import javax.sql.DataSource;

record PoolOffender(DataSource pool) {}
