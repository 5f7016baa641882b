package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.ToolSetSetting;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The list of settings, for a terminal and for the documentation.
final class SettingsTable {
  private SettingsTable() {}

  static void text(PrintWriter out) {
    rows()
        .forEach(row -> {
          out.println(row.key);
          out.println("  " + row.purpose);
          out.println("  default:     " + row.fallback.orElse("none"));
          out.println("  allowed:     " + row.allowed.replace("`", ""));
          out.println("  environment: " + row.variable);
          out.println();
        });
  }

  static void markdown(PrintWriter out) {
    out.println("| Key | Default | Allowed | For |");
    out.println("| --- | --- | --- | --- |");
    rows()
        .forEach(row ->
            out.println(
                "| `%s`<br>`%s` | %s | %s | %s |"
                    .formatted(
                        row.key,
                        row.variable,
                        row.fallback.map("`%s`"::formatted).orElse("none"),
                        row.allowed,
                        row.purpose)));
  }

  private static Stream<Row> rows() {
    return Stream.concat(
        Arrays.stream(Setting.values()).map(Row::of),
        Arrays.stream(ToolSetSetting.values()).map(Row::of));
  }

  private record Row(
      String key, String variable, Optional<String> fallback, String allowed, String purpose) {
    static Row of(Setting setting) {
      return new Row(
          setting.key(),
          setting.variable(),
          setting.fallback(),
          setting.allowed(),
          setting.purpose());
    }

    static Row of(ToolSetSetting setting) {
      return new Row(
          setting.key(),
          setting.variable(),
          Optional.empty(),
          setting.allowed(),
          setting.purpose());
    }
  }
}
