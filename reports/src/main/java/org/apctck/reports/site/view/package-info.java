/** What the templates of the site show: data and nothing else, every text as it is, to be escaped by the templates. */
@NullMarked
package org.apctck.reports.site.view;

import org.jspecify.annotations.NullMarked;
