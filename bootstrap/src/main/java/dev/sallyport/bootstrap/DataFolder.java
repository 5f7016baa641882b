package dev.sallyport.bootstrap;

import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.bootstrap.settings.BadSettings;
import dev.sallyport.bootstrap.settings.Fault;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.domain.secret.Secret;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The folder where a house keeps what nobody gave it: the H2 file and the generated key. What is
/// made here can be read by its owner alone.
final class DataFolder {
  private static final String KEY_FILE = "server.key";
  private static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Settings settings;

  DataFolder(Settings settings) {
    this.settings = settings;
  }

  /// Makes the folder, and the H2 file so that H2 does not make one that others can read.
  void prepare() {
    if (!settings.database().embedded() && settings.keys().server().isPresent()) {
      return;
    }
    try {
      Files.createDirectories(settings.data(), ownerOnly("rwx------"));
      if (settings.database().embedded()) {
        makeDatabaseFile(
            Path.of(settings.database().url().substring("jdbc:h2:file:".length()) + ".mv.db"));
      }
    } catch (IOException e) {
      throw refused(
          "cannot be used (%s)".formatted(reason(e)), "name a folder that can be written");
    }
  }

  /// The key that was set, else the one in the folder, else one made now and kept there.
  Secret serverKey(Randomness randomness) {
    return settings.keys().server().orElseGet(() -> keyFromFile(randomness));
  }

  private Secret keyFromFile(Randomness randomness) {
    Path file = settings.data().resolve(KEY_FILE);
    try {
      makeKeyFile(file, randomness);
      refuseOthers(file);
      Secret key = Secret.of(Files.readString(file).strip());
      if (Base64.getDecoder().decode(key.reveal()).length != KEY_BYTES) {
        throw new IllegalArgumentException("length");
      }
      return key;
    } catch (IllegalArgumentException _) {
      throw refused(
          "the key file `%s` does not hold a key".formatted(file), "restore it from a backup");
    } catch (IOException e) {
      throw refused(
          "the key file `%s` cannot be used (%s)".formatted(file, reason(e)),
          "let its owner run Sallyport");
    }
  }

  private static void makeKeyFile(Path file, Randomness randomness) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    byte[] key = Base64.getEncoder().encode(randomness.bytes(KEY_BYTES));
    Path draft = Files.createTempFile(file.getParent(), "key", ".draft", ownerOnly("rw-------"));
    try {
      Files.write(draft, key, StandardOpenOption.SYNC);
      // a link appears whole or not at all, and never over a key that came in between
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // another start was first: its key is the one
    } finally {
      Files.delete(draft);
    }
  }

  private static void makeDatabaseFile(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly("rw-------"));
    } catch (FileAlreadyExistsException _) {
      // it was made at an earlier start
    }
  }

  private void refuseOthers(Path file) throws IOException {
    if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw refused(
          "other users can read the key file `%s`".formatted(file),
          "close it with `chmod 600 %s`".formatted(file));
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[] {};
  }

  private static boolean posix() {
    return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }

  private static BadSettings refused(String what, String remedy) {
    return new BadSettings(List.of(new Fault(Setting.DATA.key(), what, remedy)));
  }
}
