package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.Setting;
import java.io.PrintWriter;

/// The list of settings, for a terminal and for the documentation.
final class SettingsTable {
  private SettingsTable() {}

  static void text(PrintWriter out) {
    for (Setting setting : Setting.values()) {
      out.println(setting.key());
      out.println("  " + setting.purpose());
      out.println("  default:     " + setting.fallback().orElse("none"));
      out.println("  allowed:     " + setting.allowed().replace("`", ""));
      out.println("  environment: " + setting.variable());
      out.println();
    }
  }

  static void markdown(PrintWriter out) {
    out.println("| Key | Default | Allowed | For |");
    out.println("| --- | --- | --- | --- |");
    for (Setting setting : Setting.values()) {
      out.println(
          "| `%s`<br>`%s` | %s | %s | %s |"
              .formatted(
                  setting.key(),
                  setting.variable(),
                  setting.fallback().map("`%s`"::formatted).orElse("none"),
                  setting.allowed(),
                  setting.purpose()));
    }
  }
}
