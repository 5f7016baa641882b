package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.port.in.ListScopes;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.stream.Collectors;

/// What a client is told that has to authenticate, or to ask the person for more.
@Singleton
final class Challenge {
  private final String metadata;
  private final String toAuthenticate;

  Challenge(@Property(name = "sallyport.public-url") String publicUrl, ListScopes scopes) {
    metadata =
        "Bearer resource_metadata=\"%s/.well-known/oauth-protected-resource/mcp\""
            .formatted(publicUrl);
    toAuthenticate = metadata + scope(scopes.all());
  }

  /// Nothing was shown. It names every right that there is to ask for, since some clients ask for
  /// more never again; the person leaves out what they do not like.
  String toAuthenticate() {
    return toAuthenticate;
  }

  /// What was shown is not good, whatever the reason.
  String tokenInvalid() {
    return toAuthenticate()
        + ", error=\"invalid_token\", error_description=\"The token is unknown, expired or revoked\"";
  }

  /// What was shown does not do for this.
  String insufficient(Collection<String> scopes) {
    return "%s, scope=\"%s\", error=\"insufficient_scope\", error_description=\"%s\""
        .formatted(metadata, String.join(" ", scopes), "The connection lacks a right for this");
  }

  // what every grant has needs no asking
  private static String scope(Scopes scopes) {
    String all =
        scopes.all().stream()
            .filter(scope -> !scope.equals(Scope.EVERY_GRANTS))
            .map(Scope::value)
            .sorted()
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? "" : ", scope=\"" + all + "\"";
  }
}
