package dev.sallyport.application.port.in;

import dev.sallyport.domain.tenancy.Person;
import java.util.function.Consumer;

/// Names everybody, for an operator who looks for somebody's id. For the command line only.
public interface ListPeople {
  /// Passes everybody, in the order of their ids; also those who were erased.
  void list(Consumer<Person> to);
}
