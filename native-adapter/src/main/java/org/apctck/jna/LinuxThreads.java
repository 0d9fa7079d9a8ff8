package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
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
import java.util.Map;
import org.apctck.spec.stage.Sighting;
import org.apctck.spec.stage.Sighting.State;
import org.jspecify.annotations.Nullable;

/** Sees threads through {@code /proc}: their state, and how often they gave up the processor. */
final class LinuxThreads implements Threads {
    private static final int STATUS_BYTES_MAX = 4096;
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final Object[] NO_ARGUMENTS = {};

    private final Function gettid = NativeLibrary.getInstance("c").getFunction("gettid");
    private final Map<Long, FileChannel> statusFiles = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(STATUS_BYTES_MAX);

    @Override
    public long current() {
        return gettid.invokeInt(NO_ARGUMENTS);
    }

    @Override
    public Sighting look(long thread) {
        String status;
        try {
            status = read(thread);
        } catch (IOException gone) { // the file, or what it was opened on
            close(statusFiles.remove(thread));
            return new Sighting(State.ENDED, 0);
        }
        State state = switch (field(status, "State:").charAt(0)) {
            case 'S' -> State.BLOCKED;
            case 'Z', 'X' -> State.ENDED;
            default -> State.RUNNABLE;
        };
        long switches = Long.parseLong(field(status, "\nvoluntary_ctxt_switches:"))
                + Long.parseLong(field(status, "\nnonvoluntary_ctxt_switches:"));
        return new Sighting(state, switches);
    }

    @Override
    public boolean othersWait() {
        String self = Long.toString(current());
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                if (!task.endsWith(self) && isRunning(task)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a task runs, waits for a processor, or for what the kernel fetches for it. */
    private boolean isRunning(Path task) {
        String stat;
        try (FileChannel file = FileChannel.open(task.resolve("stat"), StandardOpenOption.READ)) {
            stat = read(file);
        } catch (IOException gone) {
            return false;
        }
        int afterName = stat.lastIndexOf(')') + 2; // the name may hold anything
        return afterName < stat.length() && (stat.charAt(afterName) == 'R' || stat.charAt(afterName) == 'D');
    }

    /** An open file is read anew from its beginning each time, at half the cost of opening it. */
    private String read(long thread) throws IOException {
        FileChannel file = statusFiles.get(thread);
        if (file == null) {
            file = FileChannel.open(TASKS.resolve(thread + "/status"), StandardOpenOption.READ);
            statusFiles.put(thread, file);
        }
        String status = read(file);
        if (status.isEmpty()) {
            throw new NoSuchFileException("task " + thread);
        }
        return status;
    }

    private String read(FileChannel file) throws IOException {
        buffer.clear();
        file.read(buffer, 0);
        buffer.flip();
        return StandardCharsets.ISO_8859_1.decode(buffer).toString();
    }

    private static String field(String status, String name) {
        int start = status.indexOf(name) + name.length();
        int end = status.indexOf('\n', start);
        return status.substring(start, end < 0 ? status.length() : end).strip();
    }

    private static void close(@Nullable FileChannel file) {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
