package org.apctck.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;

/** A verb that was run in this process: its exit status and what it printed. */
record Ran(int status, String out, String err) {
    static Ran apctck(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, false);
        int status = Main.run(console, args);
        return new Ran(status, out.toString(), err.toString());
    }

    /** What was printed, as JSON. */
    Node json() {
        return Document.json("output", out);
    }
}
