package org.apctck.reports.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.kit.results.Header;
import org.apctck.reports.site.view.Kind;
import org.apctck.reports.site.view.Share;
import org.apctck.reports.site.view.TargetCard;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.rules.Rule;

/** What each target is and what its results come to, in brief. */
final class Cards {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Addresses addresses;

    Cards(Addresses addresses) {
        this.addresses = addresses;
    }

    TargetCard of(Findings target) {
        Header header = target.report().header();
        TargetDescription description = header.target();
        List<Share> shares = shares(target);
        int broken = count(shares, Kind.BROKEN);
        return new TargetCard(
                target.name(),
                target.key(),
                title(description),
                target.link().address(),
                description.version(),
                description.digest(),
                description.platform(),
                day(header.started()),
                header.host(),
                options(header),
                target.report().summary().scenarios().size(),
                shares,
                broken,
                (int) target.report().summary().rules().stream()
                        .filter(rule -> rule.rule().isTestable())
                        .count(),
                addresses.rules(target.name(), Kind.BROKEN),
                target.report().deviations().unexpected().size(),
                target.report().incompleteness());
    }

    private static String title(TargetDescription description) {
        return (description.implementation() + " " + description.version()).strip();
    }

    /** How many testable rules came out in each way. */
    private List<Share> shares(Findings target) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        target.report().summary().rules().stream()
                .map(result -> result.rule())
                .filter(Rule::isTestable)
                .forEach(rule -> counts.merge(target.said(rule).mark().kind(), 1, Integer::sum));
        List<Share> shares = new ArrayList<>();
        counts.forEach((kind, count) -> shares.add(new Share(kind, count, addresses.rules(target.name(), kind))));
        return shares;
    }

    private static int count(List<Share> shares, Kind kind) {
        return shares.stream()
                .filter(share -> share.kind() == kind)
                .mapToInt(Share::count)
                .sum();
    }

    private static String options(Header header) {
        String options = header.options().entrySet().stream()
                .map(option -> option.getKey() + " = " + option.getValue())
                .collect(Collectors.joining(", "));
        return header.repeats() == 1 ? options : header.repeats() + " attempts at each scenario; " + options;
    }

    private static String day(String started) {
        try {
            return DAY.format(Instant.parse(started));
        } catch (DateTimeParseException notADate) {
            return started;
        }
    }
}
