package org.apctck.jna;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Linux tells of the tasks of a process, in the files of its folder in {@code /proc}. A file stays open and is read anew
 * from its beginning each time, at half the cost of opening it, and at a fifth of it under Wine. Used by one thread at a time.
 */
final class TaskFiles {
    private static final int BYTES_MAX = 4096;

    private final Path folder;
    private final Map<String, FileChannel> files = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES_MAX);

    /**
     * @param folder {@code /proc/PID/task}
     */
    TaskFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The content of a file of a task.
     *
     * @throws IOException if the task is gone
     */
    String read(long task, String name) throws IOException {
        String key = task + "/" + name;
        FileChannel file = files.get(key);
        if (file == null) {
            file = FileChannel.open(folder.resolve(Long.toString(task)).resolve(name), StandardOpenOption.READ);
            files.put(key, file);
        }
        buffer.clear();
        file.read(buffer, 0);
        buffer.flip();
        String content = StandardCharsets.ISO_8859_1.decode(buffer).toString();
        if (content.isEmpty()) {
            throw new NoSuchFileException("task " + task);
        }
        return content;
    }

    /** The tasks of the process; the files of those that are gone are closed. */
    Set<Long> all() {
        Set<Long> tasks = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(
                    entry -> tasks.add(Long.parseLong(entry.getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Iterator<Map.Entry<String, FileChannel>> open = files.entrySet().iterator(); open.hasNext(); ) {
            Map.Entry<String, FileChannel> file = open.next();
            if (!tasks.contains(
                    Long.parseLong(file.getKey().substring(0, file.getKey().indexOf('/'))))) {
                close(file.getValue());
                open.remove();
            }
        }
        return tasks;
    }

    /** Closes the files of a task, which is gone. */
    void forget(long task) {
        files.entrySet().removeIf(file -> {
            boolean ofTask = file.getKey().startsWith(task + "/");
            if (ofTask) {
                close(file.getValue());
            }
            return ofTask;
        });
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
