package dev.sallyport.architecture.offences.sql_stays_in_jdbc.adapters.out.redis;

import java.sql.Connection;

record Offender(Connection line) {}
