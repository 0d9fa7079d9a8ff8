package org.apctck.reports.site.view;

/**
 * A way to another page of the site.
 *
 * @param address from the root of the site
 */
public record Link(String text, String address) {}
