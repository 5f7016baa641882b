package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.gate.Faults.Step;
import dev.sallyport.domain.tenancy.Role;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What takes other steps takes another time, which tells what the answer does not.
@DisplayName("A tool that its caller may not know of takes the steps of one there is not")
@DisplayNameGeneration(ReplaceUnderscores.class)
class HiddenToolsTest {
  private static final String MISSING = "messages.forge";

  enum Caller {
    REACHING_NOTHING,
    WITHOUT_THE_ROLE,
    WHOSE_GRANT_IS_OVER;

    GateBench at(GateBench bench) {
      return switch (this) {
        case REACHING_NOTHING -> bench.reachingNothing();
        case WITHOUT_THE_ROLE -> bench.withRole(Role.AUDITOR);
        case WHOSE_GRANT_IS_OVER -> bench.revoked();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void whether_its_arguments_fit_or_not(Caller caller) {
    List<Step> missing = steps(caller, MISSING, said("home", "a"));

    assertThat(steps(caller, "messages.read", said("home", "a"))).isEqualTo(missing);
    assertThat(steps(caller, "messages.read", "{}")).isEqualTo(missing);
    assertThat(steps(caller, "notes.write", said("home", "a"))).isEqualTo(missing);
  }

  @ParameterizedTest
  @EnumSource
  void whether_it_needs_an_account_or_not(Caller caller) {
    assertThat(steps(caller, "phone_messages.read", said("home", "a")))
        .isEqualTo(steps(caller, MISSING, said("home", "a")));
  }

  private static List<Step> steps(Caller caller, String tool, String arguments) {
    var faults = new Faults();
    try (GateBench bench = aGate(faults::before)) {
      caller.at(bench).linkedTo("secret");
      faults.watch();
      bench.call(tool, arguments);
      return faults.taken();
    }
  }
}
