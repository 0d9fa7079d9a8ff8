package org.apctck.reports.site.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario of a rule, and what it came to.
 *
 * @param id of the scenario
 * @param anchor its place on the page
 * @param place file and line
 * @param stands why it stands although it may catch no fault; may be empty
 * @param race null if it has none, or if no target ran it
 */
public record ScenarioView(
        String id,
        String anchor,
        String name,
        String place,
        Gherkin gherkin,
        String stands,
        List<Said> said,
        List<Showing> showings,
        @Nullable RaceTable race) {}
