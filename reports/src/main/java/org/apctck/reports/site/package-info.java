/** The readable spec: a site that opens from disk. Templates are in {@code src/main/jte}, styles and scripts in the resources. */
@NullMarked
package org.apctck.reports.site;

import org.jspecify.annotations.NullMarked;
