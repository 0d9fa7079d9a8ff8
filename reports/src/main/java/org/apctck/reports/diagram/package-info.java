/** Draws traces as sequence diagrams in SVG. */
@NullMarked
package org.apctck.reports.diagram;

import org.jspecify.annotations.NullMarked;
