package dev.sallyport.bootstrap;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The npm of this machine, for suites and clients that come from its registry.
///
/// Where there is none, such a suite is left out and noted as not run; where all must run, its
/// absence is a failure.
final class Npm implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (isHere()) {
      return ConditionEvaluationResult.enabled("there is an npm");
    }
    if (System.getenv("CI") != null) {
      throw new IllegalStateException("this suite must run here and needs npm");
    }
    note(context.getDisplayName());
    return ConditionEvaluationResult.disabled("no npm");
  }

  private static boolean isHere() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "npm"))
        .anyMatch(Files::isExecutable);
  }

  private static void note(String suite) {
    try {
      Files.writeString(
          Path.of("target/not-run.txt"),
          suite + ": npm (install Node.js)\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
