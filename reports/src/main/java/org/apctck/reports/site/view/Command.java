package org.apctck.reports.site.view;

/**
 * A line for a shell.
 *
 * @param purpose what it does, for those who hear the page
 */
public record Command(String text, String purpose) {}
