/// The database: one set of SQL for H2 and PostgreSQL.
@NullMarked
package dev.sallyport.adapters.out.jdbc;

import org.jspecify.annotations.NullMarked;
