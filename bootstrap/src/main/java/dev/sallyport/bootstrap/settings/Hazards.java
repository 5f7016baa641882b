package dev.sallyport.bootstrap.settings;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// Settings that are each allowed and together are not safe.
final class Hazards {
  private Hazards() {}

  static List<Fault> of(Settings settings) {
    var faults = new ArrayList<Fault>();
    switch (settings.mode()) {
      case PRODUCTION -> inProduction(settings, faults);
      case DEVELOPMENT -> inDevelopment(settings, faults);
    }
    if (settings.keys().others().isPresent() && settings.keys().server().isEmpty()) {
      faults.add(
          new Fault(
              Setting.OTHER_KEYS.key(),
              "other keys are set and the one that seals is not",
              "set `%s`, too".formatted(Setting.SERVER_KEY.key())));
    }
    return faults;
  }

  private static void inProduction(Settings settings, List<Fault> faults) {
    if (settings.database().embedded()) {
      faults.add(
          new Fault(
              Setting.DATABASE_URL.key(),
              "production does not run on the embedded H2",
              "set a `jdbc:postgresql://HOST:PORT/NAME`"));
    }
    if (!"https".equals(settings.publicUrl().getScheme())) {
      faults.add(
          new Fault(
              Setting.PUBLIC_URL.key(),
              "`%s` is not https, so sign-ins could be read on the way"
                  .formatted(settings.publicUrl()),
              "set the https origin that people use"));
    }
    if (settings.keys().server().isEmpty() && !settings.keys().allowFile()) {
      faults.add(
          new Fault(
              Setting.SERVER_KEY.key(),
              "production does not make up its key or keep it in a file",
              "set it from your secret store, or `%s: true` if a key file is meant"
                  .formatted(Setting.KEYS_ALLOW_FILE.key())));
    }
  }

  private static void inDevelopment(Settings settings, List<Fault> faults) {
    if (everywhere(settings.listen().address()) && !settings.listen().allInterfaces()) {
      faults.add(
          new Fault(
              Setting.LISTEN_ADDRESS.key(),
              "`%s` opens a development server to the whole network"
                  .formatted(settings.listen().address()),
              "use `127.0.0.1`, or say that it is meant with `%s: true`"
                  .formatted(Setting.LISTEN_ALL_INTERFACES.key())));
    }
  }

  /// However it is written.
  private static boolean everywhere(String address) {
    return !"localhost".equals(address) && InetAddress.ofLiteral(address).isAnyLocalAddress();
  }
}
