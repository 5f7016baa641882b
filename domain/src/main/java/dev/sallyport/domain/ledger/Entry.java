package dev.sallyport.domain.ledger;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.vault.Bytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Objects;

/// One thing that was decided or done. Instants keep their microseconds.
public record Entry(
    EntryId id,
    OrganizationId organization,
    Instant at,
    Kind kind,
    Facts facts,
    Personal personal) {
  private static final String FORM = "sallyport/entry/1";

  public Entry {
    Objects.requireNonNull(id);
    Objects.requireNonNull(organization);
    at = at.truncatedTo(ChronoUnit.MICROS);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(facts);
    Objects.requireNonNull(personal);
  }

  /// The bytes that are stored, hashed and sealed.
  public byte[] toBytes() {
    Canonical form =
        Canonical.form(FORM)
            .text(id.value())
            .text(organization.value())
            .time(at)
            .text(kind.word())
            .number(facts.texts().size());
    facts.eachByWord((fact, text) -> form.text(fact.word()).text(text));
    return form.bytes(personal.ciphertext().toArray()).toBytes();
  }

  /// The entry that these bytes are. Throws [IllegalArgumentException] if they are not the form of
  /// one.
  public static Entry of(byte[] bytes) {
    Canonical.Reader form = Canonical.read(FORM, bytes);
    var entry =
        new Entry(
            new EntryId(form.text()),
            new OrganizationId(form.text()),
            form.time(),
            known(form.text()),
            facts(form),
            new Personal(Bytes.of(form.bytes())));
    form.end();
    return entry;
  }

  private static Kind known(String word) {
    return Kind.of(word)
        .orElseThrow(() -> new IllegalArgumentException("no kind of entry is called that"));
  }

  private static Facts facts(Canonical.Reader form) {
    var texts = new EnumMap<Fact, String>(Fact.class);
    long count = form.number();
    for (long n = 0; n < count; n++) {
      Fact fact =
          Fact.of(form.text())
              .orElseThrow(() -> new IllegalArgumentException("no fact is called that"));
      texts.put(fact, form.text());
    }
    return new Facts(texts);
  }
}
