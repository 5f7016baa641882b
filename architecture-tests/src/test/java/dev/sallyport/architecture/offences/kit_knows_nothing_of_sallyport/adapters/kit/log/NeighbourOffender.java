package dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.adapters.kit.log;

import dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.adapters.out.jdbc.Store;

record NeighbourOffender(Store store) {}
