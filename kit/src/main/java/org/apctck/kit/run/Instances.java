package org.apctck.kit.run;

import java.util.ArrayList;
import java.util.List;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;

/** The instances of one target, which run cases side by side. */
public final class Instances implements AutoCloseable {
    private final List<Target> targets;

    private Instances(List<Target> targets) {
        this.targets = List.copyOf(targets);
    }

    /** Opens one instance. */
    @FunctionalInterface
    public interface Opening {
        /**
         * @throws TargetUnavailableException if it cannot start
         */
        Target open() throws TargetUnavailableException;
    }

    /** A target of which there is one instance. */
    public static Instances of(Target target) {
        return new Instances(List.of(target));
    }

    /**
     * Opens further instances of {@code first}. Whatever goes wrong, none is left open.
     *
     * @param count of all of them
     * @throws TargetUnavailableException if one cannot start, or is not the same implementation
     */
    public static Instances open(Target first, int count, Opening opening) throws TargetUnavailableException {
        List<Target> opened = new ArrayList<>(List.of(first));
        try {
            while (opened.size() < count) {
                opened.add(opening.open());
            }
            if (opened.stream().map(Target::describe).distinct().count() > 1) {
                throw new TargetUnavailableException(first.describe().name()
                        + ": its instances are not the same implementation; --jobs 1 opens one only");
            }
            return new Instances(opened);
        } catch (TargetUnavailableException | RuntimeException | Error e) {
            try {
                new Instances(opened).close();
            } catch (RuntimeException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /** One at least. */
    public List<Target> targets() {
        return targets;
    }

    /** What each of them is. */
    public TargetDescription describe() {
        return targets.get(0).describe();
    }

    /** Closes all of them. What goes wrong with one is thrown once all are closed, what goes wrong with others is suppressed in it. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (Target target : targets) {
            try {
                target.close();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
