package dev.sallyport.adapters.out.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Files that their owner alone can read, where the file system knows owners.
final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private OwnerOnly() {}

  static FileAttribute<?>[] attributes() {
    return posix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[] {};
  }

  /// A key that others can read is nobody's secret any more.
  static void refuseOthers(Path file) throws IOException {
    if (posix() && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw new BadRing(
          "other users can read the key file `%s`".formatted(file),
          "close it with `chmod 600 %s`".formatted(file));
    }
  }

  /// A file is there after a power cut only once its folder is written, too.
  static void keepNamesOf(Path folder) throws IOException {
    if (posix()) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  private static boolean posix() {
    return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
