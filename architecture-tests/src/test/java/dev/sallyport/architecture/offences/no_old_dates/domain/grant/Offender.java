package dev.sallyport.architecture.offences.no_old_dates.domain.grant;

import java.util.Date;

record Offender(Date at) {}
