package org.apctck.reports.site.view;

/**
 * How many rules came out in one way.
 *
 * @param address where they are listed
 */
public record Share(Kind kind, int count, String address) {}
