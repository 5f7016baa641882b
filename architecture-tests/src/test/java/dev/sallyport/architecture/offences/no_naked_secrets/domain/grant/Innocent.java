package dev.sallyport.architecture.offences.no_naked_secrets.domain.grant;

import dev.sallyport.domain.secret.Secret;

record Innocent(
    Secret refreshToken,
    String accessTokenHash,
    String tokenId,
    String secretName,
    String tokenPrefix,
    int tokenCount) {
  private static final String TOKEN_FIELD = "token";

  String field() {
    return TOKEN_FIELD;
  }
}
