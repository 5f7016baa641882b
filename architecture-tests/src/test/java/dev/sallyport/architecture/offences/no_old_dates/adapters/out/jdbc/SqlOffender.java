package dev.sallyport.architecture.offences.no_old_dates.adapters.out.jdbc;

import java.sql.Timestamp;

record SqlOffender(Timestamp at) {}
