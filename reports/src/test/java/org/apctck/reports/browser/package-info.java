/** What the reports look like and do in a real browser. */
package org.apctck.reports.browser;
