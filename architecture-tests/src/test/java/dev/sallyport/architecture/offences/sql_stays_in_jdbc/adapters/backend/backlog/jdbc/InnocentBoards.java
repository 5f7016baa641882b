package dev.sallyport.architecture.offences.sql_stays_in_jdbc.adapters.backend.backlog.jdbc;

import javax.sql.DataSource;

record InnocentBoards(DataSource pool) {}
