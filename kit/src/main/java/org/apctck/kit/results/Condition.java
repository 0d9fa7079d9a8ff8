package org.apctck.kit.results;

import java.lang.module.ModuleDescriptor.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.format.Node;

/**
 * On which targets an expectation holds.
 *
 * @param versions all of which must hold for the version of the implementation
 * @param platform what the platform must contain, in any case; empty for any
 */
public record Condition(List<Bound> versions, String platform) {
    /** Holds on every target. */
    public static final Condition ALWAYS = new Condition(List.of(), "");

    private static final Pattern BOUND = Pattern.compile("\\s*(>=|<=|>|<|=)\\s*([0-9][0-9A-Za-z.+_-]*)\\s*");

    public Condition {
        versions = List.copyOf(versions);
    }

    /** A limit for a version: {@code >= 2.11}. */
    public record Bound(String relation, String version) {
        boolean holdsFor(String other) {
            if (other.isEmpty() || !Character.isDigit(other.charAt(0))) {
                return false; // an unknown version is in no range
            }
            int order = Version.parse(other).compareTo(Version.parse(version));
            return switch (relation) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
        }
    }

    /** Reads {@code {version: '>= 2.11, < 3', platform: Linux}}. */
    static Condition read(Node node) {
        node.only("version", "platform");
        List<Bound> versions = new ArrayList<>();
        Node range = node.find("version");
        if (range != null) {
            for (String part : range.text().split(",", -1)) {
                Matcher bound = BOUND.matcher(part);
                if (!bound.matches()) {
                    throw range.error(
                            "`" + part.strip() + "` is not a bound such as `>= 2.11`; join several by commas");
                }
                versions.add(new Bound(bound.group(1), bound.group(2)));
            }
        }
        String platform = node.text("platform", "");
        if (versions.isEmpty() && platform.isEmpty()) {
            throw node.error("needs `version` or `platform`");
        }
        return new Condition(versions, platform);
    }

    /** Whether it holds for every target. */
    boolean isAlways() {
        return versions.isEmpty() && platform.isEmpty();
    }

    boolean holdsOn(TargetDescription target) {
        return versions.stream().allMatch(bound -> bound.holdsFor(target.version()))
                && target.platform()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(platform.toLowerCase(java.util.Locale.ROOT));
    }
}
