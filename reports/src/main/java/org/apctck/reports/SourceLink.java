package org.apctck.reports;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apctck.spec.rules.Rule;

/** The published page behind a source of a rule: the repositories of the documentation mirror its site. */
public final class SourceLink {
    private static final String SITE = "https://learn.microsoft.com/";
    private static final String SUFFIX = ".md";

    /** The folder of a repository that holds the pages, and where the site shows it. */
    private record Root(String folder, String site) {}

    private static final Map<String, Root> ROOTS = Map.of(
            "MicrosoftDocs/sdk-api", new Root("sdk-api-src/content/", "windows/win32/api/"),
            "MicrosoftDocs/win32", new Root("desktop-src/", "windows/win32/"),
            "MicrosoftDocs/windows-driver-docs", new Root("windows-driver-docs-pr/", "windows-hardware/drivers/"),
            "MicrosoftDocs/windows-driver-docs-ddi", new Root("wdk-ddi-src/content/", "windows-hardware/drivers/ddi/"));

    private SourceLink() {}

    /** The address of the page; empty where the path does not tell it. */
    public static Optional<String> of(Rule.Source source) {
        String path = source.path();
        String repository = source.repository();
        Root root = repository == null ? null : ROOTS.get(repository);
        if (root == null || path == null || !path.startsWith(root.folder()) || !path.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String page = path.substring(root.folder().length(), path.length() - SUFFIX.length());
        return Optional.of(SITE + root.site() + page.toLowerCase(Locale.ROOT));
    }
}
