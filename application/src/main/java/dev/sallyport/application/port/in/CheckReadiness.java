package dev.sallyport.application.port.in;

import dev.sallyport.domain.health.Readiness;

/// Asks whether the house can answer calls. Must never throw: being away is an answer.
public interface CheckReadiness {
  Readiness check();
}
