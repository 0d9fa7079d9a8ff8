/** Results as the XML that continuous integration reads as tests. */
@NullMarked
package org.apctck.reports.junit;

import org.jspecify.annotations.NullMarked;
