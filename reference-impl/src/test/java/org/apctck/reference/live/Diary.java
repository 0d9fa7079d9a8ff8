package org.apctck.reference.live;

import java.util.ArrayList;
import java.util.List;

/** What the threads of a test note down, in order. */
final class Diary {
    private final List<String> notes = new ArrayList<>();

    synchronized void note(Object what) {
        notes.add(String.valueOf(what));
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }
}
