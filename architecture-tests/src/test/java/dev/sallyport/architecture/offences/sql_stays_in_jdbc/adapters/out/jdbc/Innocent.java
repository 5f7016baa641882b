package dev.sallyport.architecture.offences.sql_stays_in_jdbc.adapters.out.jdbc;

import java.sql.Connection;

record Innocent(Connection line) {}
