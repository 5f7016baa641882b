package dev.sallyport.bootstrap;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The house that a command works on, where a running server can carry the command out.
final class HouseArgument {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private GivenOptions given = new GivenOptions();

  GivenOptions given() {
    return given;
  }

  OpenHouse open() {
    return ((Main) spec.root().userObject()).houses().open(given);
  }
}
