package dev.sallyport.adapters.in.pages;

import dev.sallyport.domain.id.BackendKind;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The files that pages are made of. Each is addressed by its content, so that it can be kept for
/// ever and a new version is another address.
@Singleton
final class Assets {
  static final String PATH = "/assets/";

  private static final int NAME_BYTES = 8;

  private final Asset style = read("sallyport", "css", "text/css; charset=utf-8");
  private final Asset icon = read("icon", "svg", "image/svg+xml");
  private final Map<String, Asset> byName =
      List.of(style, icon).stream()
          .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));

  Asset style() {
    return style;
  }

  Asset icon() {
    return icon;
  }

  Optional<Asset> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// What stands for backends of that kind: a picture of their own, or ours.
  Asset iconOf(BackendKind kind) {
    return find("kinds/" + kind.value(), "svg", "image/svg+xml").orElse(icon);
  }

  private static Asset read(String stem, String extension, String type) {
    return find(stem, extension, type)
        .orElseThrow(() -> new IllegalStateException("the build left out the asset " + stem));
  }

  private static Optional<Asset> find(String stem, String extension, String type) {
    try (InputStream file =
        Assets.class.getResourceAsStream("/assets/%s.%s".formatted(stem, extension))) {
      return file == null
          ? Optional.empty()
          : Optional.of(asset(stem, extension, type, file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Asset asset(String stem, String extension, String type, byte[] content) {
    String name = "%s-%s.%s".formatted(stem, fingerprint(content), extension);
    return new Asset(name, MediaType.of(type), new String(content, StandardCharsets.UTF_8));
  }

  private static String fingerprint(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One file, as it is served. All are texts.
  record Asset(String name, MediaType type, String content) {
    String address() {
      return PATH + name;
    }
  }
}
