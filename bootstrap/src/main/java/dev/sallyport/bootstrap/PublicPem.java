package dev.sallyport.bootstrap;

import dev.sallyport.domain.vault.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A public key in a file, as RFC 7468 writes it.
final class PublicPem {
  private static final Pattern FORM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

  private PublicPem() {}

  static Bytes read(CommandSpec spec, Path file) {
    try {
      Matcher found = FORM.matcher(Files.readString(file));
      if (found.matches()) {
        return Bytes.of(Base64.getMimeDecoder().decode(found.group(1)));
      }
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "the key `%s` cannot be read".formatted(file), e);
    }
    throw new ParameterException(
        spec.commandLine(), "the file `%s` holds no public key in PEM".formatted(file));
  }
}
