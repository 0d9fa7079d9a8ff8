package org.apctck.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apctck.kit.results.Header;
import org.apctck.reports.Golden;
import org.apctck.reports.Report;
import org.apctck.reports.SampleReport;
import org.apctck.reports.TargetReport;
import org.apctck.spec.TargetDescription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|data-rules)=\"([^\"]*)\"");
    private static final Pattern DRAWING = Pattern.compile("<svg [^>]*class=\"apc-.*?</svg>", Pattern.DOTALL);

    @TempDir
    private Path out;

    private final Report report = SampleReport.report();

    @BeforeEach
    void write() throws IOException {
        new Site().write(report, out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "rules.html",
                "areas/DELIVER.html",
                "rules/DELIVER-WAKE-1.html",
                "rules/QUEUE-FIFO-MULTI-1.html",
                "rules/DELIVER-TIE-1.html",
                "rules/QUEUE-DATA-1.html",
                "targets/winpr.html",
                "pairs/reference~winpr.html"
            })
    void aPageIsAsItWas(String page) throws IOException {
        String text = DRAWING.matcher(Files.readString(out.resolve(page))).replaceAll("<!-- a drawing -->");

        Golden.compare("site/" + page, text);
    }

    @Test
    void everyRuleAreaTargetAndPairHasAPage() throws IOException {
        assertThat(names("rules")).hasSameSizeAs(report.catalogue().rules());
        assertThat(names("areas")).hasSameSizeAs(report.catalogue().areas().keySet());
        assertThat(names("targets")).hasSize(3);
        assertThat(names("pairs")).hasSize(3);
    }

    @Test
    void everyLinkLeadsToAPageAndAPlaceOfTheSite() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Map.Entry<Path, String> page : pages().entrySet()) {
            Matcher link = LINK.matcher(page.getValue());
            while (link.find()) {
                if (!leads(page.getKey(), link.group(1))) {
                    dead.add(out.relativize(page.getKey()) + " -> " + link.group(1));
                }
            }
        }

        assertThat(dead).isEmpty();
    }

    private boolean leads(Path page, String link) throws IOException {
        if (link.startsWith("https://") || link.startsWith("data:") || link.startsWith("#i-")) {
            return true;
        }
        int hash = link.indexOf('#');
        String file = URLDecoder.decode(hash < 0 ? link : link.substring(0, hash), StandardCharsets.UTF_8);
        String place = hash < 0 ? "" : link.substring(hash + 1);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        boolean isState = place.isEmpty() || place.contains("=");
        return Files.isRegularFile(target)
                && (isState || Files.readString(target).contains(" id=\"" + place + "\""));
    }

    @Test
    void whatAnImplementationSaysIsTextAndNothingElse() throws IOException {
        assertThat(SampleReport.HOSTILE).contains("<script>alert(");

        for (String page : pages().values()) {
            assertThat(page).doesNotContain("<script>alert(", "<b>nonsense</b>", "night <1>", "\u0001", "\u202e");
        }
        assertThat(page("rules/QUEUE-DATA-1.html")).contains("&lt;script&gt;alert(");
    }

    @Test
    void everyPageSaysThatResultsAreIncomplete() throws IOException {
        for (String page : pages().values()) {
            assertThat(page).contains("Incomplete results", "is incomplete: ");
        }
    }

    @Test
    void completeResultsAreNotCalledIncomplete(@TempDir Path other) throws IOException {
        List<TargetReport> complete = report.targets().stream()
                .filter(target -> target.incompleteness().isEmpty())
                .toList();

        new Site().write(new Report(report.catalogue(), report.faults(), complete), other);

        assertThat(complete).hasSize(2);
        assertThat(Files.readString(other.resolve("index.html"))).doesNotContain("ncomplete");
    }

    @Test
    void whatWasNotRunIsShownAsSuch() throws IOException {
        assertThat(page("targets/winpr.html")).contains("</svg>not run</span>", "DELIVER-NESTED-1");
    }

    @Test
    void targetsWhoseNamesLookAlikeDoNotOverwriteEachOther(@TempDir Path other) throws IOException {
        List<TargetReport> alike = List.of(
                named("agent:python3 x.py"), named("agent:python3 x/py"), named("Agent:python3 x.py"), named("../.."));

        new Site().write(new Report(report.catalogue(), report.faults(), alike), other);

        try (Stream<Path> files = Files.list(other.resolve("targets"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "agent_python3_x.py.html",
                            "agent_python3_x_py.html",
                            "Agent_python3_x.py-2.html",
                            "target.html");
        }
        try (Stream<Path> files = Files.list(other.resolve("pairs"))) {
            assertThat(files).hasSize(6);
        }
    }

    private TargetReport named(String name) {
        TargetReport of = report.targets().get(0);
        TargetDescription old = of.header().target();
        TargetDescription target = new TargetDescription(
                name, old.implementation(), old.version(), old.digest(), old.platform(), old.apis());
        Header header = of.header();
        return new TargetReport(
                of.source(),
                new Header(
                        header.kitVersion(),
                        header.started(),
                        header.rulesDigest(),
                        header.host(),
                        target,
                        header.options(),
                        header.repeats(),
                        header.asked()),
                of.summary(),
                of.deviations(),
                of.incompleteness());
    }

    @Test
    void pagesOfAnEarlierReportGoAndFilesOfOthersStay() throws IOException {
        Path old = out.resolve("targets/gone.html");
        Files.copy(out.resolve("targets/winpr.html"), old);
        Path foreign = Files.writeString(out.resolve("targets/notes.html"), "<p>my own</p>");

        new Site().write(report, out);

        assertThat(old).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void theSameReportMakesTheSameSite(@TempDir Path other) throws IOException {
        new Site().write(SampleReport.report(), other);

        for (Map.Entry<Path, String> page : pages().entrySet()) {
            assertThat(Files.readString(other.resolve(out.relativize(page.getKey()))))
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void nothingIsFetched() throws IOException {
        Pattern elsewhere = Pattern.compile("(?:src|data-rules)=\"\\w+:|<link [^>]*href=\"http|url\\((?!#)|@import");

        for (String page : pages().values()) {
            assertThat(elsewhere.matcher(page).results()).isEmpty();
        }
        assertThat(page("assets/site.css") + page("assets/diagram.css")).doesNotContain("url(", "@import");
        assertThat(page("assets/site.js")).doesNotContain("fetch(", "XMLHttpRequest", "import(");
    }

    private String page(String address) throws IOException {
        return Files.readString(out.resolve(address));
    }

    private Map<Path, String> pages() throws IOException {
        Map<Path, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                pages.put(file, Files.readString(file));
            }
        }
        return pages;
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(out.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Nobody is to take the reference for Windows. */
    @Test
    void asLongAsWindowsWasNotRunThatStandsBesideTheOthers(@TempDir Path folder) throws IOException {
        Report sample = SampleReport.report();
        List<TargetReport> others = sample.targets().stream()
                .filter(target -> !target.header().target().implementation().equals("Windows"))
                .toList();
        new Site().write(new Report(sample.catalogue(), sample.faults(), others), folder.resolve("without"));
        new Site().write(sample, folder.resolve("with"));

        assertThat(folder.resolve("without/index.html"))
                .content()
                .contains("<th scope=\"col\" role=\"columnheader\">Windows</th>", "not run yet");
        assertThat(sample.hasWindows()).isTrue();
        assertThat(folder.resolve("with/index.html")).content().doesNotContain("not run yet");
    }
}
