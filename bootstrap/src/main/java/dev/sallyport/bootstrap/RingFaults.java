package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.BadSettings;
import dev.sallyport.bootstrap.settings.Fault;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.KeyStanding;
import java.util.List;
import java.util.stream.Collectors;

/// What is wrong with the keys, in words for an operator.
final class RingFaults {
  private RingFaults() {}

  /// Throws [BadSettings] unless the keys are sound.
  static void refuse(KeyStanding standing, Settings settings) {
    switch (standing) {
      case KeyStanding.Sound _ -> {}
      case KeyStanding.Unusable(String what, String remedy) -> throw bad(settings, what, remedy);
      case KeyStanding.Lacking(var unknown) ->
          throw bad(
              settings,
              "the database was used with keys that are not here (%s)".formatted(listed(unknown)),
              settings.keys().server().isPresent()
                  ? "set the server key it was used with, or list it in `%s`"
                      .formatted(Setting.OTHER_KEYS.key())
                  : "restore `keyring` from a backup, or name the folder that holds it");
      case KeyStanding.Differing(var different) ->
          throw bad(
              settings,
              "keys are not those that the database was used with (%s)"
                  .formatted(listed(different)),
              "restore both from one backup");
    }
  }

  private static BadSettings bad(Settings settings, String what, String remedy) {
    Setting where = settings.keys().server().isPresent() ? Setting.SERVER_KEY : Setting.DATA;
    return new BadSettings(List.of(new Fault(where.key(), what, remedy)));
  }

  private static String listed(List<KeyId> ids) {
    return ids.stream().map(KeyId::value).collect(Collectors.joining(", "));
  }
}
