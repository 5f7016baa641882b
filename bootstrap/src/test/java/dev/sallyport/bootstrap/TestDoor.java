package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.domain.secret.Secret;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A door that only tests have: it takes bodies, takes its time, and breaks.
@Controller("/test")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_PLAIN)
class TestDoor {
  private static final Logger LOG = LoggerFactory.getLogger(TestDoor.class);

  private final CountDownLatch never = new CountDownLatch(1);
  private final Authenticate authenticate;

  TestDoor(Authenticate authenticate) {
    this.authenticate = authenticate;
  }

  /// What becomes of whoever bears this.
  @Post("/proof")
  @Consumes(MediaType.ALL)
  String proof(@Body String bearer) {
    return authenticate.prove(Secret.of(bearer)).getClass().getSimpleName();
  }

  @Post("/length")
  @Consumes(MediaType.ALL)
  String length(@Body byte[] body) {
    return "" + body.length;
  }

  /// Answers after a time that is long enough to stop the house in.
  @Get("/slow")
  String slow() throws InterruptedException {
    LOG.info("Taking it slowly");
    return never.await(3, TimeUnit.SECONDS) ? "" : "slow and whole";
  }

  /// Never answers, and keeps no thread for that.
  @Get("/never")
  CompletableFuture<String> never() {
    return new CompletableFuture<>();
  }

  /// Answers after a while that is long enough to be in the middle of.
  @Get("/while")
  String aWhile() throws InterruptedException {
    return never.await(30, TimeUnit.MILLISECONDS) ? "" : "took a while";
  }

  @Post("/break")
  @Consumes(MediaType.ALL)
  String broken(@Body String body) {
    LOG.warn("About to break over {}", body);
    throw new IllegalStateException("cannot digest " + body);
  }
}
