package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.domain.content.Body;
import dev.sallyport.domain.content.Content;
import java.util.List;

/// Pieces of answers in the protocol's words, as far as the revision has them.
final class ContentJson {
  private ContentJson() {}

  static void write(List<Content> contents, Revision revision, ArrayNode into) {
    contents.forEach(content -> write(content, revision, into.addObject()));
  }

  static void text(String text, ArrayNode into) {
    into.addObject().put("type", "text").put("text", text);
  }

  private static void write(Content content, Revision revision, ObjectNode into) {
    switch (content) {
      case Content.Text(String text) -> into.put("type", "text").put("text", text);
      case Content.Image(String data, String mimeType) ->
          into.put("type", "image").put("data", data).put("mimeType", mimeType);
      case Content.Audio(String _, String mimeType) when revision.isBefore(Revision.R2025_03_26) ->
          into.put("type", "text").put("text", "(a sound, " + mimeType + ")");
      case Content.Audio(String data, String mimeType) ->
          into.put("type", "audio").put("data", data).put("mimeType", mimeType);
      case Content.Resource(Body body) ->
          write(body, into.put("type", "resource").putObject("resource"));
      case Content.ResourceLink link when revision.isBefore(Revision.R2025_06_18) ->
          into.put("type", "text").put("text", link.name() + ": " + link.uri());
      case Content.ResourceLink link -> write(link, into.put("type", "resource_link"));
    }
  }

  private static void write(Content.ResourceLink link, ObjectNode into) {
    into.put("uri", link.uri()).put("name", link.name());
    link.title().ifPresent(it -> into.put("title", it));
    link.description().ifPresent(it -> into.put("description", it));
    link.mimeType().ifPresent(it -> into.put("mimeType", it));
  }

  private static void write(Body body, ObjectNode into) {
    into.put("uri", body.uri());
    body.mimeType().ifPresent(it -> into.put("mimeType", it));
    body.text().ifPresent(it -> into.put("text", it));
    body.blob().ifPresent(it -> into.put("blob", it));
  }
}
