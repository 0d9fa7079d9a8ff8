package org.apctck.reports.site.view;

import java.util.List;

/**
 * What surrounds every page.
 *
 * @param title of the page
 * @param root the way from the page to the root of the site: empty, or {@code ../}
 * @param address of the page, from the root
 * @param gaps one line for each target whose results are incomplete; shown on every page
 * @param faults of the kit that the results show, in one line each; shown on every page
 */
public record Frame(
        String title,
        String root,
        String address,
        List<Link> areas,
        List<Link> targets,
        List<Gap> gaps,
        List<Gap> faults) {
    /** A target whose results are not as they should be, and why. */
    public record Gap(Link target, String why) {}

    /** The address of a page as seen from this one. */
    public String to(String other) {
        return root + other;
    }

    /** Whether this is the page at {@code other}, for the navigation. */
    public boolean isAt(String other) {
        return address.equals(other);
    }
}
