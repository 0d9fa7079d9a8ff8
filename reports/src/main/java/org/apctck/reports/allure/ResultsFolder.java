package org.apctck.reports.allure;

import io.qameta.allure.model.Stage;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apctck.reports.Folders;

/**
 * A folder of Allure results in the making. It takes the place of an earlier one in the end, since Allure would take what an
 * earlier report has left for results, too.
 */
final class ResultsFolder implements AttachmentStore, AutoCloseable {
    private final Path folder;
    private final Path fresh;
    private final Set<String> attachments = new HashSet<>();

    ResultsFolder(Path folder) throws IOException {
        this.folder = folder;
        this.fresh = Folders.beside(folder);
    }

    @Override
    public void put(String name, byte[] content) {
        if (attachments.add(name)) {
            try {
                Files.write(fresh.resolve(name), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Stores a result; its file is named by what it is of, so that equal reports are equal files. */
    void put(TestResult entry, long startMillis, long durationMillis) throws IOException {
        String id = UUID.nameUUIDFromBytes((entry.getHistoryId() + startMillis).getBytes(StandardCharsets.UTF_8))
                .toString();
        entry.setUuid(id).setStage(Stage.FINISHED).setStart(startMillis).setStop(startMillis + durationMillis);
        Files.write(fresh.resolve(id + "-result.json"), AllureJson.model(entry));
    }

    void finish() throws IOException {
        Folders.replace(folder, fresh);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        Folders.remove(fresh);
    }
}
