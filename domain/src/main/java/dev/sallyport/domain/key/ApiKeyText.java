package dev.sallyport.domain.key;

import dev.sallyport.domain.secret.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// What an API key looks like: `sp_`, 43 letters and digits that nobody can guess, and 6 that check
/// them. So one that was mistyped is told from one that is unknown, and scanners for leaked secrets
/// know one when they see it.
public final class ApiKeyText {
  public static final String PREFIX = "sp_";

  /// How many bytes of chance are in one.
  public static final int BYTES = 32;

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  private static final int BODY = 43;
  private static final int CHECK = 6;
  private static final int CHECKED = PREFIX.length() + BODY;
  private static final int LENGTH = CHECKED + CHECK;
  private static final int HINT = 4;

  private ApiKeyText() {}

  /// The key that these 32 bytes spell.
  public static Secret of(byte[] chance) {
    if (chance.length != BYTES) {
      throw new IllegalArgumentException("an API key is made of 32 bytes");
    }
    String checked = PREFIX + spelled(new BigInteger(1, chance), BODY);
    return Secret.of(checked + check(checked));
  }

  /// Whether it begins as a key and is as long: cheap, for what every request asks.
  public static boolean looksLikeOne(Secret bearer) {
    String text = bearer.reveal();
    return text.length() == LENGTH && text.startsWith(PREFIX);
  }

  /// Whether it can be a key at all; nobody has to be asked for that.
  public static boolean isOne(Secret bearer) {
    String text = bearer.reveal();
    return looksLikeOne(bearer)
        && text.chars().skip(PREFIX.length()).allMatch(ApiKeyText::isDigit)
        && text.endsWith(check(text.substring(0, CHECKED)));
  }

  /// The last characters, by which its owner knows it again. They only check the others, so they
  /// help nobody to guess it.
  public static String hint(Secret key) {
    return key.reveal().substring(LENGTH - HINT);
  }

  private static String check(String checked) {
    var crc = new CRC32();
    crc.update(checked.getBytes(StandardCharsets.US_ASCII));
    return spelled(BigInteger.valueOf(crc.getValue()), CHECK);
  }

  private static String spelled(BigInteger number, int length) {
    var digits = new StringBuilder(length);
    BigInteger rest = number;
    for (int i = 0; i < length; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      digits.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return digits.reverse().toString();
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
