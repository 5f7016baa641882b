package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.RevokeKey;
import dev.sallyport.application.port.in.RevokeKey.Result;
import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.key.ApiKey;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Ends an API key and what it was allowed, from the next request on.")
final class KeysRevokeCommand implements Callable<Integer>, Served {
  @Spec private CommandSpec spec;
  @Mixin private HouseArgument house = new HouseArgument();

  @Parameters(paramLabel = "KEY_ID", description = "Which, by the id that `keys list` shows.")
  private String id = "";

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Override
  public HouseArgument house() {
    return house;
  }

  @Override
  public Integer call() {
    ApiKeyId key = key();
    try (OpenHouse open = house.open()) {
      return switch (open.get(RevokeKey.class).revoke(key)) {
        case Result.Revoked(ApiKey over) -> told(over);
        case Result.NotThere() -> nothing();
      };
    }
  }

  private ApiKeyId key() {
    try {
      return new ApiKeyId(id);
    } catch (IllegalArgumentException e) {
      // whoever gives the key itself must not see it in a message, nor in a log of messages
      throw new ParameterException(spec.commandLine(), "that is no key's id: see `keys list`", e);
    }
  }

  private int told(ApiKey over) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? ApiKeyLines.revoked(over)
            : "Revoked the key `%s` (%s).".formatted(over.name(), over.id().value()));
    out.flush();
    return 0;
  }

  private int nothing() {
    PrintWriter err = spec.commandLine().getErr();
    err.println("No key has the id " + id + ".");
    err.flush();
    return 1;
  }
}
