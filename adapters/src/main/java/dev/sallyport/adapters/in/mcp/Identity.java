package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/// Who answers, as clients show it.
@Singleton
public final class Identity {
  private static final String INSTRUCTIONS =
      "Sallyport gives you the parts of a team's systems that a person has ticked. Call `whoami` to"
          + " see what that is, `search` to look through all of it and `fetch` to read what was"
          + " found. An answer with `rule` and `remedy` is a refusal: tell the person the remedy"
          + " instead of trying another way. A write that may have been sent is never sent again"
          + " without the person's word.";

  private static final String SERVER = Meta.PREFIX + "serverInfo";

  private final String version;
  private final String publicUrl;

  Identity(
      @Property(name = "sallyport.version") String version,
      @Property(name = "sallyport.public-url") String publicUrl) {
    this.version = version;
    this.publicUrl = publicUrl;
  }

  public String instructions() {
    return INSTRUCTIONS;
  }

  /// As much of it as that revision knows.
  public ObjectNode implementation(Revision revision) {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("name", "sallyport").put("title", "Sallyport").put("version", version);
    if (revision.knowsIcons()) {
      info.put("description", "One secure door between AI assistants and a team's own systems.");
      info.put("websiteUrl", publicUrl);
      Icons.add(publicUrl + "/favicon.ico", info);
    }
    return info;
  }

  /// Where modern results say it.
  void introduce(ObjectNode result) {
    meta(result).set(SERVER, implementation(Revision.R2026_07_28));
  }

  /// What every modern result says besides what was asked for.
  void sign(ObjectNode result) {
    if (!result.has("resultType")) {
      result.put("resultType", "complete");
    }
    ObjectNode meta = meta(result);
    if (!meta.has(SERVER)) {
      meta.putObject(SERVER).put("name", "sallyport").put("version", version);
    }
  }

  private static ObjectNode meta(ObjectNode result) {
    return result.get("_meta") instanceof ObjectNode it ? it : result.putObject("_meta");
  }
}
