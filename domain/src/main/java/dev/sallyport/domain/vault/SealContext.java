package dev.sallyport.domain.vault;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a sealed thing is for and whose it is. It is bound in: what was sealed in one context does
/// not open in another, so a ciphertext moved to another row is worth nothing.
public record SealContext(String purpose, Optional<OrganizationId> organization, String owner) {
  private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z-]{1,39}");

  public SealContext {
    if (!PURPOSE.matcher(purpose).matches()) {
      throw new IllegalArgumentException("a purpose is 2 to 40 lower-case letters and dashes");
    }
    if (owner.isEmpty()) {
      throw new IllegalArgumentException("a context names its owner");
    }
  }

  /// Of a row that belongs to an organization; the owner is the row's own id.
  public static SealContext of(String purpose, OrganizationId organization, String owner) {
    return new SealContext(purpose, Optional.of(organization), owner);
  }

  /// Of what belongs to a person, whatever the organization.
  public static SealContext of(String purpose, PersonId person) {
    return new SealContext(purpose, Optional.empty(), person.value());
  }

  /// Where a person's own data key is wrapped.
  public static SealContext ofKey(PersonId person) {
    return of("person-key", person);
  }

  /// As bytes that no other context has: each part behind its length.
  public byte[] bytes() {
    List<byte[]> parts =
        Stream.of(purpose, organization.map(OrganizationId::value).orElse(""), owner)
            .map(part -> part.getBytes(StandardCharsets.UTF_8))
            .toList();
    int size = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    parts.forEach(part -> bytes.putInt(part.length).put(part));
    return bytes.array();
  }
}
