package org.apctck.reports.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium of this machine; none is ever downloaded.
 *
 * <p>Where there is none the tests are skipped, and say so; where {@code CI} is set they fail.
 */
final class Browser implements AutoCloseable {
    /** Where Debian and others put the two. */
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private static final List<String> DRIVERS = List.of("chromedriver");
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/usr/lib/chromium");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern REQUEST =
            Pattern.compile("\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    /** They warn that there is no mapping of this version of the browser's protocol, which nothing here uses. */
    private static final List<Logger> NOISY = Stream.of(
                    "org.openqa.selenium.devtools.CdpVersionFinder", "org.openqa.selenium.chromium.ChromiumDriver")
            .map(Logger::getLogger)
            .toList();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one; aborts the test where there is none. */
    static Browser start() {
        Optional<File> browser = find(BROWSERS);
        Optional<File> chromedriver = find(DRIVERS);
        if (browser.isEmpty() || chromedriver.isEmpty()) {
            String missing = (browser.isEmpty() ? "no chromium" : "no chromedriver") + " here: .ci/install installs it";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(missing);
            }
            abort(missing);
        }
        NOISY.forEach(logger -> logger.setLevel(Level.SEVERE));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--hide-scrollbars");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        Browser started = new Browser(new ChromeDriver(service, options));
        started.driver.manage().timeouts().pageLoadTimeout(TIMEOUT).scriptTimeout(TIMEOUT);
        return started;
    }

    private static Optional<File> find(List<String> names) {
        Stream<String> path = Arrays.stream(
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
        List<String> folders = Stream.concat(path, FOLDERS.stream()).toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a file from disk. */
    Browser open(Path file) {
        return open(file, "");
    }

    /** Opens a file from disk at an address of its own: {@code ?query} and {@code #fragment}. */
    Browser open(Path file, String rest) {
        driver.get("about:blank"); // an address that differs in its fragment only would not load the page anew
        driver.get(file.toUri() + rest);
        return this;
    }

    /** Waits until an expression is true in the page. */
    void until(String expression) {
        driver.executeAsyncScript("const done = arguments[arguments.length - 1];" + "const look = () => (" + expression
                + ") ? done() : setTimeout(look, 50); look();");
    }

    /** Sets the size of the window, in CSS pixels. */
    Browser size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Sets the scheme of colours that the reader prefers: {@code dark} or {@code light}. */
    Browser scheme(String scheme) {
        return media("screen", scheme);
    }

    /** Shows the page as it would be printed. */
    Browser print() {
        return media("print", "light");
    }

    private Browser media(String medium, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** Switches the scripts of pages that are opened from now on off or on. */
    Browser scripts(boolean areOn) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !areOn));
        return this;
    }

    /** What a script gives. */
    Object eval(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What a script gives, as text. */
    String text(String script, Object... arguments) {
        return String.valueOf(eval(script, arguments));
    }

    /** What the console says since this was last asked. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that were fetched since this was last asked. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .map(REQUEST::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .filter(address -> !address.equals("about:blank"))
                .toList();
    }

    /** What the checker of accessibility has against the page, one line each; empty if nothing. */
    List<String> violations() throws IOException {
        if (Boolean.FALSE.equals(eval("return 'axe' in window"))) {
            eval(resource("/axe.min.js"));
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations'], preload: false}).then(
                    result => done(result.violations.map(violation => violation.id + ': ' + violation.help + '; '
                        + violation.nodes.length + ' times, as in ' + violation.nodes.slice(0, 3)
                            .map(node => node.target.join(' ') + ' [' + node.failureSummary + ']').join(' | '))),
                    error => done(['axe failed: ' + error]));
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Browser.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts a picture of the whole page into {@code target/screenshots}, to be looked at. */
    void picture(String name) throws IOException {
        Path file = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(file.getParent());
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        Files.write(
                file,
                picture instanceof String data
                        ? Base64.getDecoder().decode(data)
                        : driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
