package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.domain.id.BackendKind;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/// Where clients find the pictures that stand beside names: all of them here, so that nobody else
/// hears of what is listed.
@Singleton
final class Icons {
  private final String publicUrl;

  Icons(@Property(name = "sallyport.public-url") String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /// Names the picture of the backend's kind. Each kind has one; it is ours where it brought none.
  void add(BackendKind kind, Revision revision, ObjectNode into) {
    if (revision.knowsIcons()) {
      add(publicUrl + "/icons/" + kind.value() + ".svg", into);
    }
  }

  static void add(String address, ObjectNode into) {
    into.putArray("icons")
        .addObject()
        .put("src", address)
        .put("mimeType", "image/svg+xml")
        .putArray("sizes")
        .add("any");
  }
}
