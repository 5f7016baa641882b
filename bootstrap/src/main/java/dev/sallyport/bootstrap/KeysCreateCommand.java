package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.CreateKey;
import dev.sallyport.application.port.in.CreateKey.Result;
import dev.sallyport.application.port.in.CreateKey.Wish;
import dev.sallyport.application.port.in.ListScopes;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Makes an API key for a person, who is made too if nobody has that address.",
      "The key is written to the output, alone on its line, and never again."
    },
    footer = {"", "It reaches what --reach and --private name, and nothing if they name nothing."})
final class KeysCreateCommand implements Callable<Integer>, Served {
  @Spec private CommandSpec spec;
  @Mixin private HouseArgument house = new HouseArgument();
  @Mixin private ReachArgument reach = new ReachArgument();

  @Option(
      names = "--person",
      paramLabel = "EMAIL",
      required = true,
      description = "Whose key it is.")
  private String person = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "What it is for, as you will know it again.")
  private String name = "";

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      split = ",",
      description = "What it may do at most, as messages:read; all that there is unless told.")
  private List<String> scopes = new ArrayList<>();

  @Option(names = "--read-only", description = "Let it change nothing, whatever its scopes say.")
  private boolean readOnly;

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      defaultValue = "90d",
      description = "How long it lasts, in days (d) or hours (h); 90d unless told, 366d at most.")
  private String expires = "";

  @Option(names = "--json", description = "Write JSON, the key in it.")
  private boolean json;

  @Override
  public HouseArgument house() {
    return house;
  }

  @Override
  public Integer call() {
    Wish wish = wish();
    try (OpenHouse open = house.open()) {
      ListScopes known = open.get(ListScopes.class);
      mustBeAmong(known);
      Wish whole = scopes.isEmpty() ? with(known.all(), wish) : wish;
      return switch (open.get(CreateKey.class).create(whole)) {
        case Result.Created created -> told(created);
        case Result.Suspended() -> refused("the person is suspended");
        case Result.Homeless() -> refused("the person has no organization of their own any more");
      };
    }
  }

  private Wish wish() {
    EmailAddress whose = read("--person", person, EmailAddress::new);
    if (!ApiKey.isName(name)) {
      throw wrong("--name", "a key's name has 1 to 100 printable characters");
    }
    Scopes allowed =
        new Scopes(
            scopes.stream()
                .map(scope -> read("--scope", scope, Scope::new))
                .collect(Collectors.toSet()));
    try {
      return new Wish(
          whose, name, allowed, reach.reaches(), readOnly, read("--expires", expires, Lasting::of));
    } catch (IllegalArgumentException e) {
      throw wrong("--expires", e.getMessage());
    }
  }

  /// A key for what there is not could do nothing, and whoever made it would not know why.
  private void mustBeAmong(ListScopes known) {
    reach.mustBeAmong(known.backends());
    for (String scope : scopes) {
      if (Scopes.of(new Scope(scope)).sharedWith(known.all()).equals(Scopes.NONE)) {
        throw wrong(
            "--scope", Unmet.told("scope", scope, known.all().all().stream().map(Scope::value)));
      }
    }
  }

  private static Wish with(Scopes all, Wish wish) {
    return new Wish(
        wish.person(), wish.name(), all, wish.reaches(), wish.readOnly(), wish.lasting());
  }

  private <T> T read(String option, String text, Function<String, T> as) {
    try {
      return as.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(option, e.getMessage());
    }
  }

  private ParameterException wrong(String option, @Nullable String why) {
    return new ParameterException(spec.commandLine(), "`%s`: %s".formatted(option, why));
  }

  private int told(Result.Created created) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? ApiKeyLines.created(created) : created.text().reveal());
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "Made the key `%s` (%s), which lasts until %s. Keep it now: it will not be shown again."
            .formatted(
                created.key().name(), created.key().id().value(), created.key().expiresAt()));
    err.flush();
    return 0;
  }

  private int refused(String why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("No key was made: " + why + ".");
    err.flush();
    return 1;
  }
}
