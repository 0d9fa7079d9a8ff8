package org.apctck.reports.browser;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The links of the pages of a site, and where they lead. */
final class Links {
    private final Browser browser;
    private final Map<Path, Set<String>> places = new HashMap<>();
    private final Map<String, Path> links = new HashMap<>();

    Links(Browser browser) {
        this.browser = browser;
    }

    /** Takes the links of a page, and the places in it that can be linked to. */
    void collect(Path page) {
        browser.open(page);
        Set<String> ids = new HashSet<>();
        texts("return [...document.querySelectorAll('[id]')].map(element => element.id)")
                .forEach(ids::add);
        places.put(page.toAbsolutePath(), ids);
        texts("return [...document.querySelectorAll('a[href]')].map(link => link.href)")
                .forEach(link -> links.putIfAbsent(link, page));
    }

    private List<String> texts(String script) {
        return ((List<?>) browser.eval(script)).stream().map(String::valueOf).toList();
    }

    /** The links that lead to no page or no place in it. */
    List<String> dead() {
        List<String> dead = new ArrayList<>();
        links.forEach((link, page) -> {
            if (!leads(URI.create(link))) {
                dead.add(link + " on " + page);
            }
        });
        return dead;
    }

    private boolean leads(URI link) {
        if (!"file".equals(link.getScheme())) {
            return "https".equals(link.getScheme());
        }
        Path target = Path.of(URI.create("file://" + link.getRawPath()));
        String place = link.getFragment();
        boolean isState = place == null || place.isEmpty() || place.contains("=");
        return Files.isRegularFile(target)
                && (isState || places.getOrDefault(target, Set.of()).contains(place));
    }
}
