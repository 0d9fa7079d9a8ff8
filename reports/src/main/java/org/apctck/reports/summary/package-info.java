/** Summaries of a report: for programs, and for the page of a job. */
@NullMarked
package org.apctck.reports.summary;

import org.jspecify.annotations.NullMarked;
