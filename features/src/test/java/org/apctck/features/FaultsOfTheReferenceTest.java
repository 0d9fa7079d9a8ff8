package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.kit.faults.FaultMatrix;
import org.apctck.kit.faults.FaultNames;
import org.apctck.reference.Reference;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.fault.Suspects;
import org.apctck.spec.Catalogue;
import org.junit.jupiter.api.Test;

/** Every rule can be seen broken: each fault by a scenario of each rule that names it, and no scenario stands idle. */
class FaultsOfTheReferenceTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void theCatalogueNamesEveryFaultAndEveryRuleNamesOne() {
        assertThat(Faults.ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z0-9]+(-[A-Z0-9]+)+"));
        assertThat(FaultNames.check(CATALOGUE, Faults.ids())).isEmpty();
        assertThat(Suspects.check(CATALOGUE)).isEmpty();
    }

    @Test
    void everyFaultIsCaughtByTheRulesThatNameItAndEveryScenarioCatchesOne() {
        FaultMatrix matrix = FaultMatrix.run(
                Faults.ids(),
                id -> Reference.with(Faults.find(id).orElseThrow()),
                FeatureCompiler.compile(),
                CATALOGUE);

        assertThat(matrix.findings(CATALOGUE)).isEmpty();
    }
}
