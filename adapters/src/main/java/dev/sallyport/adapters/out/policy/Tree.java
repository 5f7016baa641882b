package dev.sallyport.adapters.out.policy;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/// The tree of a YAML text: one document of plain mappings, lists and single values.
///
/// What YAML can do besides is refused before any tree is built, so that no text can grow in
/// memory.
final class Tree {
  static final int MOST_BYTES = 262_144;
  private static final int DEEPEST = 10;

  private final Faults faults;
  private int depth;
  private int documents;

  private Tree(Faults faults) {
    this.faults = faults;
  }

  /// Its root, unless there is none or the text is no such tree.
  static Optional<Node> of(byte[] text, Faults faults) {
    if (text.length > MOST_BYTES) {
      faults.atStart("it is larger than 256 KiB", "write less, or fewer and wider rules");
      return Optional.empty();
    }
    try {
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      return new Tree(faults).root(decoded);
    } catch (CharacterCodingException _) {
      faults.atStart("it is not UTF-8 text", "save it as UTF-8");
    } catch (MarkedYAMLException e) {
      invalid(e, faults);
    } catch (YAMLException _) {
      faults.atStart("it is not valid YAML", "take out what cannot be printed");
    }
    return Optional.empty();
  }

  private Optional<Node> root(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_BYTES);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    var yaml = new Yaml(options);
    for (Event event : yaml.parse(new StringReader(text))) {
      if (!allows(event)) {
        break;
      }
    }
    if (documents == 0) {
      faults.atStart(
          "it is empty", "write `rules:`, or remove the setting to run without a policy");
    }
    return faults.none() ? Optional.of(yaml.compose(new StringReader(text))) : Optional.empty();
  }

  private boolean allows(Event event) {
    switch (event) {
      case AliasEvent alias ->
          faults.at(
              alias.getStartMark(),
              "`*` refers to another place",
              "write it out, or put quotes around a `*` that is meant");
      case NodeEvent node -> check(node);
      case CollectionEndEvent _ -> depth--;
      case DocumentStartEvent start -> {
        if (++documents == 2) {
          faults.at(start.getStartMark(), "a second document begins here", "write one document");
        }
      }
      default -> {}
    }
    return depth <= DEEPEST;
  }

  private void check(NodeEvent event) {
    if (event.getAnchor() != null) {
      faults.at(event.getStartMark(), "`&` names a place to refer to", "write it out each time");
    }
    if (tag(event) != null) {
      faults.at(event.getStartMark(), "`!` gives a value a type of its own", "leave it out");
    }
    if (event instanceof CollectionStartEvent && ++depth == DEEPEST + 1) {
      faults.at(event.getStartMark(), "it is nested too deeply", "nothing here needs more than 6");
    }
  }

  private static @Nullable String tag(NodeEvent event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case CollectionStartEvent collection -> collection.getTag();
      default -> null;
    };
  }

  private static void invalid(MarkedYAMLException e, Faults faults) {
    String remedy = "check indentation, colons and quotes";
    String what = "it is not valid YAML here";
    if (e.getProblemMark() == null) {
      faults.atStart(what, remedy);
    } else {
      faults.at(e.getProblemMark(), what, remedy);
    }
  }
}
