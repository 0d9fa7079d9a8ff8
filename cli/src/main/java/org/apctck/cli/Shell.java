package org.apctck.cli;

/** Text for people to paste into a shell. */
final class Shell {
    private Shell() {}

    /** One word of a command line. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
