package dev.sallyport.adapters.in.ops;

import dev.sallyport.application.port.in.CheckReadiness;
import dev.sallyport.domain.health.Readiness;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/// Tells orchestrators and load balancers whether to send people here.
@Controller("/health")
final class HealthController {
  private final CheckReadiness readiness;
  private final ReadinessLog log;

  HealthController(CheckReadiness readiness, ReadinessLog log) {
    this.readiness = readiness;
    this.log = log;
  }

  /// Health as a whole is readiness: a house that cannot answer calls is not well.
  @Get
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<HealthAnswer> health() {
    return ready();
  }

  /// The process is alive if it can say so; nothing else is asked, so that a database that is away
  /// restarts nobody.
  @Get("/liveness")
  HealthAnswer liveness() {
    return HealthAnswer.alive();
  }

  @Get("/readiness")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<HealthAnswer> ready() {
    Readiness now = readiness.check();
    log.note(now);
    HttpStatus status =
        now.state() == Readiness.State.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
    return HttpResponse.status(status).body(HealthAnswer.of(now));
  }
}
