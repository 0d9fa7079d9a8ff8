package org.apctck.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apctck.cli.Ran;
import org.apctck.reference.fault.Faults;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faults}, and {@code run --fault}. */
class FaultsVerbTest {
    @TempDir
    Path folder;

    @Test
    void everyFaultIsCaughtByTheRulesThatNameItAndEveryScenarioCatchesOne() throws Exception {
        Path file = folder.resolve("faults.json");

        Ran ran = Ran.apctck("faults", "--format", "json", "--out", file.toString());

        String text = Files.readString(file);
        assertThat(errors("faults", text)).isEmpty();
        Node matrix = Document.json(file.toString(), text);
        assertThat(matrix.list("findings", Node::text)).isEmpty();
        assertThat(ran.out()).contains(" 100.0 % of the faults are caught", "0 findings");
        assertThat(ran.status()).isZero();
        List<Node> faults = matrix.get("faults").items();
        assertThat(faults).hasSize(Faults.all().size());
        assertThat(faults).allMatch(fault -> !fault.get("rules").items().isEmpty());
    }

    @Test
    void generatedFaultsAreWrittenAsTheSchemaSays() throws Exception {
        Path file = folder.resolve("generated.json");

        Ran ran = Ran.apctck(
                "faults", "--operator", "ERROR", "--programs", "5", "--format", "json", "--out", file.toString());

        assertThat(ran.status()).isZero();
        String text = Files.readString(file);
        assertThat(errors("generated-faults", text)).isEmpty();
        assertThat(Document.json(file.toString(), text).get("faults").items())
                .isNotEmpty()
                .allMatch(fault -> fault.get("operator").text().equals("ERROR"))
                .anyMatch(fault -> fault.get("fate").text().equals("CAUGHT"))
                .anyMatch(fault -> fault.get("fate").text().equals("ALLOWED"));
    }

    @Test
    void theTableOfGeneratedFaultsHasARowForEachOperator() {
        assertThat(Ran.apctck("faults", "--operator", "RIGHT", "--programs", "0")
                        .out())
                .contains("RIGHT", "one access right", "of those that are kept back", "0 findings");
    }

    @Test
    void aRunTakesAGeneratedFaultAsWell() {
        Ran ran = Ran.apctck(
                "run", "--target", "reference", "--fault", "LIFO-QUEUE@other", "QUEUE-FIFO-1", "--out", out());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("the model with the fault LIFO-QUEUE@other");
    }

    @Test
    void aRunWithAFaultNamesItAndFails() {
        Ran ran = Ran.apctck("run", "--target", "reference", "--fault", "LIFO-QUEUE", "QUEUE-FIFO-1", "--out", out());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("the model with the fault LIFO-QUEUE", "QUEUE-FIFO-1/three-apcs-of-one-producer")
                .contains("--fault LIFO-QUEUE");
    }

    @Test
    void anUnknownFaultNamesTheNearest() {
        Ran ran = Ran.apctck("run", "--target", "reference", "--fault", "LIFO-QEUE", "--out", out());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("no fault is called LIFO-QEUE; did you mean LIFO-QUEUE?");
    }

    @Test
    void onlyTheReferenceHasFaultsToChooseFrom() {
        Ran ran = Ran.apctck("run", "--target", "reference-live", "--fault", "LIFO-QUEUE", "--out", out());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--fault is for the target reference");
    }

    @Test
    void aRuleShowsItsFaults() {
        assertThat(Ran.apctck("rules", "QUEUE-NOBLOCK-1").out())
                .contains("QUEUEING-WAITS-FOR-ROUTINE: QueueUserAPC hangs", "as seen in WinPR");
    }

    private static List<String> errors(String name, String matrix) throws IOException {
        String schema = Files.readString(Path.of("../docs/protocol/" + name + ".schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(matrix, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private String out() {
        return folder.toString();
    }
}
