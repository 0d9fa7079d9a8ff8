package org.apctck.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apctck.cli.console.Console;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;

/** A verb that was run in this process: its exit status and what it printed. */
public record Ran(int status, String out, String err) {
    public static Ran apctck(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, false);
        int status = status(console, args);
        return new Ran(status, out.toString(), err.toString());
    }

    /** The exit status of a verb that is run on a console. */
    public static int status(Console console, String... args) {
        return Main.run(console, args);
    }

    /** What was printed, as JSON. */
    public Node json() {
        return Document.json("output", out);
    }
}
