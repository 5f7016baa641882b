package dev.sallyport.bootstrap;

import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Public keys in a file, as RFC 7468 writes them.
final class PublicPem {
  private static final int LINE = 64;
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";
  private static final Pattern FORM = Pattern.compile(BEGIN + "([A-Za-z0-9+/=\\s]+)" + END);

  private PublicPem() {}

  static List<Bytes> read(CommandSpec spec, Path file) {
    List<Bytes> keys = blocks(spec, file);
    if (keys.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "the file `%s` holds no public key in PEM".formatted(file));
    }
    return keys;
  }

  static String written(List<VerifyingKey> keys) {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    return keys.stream()
        .map(key -> encoder.encodeToString(key.encoded().toArray()))
        .map(text -> "%s\n%s\n%s\n".formatted(BEGIN, text, END))
        .collect(Collectors.joining());
  }

  private static List<Bytes> blocks(CommandSpec spec, Path file) {
    try {
      return FORM.matcher(Files.readString(file)).results().map(PublicPem::key).toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "the key `%s` cannot be read".formatted(file), e);
    }
  }

  private static Bytes key(MatchResult block) {
    return Bytes.of(Base64.getMimeDecoder().decode(block.group(1)));
  }
}
