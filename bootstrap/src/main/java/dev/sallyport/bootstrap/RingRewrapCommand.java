package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.RotateKeys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rewrap",
    mixinStandardHelpOptions = true,
    description = {
      "Wraps people's keys anew under the current server key.",
      "It follows a change of `sallyport.keys.server`, and finishes a rotation that was interrupted.",
      "It can be run again at any time."
    })
final class RingRewrapCommand implements Callable<Integer> {
  @Mixin private RingWork work = new RingWork();

  @Override
  public Integer call() {
    return work.run(RotateKeys::rewrap);
  }
}
