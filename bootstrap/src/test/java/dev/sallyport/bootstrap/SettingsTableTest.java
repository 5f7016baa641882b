package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The list of settings")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTableTest {
  @Test
  void is_the_one_in_the_documentation() throws Exception {
    var table = new StringWriter();
    SettingsTable.markdown(new PrintWriter(table, true));
    String page = Files.readString(Path.of("../docs/settings.md"));

    assertThat(between("<!-- settings:begin -->\n", "<!-- settings:end -->", page))
        .as("write it with `./sallyport settings --markdown`")
        .isEqualTo(table.toString());
  }

  private static String between(String begin, String end, String text) {
    return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
  }
}
