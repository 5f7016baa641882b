package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ErasePerson;
import dev.sallyport.application.port.in.ErasePerson.Outcome;
import dev.sallyport.application.port.in.ErasePerson.Receipt;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Organization;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Forgets one person for good: what is kept of them is removed, their key destroyed.",
      "It cannot be taken back. The ledger stays whole; what it tells of them cannot be read again."
    },
    footer = {
      "",
      "If it is interrupted, run it again. `audit verify` shows afterwards that the ledger holds,",
      "and `audit explain ENTRY` shows an entry of the receipt."
    })
final class PeopleEraseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PersonArgument argument = new PersonArgument();

  @Option(names = "--yes", description = "Really. Without it nothing is done.")
  private boolean yes;

  @Option(names = "--json", description = "Write the receipt as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PersonId person = argument.person();
    if (!yes) {
      throw new ParameterException(
          spec.commandLine(), "erasing cannot be taken back: say --yes if you mean it");
    }
    try (ClosedHouse house = argument.house()) {
      return switch (house.get(ErasePerson.class).erase(person)) {
        case Outcome.Erased(Receipt receipt) -> told(receipt);
        case Outcome.OwnerNeeded needed -> refused("Not erased: ", needed);
        case Outcome.Begun(Outcome.OwnerNeeded next) ->
            refused("Begun, to be finished by running it again; they stay suspended: ", next);
        case Outcome.NotThere() -> argument.nobody();
      };
    }
  }

  private int told(Receipt receipt) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? ReceiptLines.json(receipt) : ReceiptLines.text(receipt));
    out.flush();
    return 0;
  }

  private int refused(String how, Outcome.OwnerNeeded needed) {
    PrintWriter err = spec.commandLine().getErr();
    Organization organization = needed.organization();
    err.printf(
        "%snobody would own the organization `%s` (%s) any more. Make one of these its"
            + " owner first:%n",
        how, organization.name(), organization.id().value());
    needed
        .others()
        .forEach(other ->
            err.printf(
                "  %s  %s%n",
                other.id().value(), other.email().map(EmailAddress::masked).orElse("-")));
    err.flush();
    return 1;
  }
}
