/**
 * Results as an Allure report reads them: {@link org.apctck.reports.allure.AllureResults} writes those of any target, {@link
 * org.apctck.reports.allure.AllureEntry} describes one scenario, for the suites too. What a verdict becomes there is decided in
 * {@link org.apctck.reports.allure.AllureStatus} alone.
 */
@NullMarked
package org.apctck.reports.allure;

import org.jspecify.annotations.NullMarked;
