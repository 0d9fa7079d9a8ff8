package org.apctck.reports.site.view;

/**
 * Where a rule comes from.
 *
 * @param address of the published page; empty where it is not known
 */
public record Source(String page, String section, String address) {}
