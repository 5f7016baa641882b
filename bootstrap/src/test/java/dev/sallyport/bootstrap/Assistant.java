package dev.sallyport.bootstrap;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/// An assistant with a key of its own, as the command line makes them beside a running house.
record Assistant(Path data, String key, String keyId) {
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{32}\\b");

  static Assistant in(Path data, String name) {
    var out = new StringWriter();
    var err = new StringWriter();
    run(data, out, err, "keys", "create", "--person", name + "@example.org", "--name", "a test's");
    var id = ID.matcher(err.toString());
    if (!id.find()) {
      throw new IllegalStateException(err.toString());
    }
    return new Assistant(data, out.toString().strip(), id.group());
  }

  void loseKey() {
    run(data, new StringWriter(), new StringWriter(), "keys", "revoke", keyId);
  }

  private static void run(Path data, StringWriter out, StringWriter err, String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--data";
    all[words.length + 1] = data.toString();
    int code =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all);
    if (code != 0) {
      throw new IllegalStateException(err.toString());
    }
  }
}
