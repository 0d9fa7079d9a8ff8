package org.apctck.reports.site.view;

import java.util.List;

/**
 * A target, and what its results come to.
 *
 * @param name as the command knows it
 * @param title the implementation and its version
 * @param digest of what was loaded; may be empty
 * @param platform may be empty
 * @param started when it was run, for people
 * @param host of the kit
 * @param options of the run, for people; may be empty
 * @param scenarios how many were run
 * @param broken how many rules it breaks
 * @param brokenAddress where they are listed
 * @param unexpected how many results nobody has accounted for
 * @param incompleteness what is missing and why; empty for the whole
 */
public record TargetCard(
        String name,
        String key,
        String title,
        String address,
        String version,
        String digest,
        String platform,
        String started,
        String host,
        String options,
        int scenarios,
        List<Share> shares,
        int broken,
        int testable,
        String brokenAddress,
        int unexpected,
        String incompleteness) {
    /** The beginning of the digest, for people. */
    public String shortDigest() {
        return digest.length() > 12 ? digest.substring(0, 12) : digest;
    }
}
