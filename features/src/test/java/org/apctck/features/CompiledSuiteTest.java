package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.CaseJson;
import org.apctck.kit.CompiledSuite;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build has compiled is what the sources compile to. */
class CompiledSuiteTest {
    private final CompiledSuite compiled = CompiledSuite.shipped().orElseThrow();

    @TempDir
    Path folder;

    @Test
    void theScenariosAreThoseOfTheFeatures() {
        List<Case> fresh = FeatureCompiler.compile();

        assertThat(compiled.cases()).isEqualTo(fresh);
        assertThat(compiled.ids()).isEqualTo(fresh.stream().map(Case::id).toList());
        assertThat(compiled.cases())
                .extracting(CaseJson::digest)
                .isEqualTo(fresh.stream().map(CaseJson::digest).toList());
    }

    @Test
    void theScenariosOfARuleAreItsOwn() {
        assertThat(compiled.casesOf("QUEUE-FIFO-1"))
                .isNotEmpty()
                .isEqualTo(compiled.cases().stream()
                        .filter(scenario -> scenario.rule().equals("QUEUE-FIFO-1"))
                        .toList());
        assertThat(compiled.casesOf("QUEUE-FIFO")).isEmpty();
    }

    @Test
    void theCatalogueIsThatOfTheFiles() {
        Catalogue fresh = Catalogue.load();

        assertThat(compiled.catalogue().rules()).containsExactlyElementsOf(fresh.rules());
        assertThat(compiled.catalogue().areas()).isEqualTo(fresh.areas());
        assertThat(compiled.catalogue().digest()).isEqualTo(fresh.digest());
        assertThat(compiled.catalogue().profiles())
                .extracting(Profile::name)
                .containsExactlyElementsOf(
                        fresh.profiles().stream().map(Profile::name).toList());
    }

    @Test
    void whatAnEarlierBuildHasWrittenIsReplacedOrDeleted() throws IOException {
        CompileSuite.main(new String[] {folder.toString()});
        Path cases = folder.resolve("org/apctck/suite/cases.ndjson");
        assertThat(cases).isNotEmptyFile();
        Files.writeString(cases, "stale");

        CompileSuite.main(new String[] {folder.toString()});
        assertThat(cases).content().startsWith("{\"id\":\"");

        CompiledSuite.delete(folder);
        assertThat(cases).doesNotExist();
    }
}
