package dev.sallyport.adapters.in.ops;

import dev.sallyport.domain.instance.Instance;
import io.micronaut.serde.annotation.Serdeable;

/// What runs here.
@Serdeable
record VersionAnswer(String name, String version) {
  static final String NAME = "sallyport";

  static VersionAnswer of(Instance instance) {
    return new VersionAnswer(NAME, instance.version());
  }
}
