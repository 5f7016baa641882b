/// Made for the trial of `SQL_STAYS_IN_JDBC`.
@NullMarked
package dev.sallyport.architecture.offences.sql_stays_in_jdbc.bootstrap;

import org.jspecify.annotations.NullMarked;
