package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.BadSettings;
import dev.sallyport.bootstrap.settings.Fault;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The folder where a house keeps what nobody gave it: the H2 file and the key ring. What is made
/// here can be read by its owner alone.
final class DataFolder {
  private final Settings settings;

  DataFolder(Settings settings) {
    this.settings = settings;
  }

  /// Throws [BadSettings] if an embedded database is not there: whoever mistyped the folder must
  /// not be told of an empty house. Whoever may not even look hears of that later.
  void expectDatabase() {
    if (settings.database().embedded() && Files.notExists(databaseFile())) {
      Setting where =
          databaseFile().startsWith(settings.data()) ? Setting.DATA : Setting.DATABASE_URL;
      throw refused(
          where,
          "there is no database in `%s`".formatted(databaseFile().toAbsolutePath().getParent()),
          "name the folder of the house; `sallyport serve` makes a new one");
    }
  }

  /// Makes the folder, and the H2 file so that H2 does not make one that others can read.
  void prepare() {
    if (!isNeeded()) {
      return;
    }
    try {
      Files.createDirectories(settings.data(), ownerOnly("rwx------"));
      if (settings.database().embedded()) {
        makeDatabaseFile(databaseFile());
      }
    } catch (IOException e) {
      throw refused(
          Setting.DATA,
          "cannot be used (%s)".formatted(reason(e)),
          "name a folder that can be written");
    }
  }

  /// Whether anything is kept here at all.
  boolean isNeeded() {
    return settings.database().embedded() || settings.keys().server().isEmpty();
  }

  private Path databaseFile() {
    return Path.of(settings.database().url().substring("jdbc:h2:file:".length()) + ".mv.db");
  }

  private static void makeDatabaseFile(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly("rw-------"));
    } catch (FileAlreadyExistsException _) {
      // it was made at an earlier start
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

  private static BadSettings refused(Setting where, String what, String remedy) {
    return new BadSettings(List.of(new Fault(where.key(), what, remedy)));
  }
}
