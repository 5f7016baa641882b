package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Rights;
import dev.sallyport.domain.tool.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The table of plans")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsPageTest {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  @Test
  void in_the_documentation_is_what_the_rows_say() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    List<Plan> plans = new JdbcPlans(databases.h2(folder), clock).all();
    String page = Files.readString(Path.of("../docs/limits.md"));

    assertThat(between("<!-- plans:begin -->\n", "<!-- plans:end -->", page))
        .isEqualTo(table(plans));
  }

  private static String table(List<Plan> plans) {
    return Stream.of(
            row("", plans, Plan::name),
            row("---", plans, _ -> "---"),
            row("A person: calls a day", plans, plan -> words(plan.person().quota().day())),
            row("… a minute", plans, plan -> words(plan.person().minute())),
            row("… at once", plans, plan -> words(plan.person().concurrent())),
            row(
                "An organization together: calls a day",
                plans,
                plan -> words(plan.organization().quota().day())),
            row("… a minute", plans, plan -> words(plan.organization().minute())),
            row("… at once", plans, plan -> words(plan.organization().concurrent())),
            row("One API key: calls a minute", plans, plan -> words(plan.keyMinute())),
            row(
                "Everybody on the plan: calls a second",
                plans,
                plan -> words(plan.pool().second())),
            row("… at once", plans, plan -> words(plan.pool().concurrent())),
            row("An expensive call counts for", plans, plan -> "" + plan.expense().units()),
            row("… and a person makes in a minute", plans, plan -> words(plan.expense().minute())),
            row("Tools", plans, LimitsPageTest::tools),
            row("Beyond the day's calls", plans, LimitsPageTest::overages),
            row(
                "Answers of reads are kept for",
                plans,
                plan ->
                    plan.cacheLifetime().toSeconds()
                        + " s"
                        + (plan.mayBypassCache() ? ", or not at all if asked" : "")))
        .collect(Collectors.joining());
  }

  private static String row(String title, List<Plan> plans, Function<Plan, String> cell) {
    return plans.stream()
        .map(cell)
        .collect(Collectors.joining(" | ", "| " + title + " | ", " |\n"));
  }

  private static String words(Limit limit) {
    return limit.isBounded() ? "%,d".formatted(limit.most()) : "no limit";
  }

  private static String overages(Plan plan) {
    return plan.overages().stream()
        .sorted()
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String tools(Plan plan) {
    Map<String, Rights> rights = new TreeMap<>();
    plan.entitlements().named().forEach((kind, each) -> rights.put(kind.value(), each));
    String named =
        rights.entrySet().stream()
            .map(each -> each.getKey() + ": " + words(each.getValue()))
            .collect(Collectors.joining("<br>"));
    return named.isEmpty() ? "every backend: " + words(plan.entitlements().others()) : named;
  }

  private static String words(Rights rights) {
    String effects =
        Stream.of(Effect.values())
            .filter(effect -> !(rights.to(effect) instanceof Entitlement.NotIncluded))
            .map(effect ->
                effect.name().toLowerCase(Locale.ROOT)
                    + (rights.to(effect) instanceof Entitlement.WithApproval
                        ? " with approval"
                        : ""))
            .collect(Collectors.joining(", "));
    return effects + (rights.expensive() ? ", expensive" : "") + (rights.batch() ? ", batch" : "");
  }

  private static String between(String begin, String end, String text) {
    return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
  }
}
