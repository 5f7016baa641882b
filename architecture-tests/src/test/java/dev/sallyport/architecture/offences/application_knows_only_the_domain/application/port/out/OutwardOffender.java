package dev.sallyport.architecture.offences.application_knows_only_the_domain.application.port.out;

import dev.sallyport.architecture.offences.application_knows_only_the_domain.adapters.out.jdbc.Store;

interface OutwardOffender {
  Store store();
}
