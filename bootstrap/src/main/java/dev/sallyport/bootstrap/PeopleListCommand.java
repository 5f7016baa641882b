package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ListPeople;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Person;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists everybody by their ids, with as much of the address as tells them apart.")
final class PeopleListCommand implements Callable<Integer>, Served {
  @Spec private CommandSpec spec;
  @Mixin private HouseArgument house = new HouseArgument();

  @Option(names = "--json", description = "Write JSON, one person a line.")
  private boolean json;

  @Override
  public HouseArgument house() {
    return house;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenHouse open = house.open()) {
      open.get(ListPeople.class).list(person -> out.println(json ? object(person) : line(person)));
    }
    out.flush();
    return 0;
  }

  private static String line(Person person) {
    return "%s  %-9s  %s  %s"
        .formatted(
            person.id().value(),
            standing(person),
            person.created(),
            person.email().map(EmailAddress::masked).orElse("-"));
  }

  // a masked address holds nothing that JSON would escape but what an address cannot hold
  private static String object(Person person) {
    return "{\"id\":\"%s\",\"standing\":\"%s\",\"created\":\"%s\",\"email\":%s}"
        .formatted(
            person.id().value(),
            standing(person),
            person.created(),
            person.email().map(it -> "\"" + it.masked() + "\"").orElse("null"));
  }

  private static String standing(Person person) {
    return person.standing().name().toLowerCase(Locale.ROOT);
  }
}
