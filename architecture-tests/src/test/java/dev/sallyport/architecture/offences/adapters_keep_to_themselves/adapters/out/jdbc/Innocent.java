package dev.sallyport.architecture.offences.adapters_keep_to_themselves.adapters.out.jdbc;

interface Innocent {
  record Row() {}
}
