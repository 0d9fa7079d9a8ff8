package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.kit.faults.FaultNames;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.fault.Suspects;
import org.apctck.spec.rules.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * Every fault is named by a rule that it breaks. That a scenario of each such rule catches it, and that no scenario stands idle, is
 * asked of {@code ./apctck faults}, with the command.
 */
class FaultsOfTheReferenceTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void theCatalogueNamesEveryFaultAndEveryRuleNamesOne() {
        assertThat(Faults.ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z0-9]+(-[A-Z0-9]+)+"));
        assertThat(FaultNames.check(CATALOGUE, Faults.ids())).isEmpty();
        assertThat(Suspects.check(CATALOGUE)).isEmpty();
    }
}
