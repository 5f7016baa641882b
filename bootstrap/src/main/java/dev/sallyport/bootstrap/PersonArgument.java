package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.SettingsReader;
import dev.sallyport.domain.id.PersonId;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Whom a command is about, and the house that knows them.
final class PersonArgument {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private GivenOptions given = new GivenOptions();

  @Parameters(paramLabel = "PERSON_ID", description = "Who, by the id that `people list` shows.")
  private String id = "";

  PersonId person() {
    try {
      return new PersonId(id);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "`%s` is no person's id: see `people list`".formatted(id), e);
    }
  }

  ClosedHouse house() {
    return ClosedHouse.open(SettingsReader.read(given.with(Map.copyOf(System.getenv()))));
  }

  /// The exit code for somebody who is not known.
  int nobody() {
    var err = spec.commandLine().getErr();
    err.println("Nobody has the id " + id + ".");
    err.flush();
    return 1;
  }
}
