package org.apctck.reference.win32;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/** Every function of the API with what it does. Each subject says it of its own. */
final class Win32Functions {
    private static final Win32Functions ALL = new Win32Functions();

    private final Win32Function[] first = new Win32Function[ApiFunction.values().length];
    private final @Nullable Win32Function[] second = new Win32Function[ApiFunction.values().length];

    private Win32Functions() {
        ThreadFunctions.tell(this);
        HandleFunctions.tell(this);
        WaitFunctions.tell(this);
        EventFunctions.tell(this);
        MutexFunctions.tell(this);
        SemaphoreFunctions.tell(this);
        TimerFunctions.tell(this);
        FileFunctions.tell(this);
        ErrorFunctions.tell(this);
        List<ApiFunction> missing = Arrays.stream(ApiFunction.values())
                .filter(function -> first[function.ordinal()] == null)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("no class of this package says what these functions do: "
                    + missing.stream().map(ApiFunction::functionName).collect(Collectors.joining(", ")));
        }
    }

    /** Says what a function does. */
    void put(ApiFunction function, Win32Function meaning) {
        if (first[function.ordinal()] != null) {
            throw new IllegalStateException("it is said twice what " + function + " does");
        }
        first[function.ordinal()] = meaning;
    }

    /** Says what a function does in two acts, between which others may act. */
    void put(ApiFunction function, Win32Function firstAct, Win32Function secondAct) {
        put(function, firstAct);
        second[function.ordinal()] = secondAct;
    }

    static Win32Function first(ApiFunction function) {
        return ALL.first[function.ordinal()];
    }

    static @Nullable Win32Function second(ApiFunction function) {
        return ALL.second[function.ordinal()];
    }
}
