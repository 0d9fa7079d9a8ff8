package org.apctck.cli.console;

import java.util.List;

/** Results that are printed in each {@link Format}. */
public interface Printed {
    /** As lines for people. */
    List<String> lines();

    /** As maps, lists and texts. */
    Object tree();

    /** As lines of Markdown. */
    List<String> markdown();
}
