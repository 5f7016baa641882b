package dev.sallyport.adapters.in.ops;

import dev.sallyport.application.port.in.DescribeInstance;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/// Tells operators what runs here.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatusController {
  private final DescribeInstance instance;

  StatusController(DescribeInstance instance) {
    this.instance = instance;
  }

  @Get("/status")
  StatusAnswer status() {
    return StatusAnswer.of(instance.describe());
  }

  @Get("/uptime")
  UptimeAnswer uptime() {
    return UptimeAnswer.of(instance.describe());
  }

  @Get("/version")
  VersionAnswer version() {
    return VersionAnswer.of(instance.describe());
  }
}
