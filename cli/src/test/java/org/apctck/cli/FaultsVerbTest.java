package org.apctck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apctck.reference.fault.Faults;
import org.apctck.spec.Document;
import org.apctck.spec.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faults}, and {@code run --fault}. */
class FaultsVerbTest {
    @TempDir
    Path folder;

    @Test
    void theMatrixIsWrittenAsTheSchemaSays() throws Exception {
        Path file = folder.resolve("faults.json");

        Ran ran = Ran.apctck("faults", "--format", "json", "--out", file.toString());

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains(" 100.0 % of the faults are caught", "0 findings");
        String text = Files.readString(file);
        assertThat(errors(text)).isEmpty();
        Node matrix = Document.json(file.toString(), text);
        List<Node> faults = matrix.get("faults").items();
        assertThat(faults).hasSize(Faults.all().size());
        assertThat(faults).allMatch(fault -> !fault.get("rules").items().isEmpty());
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

    private static List<String> errors(String matrix) throws IOException {
        String schema = Files.readString(Path.of("../docs/protocol/faults.schema.json"));
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
