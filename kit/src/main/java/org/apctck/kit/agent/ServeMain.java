package org.apctck.kit.agent;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apctck.kit.Targets;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.InputException;

/** Serves an in-process target as an agent: {@code ServeMain NAME [OPTION=VALUE …]}. */
public final class ServeMain {
    private ServeMain() {}

    /** Serves until the input ends. Exit status 2 for wrong usage, 3 for a target that cannot start. */
    public static void main(String[] arguments) throws InterruptedException {
        OutputStream protocol = Serve.takeStandardOutput();
        if (arguments.length == 0) {
            System.err.println("usage: ServeMain TARGET [OPTION=VALUE ...]");
            System.exit(2);
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            String[] option = arguments[i].split("=", 2);
            options.put(option[0], option.length == 2 ? option[1] : "");
        }
        try (Target target = Targets.open(arguments[0], options)) {
            Serve.serve(target, System.in, protocol, Serve.Death.ofJvm());
        } catch (InputException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (TargetUnavailableException e) {
            System.err.println(e.getMessage());
            System.exit(3);
        }
        System.exit(0);
    }
}
