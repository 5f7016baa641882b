package dev.sallyport.adapters.in.mcp;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Collection;

/// What a client is told that has to authenticate, or to ask the person for more.
@Singleton
final class Challenge {
  private final String metadata;

  Challenge(@Property(name = "sallyport.public-url") String publicUrl) {
    metadata = publicUrl + "/.well-known/oauth-protected-resource/mcp";
  }

  /// Nothing was shown.
  String toAuthenticate() {
    return "Bearer resource_metadata=\"%s\"".formatted(metadata);
  }

  /// What was shown is not good, whatever the reason.
  String tokenInvalid() {
    return toAuthenticate()
        + ", error=\"invalid_token\", error_description=\"The token is unknown, expired or revoked\"";
  }

  /// What was shown does not do for this.
  String insufficient(Collection<String> scopes) {
    return "%s, scope=\"%s\", error=\"insufficient_scope\", error_description=\"%s\""
        .formatted(
            toAuthenticate(), String.join(" ", scopes), "The connection lacks a right for this");
  }
}
