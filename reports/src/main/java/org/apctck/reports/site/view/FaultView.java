package org.apctck.reports.site.view;

/** A fault of the reference that the scenarios of a rule catch. */
public record FaultView(String id, String title, Command command) {}
