package org.apctck.reports.site.view;

/**
 * What is said of a rule on one target.
 *
 * @param key of the target in addresses
 * @param note what the word leaves out; may be empty
 */
public record Said(String target, String key, Mark mark, String note) {}
