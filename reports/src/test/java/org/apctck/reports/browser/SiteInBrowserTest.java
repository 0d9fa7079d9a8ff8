package org.apctck.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.kit.results.Header;
import org.apctck.reports.Report;
import org.apctck.reports.SampleReport;
import org.apctck.reports.search.RuleIndex;
import org.apctck.reports.site.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The site in a real browser, opened from disk as its readers do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteInBrowserTest {
    private static final int DESK = 1280;
    private static final int PHONE = 360;
    private static final int WIDE = 1920;

    private Path site;

    private Browser browser;

    @BeforeAll
    void writeTheSite(@TempDir Path folder) throws IOException {
        site = folder;
        browser = Browser.start();
        new Site().write(SampleReport.report(), site);
    }

    @AfterAll
    void endBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void sitAtADesk() {
        browser.scripts(true).size(DESK, 900).scheme("light");
        browser.console();
        browser.requests();
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** One page of each kind, the largest, by the name of the kind. */
    private Map<String, Path> kinds() throws IOException {
        Map<String, Path> kinds = new LinkedHashMap<>();
        for (Path page : pages().stream()
                .sorted(Comparator.comparingLong(page -> page.toFile().length()))
                .toList()) {
            Path relative = site.relativize(page);
            kinds.put(relative.getNameCount() == 1 ? name(relative) : "one-of-" + relative.getName(0), page);
        }
        assertThat(kinds).hasSizeGreaterThan(4);
        return kinds;
    }

    private static String name(Path page) {
        return page.getFileName().toString().replace(".html", "");
    }

    @Test
    void everyPageOpensFromDiskSilentlyAndFetchesNothing() throws IOException {
        for (Path page : pages()) {
            browser.open(page);

            assertThat(browser.text("return document.readyState")).isEqualTo("complete");
            assertThat(browser.console()).as(page.toString()).isEmpty();
            assertThat(browser.requests())
                    .as(page.toString())
                    .allMatch(address -> address.startsWith("file:") || address.startsWith("data:"));
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Links links = new Links(browser);
        for (Path page : pages()) {
            links.collect(page);
        }

        assertThat(links.dead()).isEmpty();
    }

    @Test
    void noPageIsWiderThanAPhone() throws IOException {
        browser.size(PHONE, 780);
        for (Path page : pages()) {
            browser.open(page);
            browser.eval("document.querySelectorAll('details').forEach(details => details.open = true)");

            assertThat(browser.text("return document.documentElement.scrollWidth"))
                    .as(page.toString())
                    .isEqualTo("" + PHONE);
        }
    }

    /** Text that something cuts off where nobody can scroll to it: a box that clips, paint containment, the edge of the page. */
    private static final String CLIPPED = """
            const found = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const node = walker.currentNode;
              const parent = node.parentElement;
              if (!node.textContent.trim() || parent.closest('script, style, title, desc, .unseen, .skip')
                  || !parent.checkVisibility({visibilityProperty: true})) {
                continue;
              }
              const range = document.createRange();
              range.selectNodeContents(node);
              for (const rect of range.getClientRects()) {
                let left = rect.left, right = rect.right, isHidden = rect.width < 2;
                for (let box = parent; box && box !== document.documentElement; box = box.parentElement) {
                  const style = getComputedStyle(box);
                  if (style.clipPath !== 'none') {
                    isHidden = true;
                    break;
                  }
                  if (box instanceof SVGElement) {
                    continue;
                  }
                  const edge = box.getBoundingClientRect();
                  if (/auto|scroll/.test(style.overflowX)) {
                    left = Math.max(left, edge.left);
                    right = Math.min(right, edge.right);
                    if (left >= right) {
                      isHidden = true;
                      break;
                    }
                  } else if (/hidden|clip/.test(style.overflowX) || style.contentVisibility === 'auto'
                      || /paint|strict|content/.test(style.contain)) {
                    if (left < edge.left - 1 || right > edge.right + 1) {
                      found.push(box.tagName + '.' + box.className + ': ' + node.textContent.trim().slice(0, 40));
                      isHidden = true;
                      break;
                    }
                  }
                }
                if (!isHidden && (left < -1 || right > document.documentElement.scrollWidth + 1)) {
                  found.push('page: ' + node.textContent.trim().slice(0, 40));
                }
              }
            }
            return [...new Set(found)].slice(0, 5).join(' | ');
            """;

    @ParameterizedTest
    @ValueSource(ints = {360, 390, 768, 1280, 1600, 1920, 2560})
    void noTextIsCutOffAtAnyWidth(int width) throws IOException {
        Map<Path, String> clipped = new LinkedHashMap<>();
        for (Path page : kinds().values()) {
            browser.size(width, 900).open(page);
            browser.eval("document.querySelectorAll('details').forEach(details => details.open = true)");
            clipped.put(site.relativize(page), browser.text(CLIPPED));
        }

        assertThat(clipped).allSatisfy((page, text) -> assertThat(text).isEmpty());
    }

    @Test
    void onAPhoneADrawingShowsTheLaneOfTheApc() throws IOException {
        browser.size(PHONE, 780).open(kinds().get("one-of-rules"));
        browser.eval("document.querySelectorAll('details').forEach(details => details.open = true)");

        assertThat(browser.text("""
                        window.wide = [...document.querySelectorAll('.figure')]
                            .filter(figure => figure.scrollWidth > figure.clientWidth && figure.querySelector('.apc-shown'));
                        return wide.length > 0;
                        """)).isEqualTo("true");
        // What begins on the right edge, and fits, is seen whole; what is wider is seen from its beginning.
        browser.until("""
                wide.every(figure => {
                  figure.scrollIntoView({block: 'center'});
                  const frame = figure.getBoundingClientRect();
                  const lane = figure.querySelector('.apc-shown').getBoundingClientRect();
                  return lane.width > frame.width
                      ? lane.left >= frame.left - 1 && lane.left <= frame.left + 12
                      : lane.left >= frame.left - 1 && lane.right <= frame.right + 1;
                })
                """);
    }

    @Test
    void everyKindOfPageIsAccessibleAndIsPictured() throws IOException {
        Map<String, List<String>> violations = new LinkedHashMap<>();
        for (Map.Entry<String, Path> kind : kinds().entrySet()) {
            for (String scheme : List.of("light", "dark")) {
                for (int width : List.of(DESK, PHONE, WIDE)) {
                    String screen = width == PHONE ? "phone" : width == DESK ? "desk" : "wide";
                    String name = kind.getKey() + "-" + screen + "-" + scheme;
                    browser.scheme(scheme).size(width, 900).open(kind.getValue());
                    browser.picture(name);
                    violations.put(name, browser.violations());
                }
            }
        }

        assertThat(violations).allSatisfy((page, found) -> assertThat(found).isEmpty());
    }

    @Test
    void darkModeIsDark() throws IOException {
        String brightness = """
                const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number);
                return (r + g + b) / 3 < 80 ? 'dark' : 'light';
                """;
        browser.open(site.resolve("index.html"));
        assertThat(browser.text(brightness)).isEqualTo("light");

        browser.scheme("dark");

        assertThat(browser.text(brightness)).isEqualTo("dark");
    }

    @Test
    void whatIsPrintedIsThePageWithoutWhatLeadsThroughIt() throws IOException {
        for (Map.Entry<String, Path> kind : kinds().entrySet()) {
            browser.print().open(kind.getValue());

            assertThat(browser.text("return getComputedStyle(document.querySelector('header')).display"))
                    .isEqualTo("none");
            browser.picture(kind.getKey() + "-print");
        }
    }

    @Test
    void aTraceThatHoldsMarkupInjectsNothing() throws IOException {
        for (Path page : pages()) {
            browser.open(page);

            assertThat(browser.text("return [...document.scripts].filter(script => script.type !== 'application/json')"
                            + ".map(script => script.src.replace(/.*\\//, '')).join()"))
                    .as(page.toString())
                    .isEqualTo("site.js");
            assertThat(browser.text(
                            "return document.querySelectorAll('svg script, svg foreignObject, iframe, object').length"))
                    .isEqualTo("0");
        }
        assertThat(pages().stream().anyMatch(page -> text(page).contains("&lt;/script&gt;&lt;script&gt;alert")))
                .as("the sample has markup in a trace")
                .isTrue();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void searchAndFiltersNarrowTheRulesAndTheirStateIsTheAddress() {
        browser.open(site.resolve("rules.html"));
        int all = shown();

        element("#q").sendKeys("fifo");
        int found = shown();
        String searched = browser.driver().getCurrentUrl();
        choose("verdict", 1);
        String filtered = browser.driver().getCurrentUrl();
        int both = shown();

        assertThat(found).isBetween(1, all - 1);
        assertThat(both).isLessThanOrEqualTo(found);
        assertThat(searched).contains("#q=fifo");
        assertThat(filtered).isNotEqualTo(searched);
        browser.driver().navigate().back();
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(searched);
        assertThat(shown()).isEqualTo(found);
        browser.driver().get("about:blank");
        browser.driver().get(filtered);
        assertThat(shown()).isEqualTo(both);
        assertThat(element("#q").getDomProperty("value")).isEqualTo("fifo");
    }

    /** The page and the command search alike. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fifo",
                "apc order",
                "alertable wait",
                "time-out",
                "signalled",
                "QueueUserAPC",
                "wak",
                "zzz",
                "DELIVER-WAKE-1"
            })
    void thePageFindsWhatTheIndexFinds(String query) {
        Report report = SampleReport.report();
        RuleIndex index = RuleIndex.of(
                report.catalogue(),
                report.targets().stream()
                        .flatMap(target -> target.header().asked().stream())
                        .map(Header.Asked::scenario)
                        .toList());
        browser.open(site.resolve("rules.html"));
        element("#q").sendKeys(query);

        String shown = browser.text("""
                return [...document.querySelectorAll('.lookup tbody tr')]
                    .filter(row => !row.hidden).map(row => row.querySelector('code.id').textContent).join(' ')
                """);

        assertThat(shown)
                .isEqualTo(index.search(query).stream().map(RuleIndex.Hit::rule).collect(Collectors.joining(" ")));
    }

    @Test
    void everyFilterNarrowsAndIsRestoredFromItsAddress() {
        for (String filter : List.of("area", "level", "target", "verdict", "api")) {
            browser.open(site.resolve("rules.html"));
            int all = shown();
            choose(filter, filter.equals("target") ? 2 : 1);
            if (filter.equals("target")) {
                choose("verdict", 1); // a target alone has rules of all verdicts
            }
            int here = shown();
            String address = browser.driver().getCurrentUrl();
            String value = element("[name=" + filter + "]").getDomProperty("value");

            browser.driver().get("about:blank");
            browser.driver().get(address);

            assertThat(value).as(filter).isNotEmpty();
            assertThat(here).as(filter).isBetween(1, all - 1);
            assertThat(element("[name=" + filter + "]").getDomProperty("value"))
                    .as(filter)
                    .isEqualTo(value);
            assertThat(shown()).as(filter).isEqualTo(here);
        }
    }

    @Test
    void clearingShowsAllRulesAgain() {
        browser.open(site.resolve("rules.html"));
        int all = shown();
        element("#q").sendKeys("no rule is like this");
        assertThat(shown()).isZero();
        assertThat(element("#nothing").isDisplayed()).isTrue();

        element("button[type=reset]").click();

        assertThat(shown()).isEqualTo(all);
    }

    @Test
    void theAddressOfAScenarioUnfoldsIt() throws IOException {
        browser.open(kinds().get("one-of-rules"));
        String id = browser.text("""
                document.querySelectorAll('details.showing').forEach(details => details.open = false);
                return document.querySelector('.scenario').id
                """);

        browser.eval("location.hash = arguments[0]", id);

        browser.until("document.querySelector('.scenario').querySelector('details.showing').open");
        assertThat(browser.driver().getCurrentUrl()).endsWith("#" + id);
    }

    @Test
    void theKeyboardAloneLeadsFromTheFrontPageToARule() {
        browser.open(site.resolve("index.html"));

        press(Keys.TAB);
        assertThat(focused()).isEqualTo("Skip to the content");
        press(Keys.ENTER);
        assertThat(browser.text("return document.activeElement.id")).isEqualTo("main");
        press("/");
        press("fifo", Keys.ENTER);
        assertThat(browser.driver().getCurrentUrl()).contains("rules.html#q=fifo");
        assertThat(shown()).isPositive();
        for (int i = 0;
                i < 40
                        && !browser.text("return document.activeElement.className")
                                .equals("title");
                i++) {
            press(Keys.TAB);
        }
        String rule = focused();
        press(Keys.ENTER);

        assertThat(element("h1").getText()).isEqualTo(rule);
    }

    @Test
    void everythingThatCanBeUsedIsReachedByTabAndSeenWhenItIs() throws IOException {
        for (Map.Entry<String, Path> kind : kinds().entrySet()) {
            browser.open(kind.getValue());
            long usable = (long) browser.eval("""
                    return [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
                        .filter(element => element.checkVisibility({visibilityProperty: true})).length
                    """);
            long reached = 0;
            for (press(Keys.TAB);
                    reached <= usable
                            && !browser.text("return document.activeElement.tagName")
                                    .equals("BODY");
                    press(Keys.TAB)) {
                assertThat(browser.text("return getComputedStyle(document.activeElement).outlineStyle"))
                        .as(kind.getKey() + ": " + focused())
                        .isNotEqualTo("none");
                reached++;
            }

            assertThat(reached).as(kind.getKey()).isEqualTo(usable);
        }
    }

    @Test
    void withoutJavaScriptEverythingButSearchAndFiltersWorks() throws IOException {
        for (Map.Entry<String, Path> kind : kinds().entrySet()) {
            browser.scripts(true).open(kind.getValue());
            String withScripts = visibleText();

            browser.scripts(false).open(kind.getValue());

            assertThat(element("main").getText().length()).as(kind.getKey()).isGreaterThan(200);
            assertThat(browser.driver().findElements(By.cssSelector("form")))
                    .as("what needs scripts is not shown without them")
                    .noneMatch(WebElement::isDisplayed);
            assertThat(withScripts).as(kind.getKey()).contains(element("h1").getText());
        }
        browser.open(site.resolve("rules.html"));
        assertThat(shown()).isPositive();
        WebElement menu = element(".menu summary");
        menu.click();
        assertThat(element(".menu a").isDisplayed()).isTrue();
    }

    private String visibleText() {
        return browser.text("return document.body.innerText");
    }

    private int shown() {
        return (int) browser.driver().findElements(By.cssSelector("tbody tr")).stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    private WebElement element(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    private void choose(String filter, int option) {
        element("[name=" + filter + "]")
                .sendKeys(Keys.chord(Keys.HOME), Keys.ARROW_DOWN.toString().repeat(option));
    }

    private void press(CharSequence... keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    private String focused() {
        return browser.text("return document.activeElement.textContent.trim()");
    }
}
