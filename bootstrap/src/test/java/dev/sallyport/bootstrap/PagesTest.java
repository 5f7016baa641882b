package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Pages in a real browser")
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(Chromium.class)
@Timeout(180)
class PagesTest {
  private static final int PHONE = 360;
  private static final int DESKTOP = 1280;

  @TempDir static Path data;
  private static House house;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() {
    house = House.in(data);
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    house.close();
  }

  static Stream<Arguments> looks() {
    return Stream.of("/", "/nowhere", "/go/chat/message/7")
        .flatMap(path ->
            Stream.of(PHONE, DESKTOP)
                .flatMap(width ->
                    Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .map(scheme -> Arguments.of(path, width, scheme))));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void load_nothing_from_elsewhere_and_break_no_rule_of_their_own(
      String path, int width, ColorScheme scheme) {
    try (BrowserContext context = context(width, scheme)) {
      Page page = context.newPage();
      List<String> asked = new ArrayList<>();
      List<String> complaints = new ArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.navigate(house.origin() + path);
      picture(page, path, width, scheme);

      assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(house.origin() + "/"));
      assertThat(complaints).allMatch(text -> text.contains("404") || text.contains("401"));
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void have_no_finding_of_the_accessibility_checker(String path, int width, ColorScheme scheme) {
    try (BrowserContext context = context(width, scheme)) {
      Page page = context.newPage();
      page.navigate(house.origin() + path);

      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void never_scroll_sideways(String path, int width, ColorScheme scheme) {
    try (BrowserContext context = context(width, scheme)) {
      Page page = context.newPage();
      page.navigate(house.origin() + path);

      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void are_dark_for_people_who_like_it_dark(String path, int width, ColorScheme scheme) {
    try (BrowserContext context = context(width, scheme)) {
      Page page = context.newPage();
      page.navigate(house.origin() + path);

      assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo(scheme == ColorScheme.DARK ? "rgb(19, 22, 21)" : "rgb(251, 250, 248)");
    }
  }

  @Test
  void take_a_keyboard_from_the_skip_link_through_every_link() {
    try (BrowserContext context = context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(house.origin() + "/");
      List<Object> reached = new ArrayList<>();
      for (int link = 0; link < 7; link++) {
        page.keyboard().press("Tab");
        reached.add(page.evaluate("document.activeElement.getAttribute('href')"));
      }

      assertThat(reached)
          .containsExactly(
              "#main",
              "/",
              "/status",
              "/health/readiness",
              "/health/liveness",
              "/version",
              "/uptime");
    }
  }

  @Test
  void tell_what_runs_here() {
    try (BrowserContext context = context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(house.origin() + "/");

      assertThat(page.title()).isEqualTo("Sallyport");
      assertThat(page.locator("main").innerText())
          .contains("Ready", Version.current(), "Running for", "Database", "answers");
    }
  }

  @Test
  void say_what_went_wrong_and_under_which_request() {
    try (BrowserContext context = context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      var answer = page.navigate(house.origin() + "/nowhere/<script>alert(1)</script>");

      assertThat(page.locator("h1").innerText()).isEqualTo("There is nothing here");
      assertThat(page.locator("main code").innerText())
          .isEqualTo(answer.headerValue("X-Request-ID"));
      assertThat(page.content()).doesNotContain("alert(1)");
    }
  }

  private static BrowserContext context(int width, ColorScheme scheme) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, 800)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  /// Kept for people to look at; nothing compares them.
  private static void picture(Page page, String path, int width, ColorScheme scheme) {
    String name =
        "%s-%s-%s.png"
            .formatted(
                path.length() == 1 ? "home" : path.substring(1).replace('/', '-'),
                width == PHONE ? "phone" : "desktop",
                scheme.name().toLowerCase(Locale.ROOT));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name))
            .setFullPage(true));
  }
}
