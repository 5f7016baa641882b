package dev.sallyport.adapters.in.pages;

import dev.sallyport.adapters.in.pages.view.Fact;
import dev.sallyport.adapters.in.pages.view.Home;
import dev.sallyport.adapters.in.pages.view.State;
import dev.sallyport.application.port.in.DescribeInstance;
import dev.sallyport.domain.health.Checkup;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Readiness;
import dev.sallyport.domain.instance.Instance;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;

/// Shows people what they have reached.
@Controller
final class HomeController {
  private final DescribeInstance instance;
  private final Frames frames;
  private final Pages pages;

  HomeController(DescribeInstance instance, Frames frames, Pages pages) {
    this.instance = instance;
    this.frames = frames;
    this.pages = pages;
  }

  @Get("/")
  @Produces(MediaType.TEXT_HTML)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<String> home() {
    Instance now = instance.describe();
    return pages.page(
        HttpStatus.OK, "home", new Home(frames.frame(), state(now.readiness()), facts(now)));
  }

  private static State state(Readiness readiness) {
    return switch (readiness.state()) {
      case UP -> new State("up", "Ready");
      case DEGRADED -> new State("degraded", "Ready, but something optional is away");
      case DOWN -> new State("down", "Not ready: something it needs is away");
    };
  }

  private static List<Fact> facts(Instance now) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Version", now.version()));
    facts.add(new Fact("Running for", Words.of(now.uptime())));
    now.installation()
        .ifPresent(it -> facts.add(new Fact("Data kept since", Words.of(it.since()))));
    now.readiness().checkups().forEach(checkup -> facts.add(fact(checkup)));
    return facts;
  }

  private static Fact fact(Checkup checkup) {
    return new Fact(
        Words.capitalised(checkup.name()),
        switch (checkup.health()) {
          case Health.Up() -> "answers";
          case Health.Down _ -> "does not answer; the log says why";
        });
  }
}
