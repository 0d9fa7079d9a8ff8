package org.apctck.reference.following;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;

/** A wait for all of several objects. Which index it reports when it ends is open (RETURN-WFMO-ALL-1, RETURN-WFMO-ABANDONED-ALL-1). */
final class WaitForAll {
    private static final Pattern INDEXED = Pattern.compile("(WAIT_OBJECT_0|WAIT_ABANDONED_0)(?: \\+ (\\d+))?");

    private WaitForAll() {}

    /** Whether {@code call} may return {@code seen} where the model returns {@code modeled}. */
    static boolean mayReturn(Call call, String modeled, String seen) {
        Matcher one = INDEXED.matcher(modeled);
        Matcher other = INDEXED.matcher(seen);
        return isOne(call)
                && one.matches()
                && other.matches()
                && one.group(1).equals(other.group(1))
                && (other.group(2) == null || Long.parseLong(other.group(2)) < Value.number(call.argument(Role.COUNT)));
    }

    private static boolean isOne(Call call) {
        return call.function().has(Role.ALL) && Value.number(call.argument(Role.ALL)) != 0;
    }
}
