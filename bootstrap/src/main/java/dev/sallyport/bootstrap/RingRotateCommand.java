package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.RotateKeys;
import dev.sallyport.domain.vault.KeyUse;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a server key that seals from now on, and wraps people's keys anew under it.",
      "Older keys stay, to open what they sealed. Stop the server first, and back up the key ring",
      "afterwards. A rotation that was interrupted is finished by `ring rewrap`."
    })
final class RingRotateCommand implements Callable<Integer> {
  @Mixin private RingWork work = new RingWork();

  @Option(names = "--signing", description = "Add a key that signs from now on, too.")
  private boolean signing;

  @Override
  public Integer call() {
    var uses = signing ? EnumSet.allOf(KeyUse.class) : EnumSet.of(KeyUse.SERVER);
    return work.run(
        (RotateKeys rotate, RotateKeys.Progress progress) -> rotate.rotate(uses, progress));
  }
}
