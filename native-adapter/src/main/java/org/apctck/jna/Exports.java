package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the API that a library exports. What a library can do is asked of its exports, never assumed.
 *
 * <p>WinPR cannot export {@code GetCurrentThread} and {@code GetCurrentProcess} under their own names everywhere, so it puts
 * an underscore before them.
 */
final class Exports {
    private final Map<ApiFunction, Function> functions = new EnumMap<>(ApiFunction.class);

    Exports(NativeLibrary library) {
        for (ApiFunction function : ApiFunction.values()) {
            for (String name : List.of(function.functionName(), "_" + function.functionName())) {
                Function found = find(library, name);
                if (found != null) {
                    functions.put(function, found);
                    break;
                }
            }
        }
    }

    private static @Nullable Function find(NativeLibrary library, String name) {
        try {
            return library.getFunction(name);
        } catch (UnsatisfiedLinkError notExported) {
            return null;
        }
    }

    boolean has(ApiFunction function) {
        return functions.containsKey(function);
    }

    /**
     * The export for {@code function}.
     *
     * @throws IllegalArgumentException if there is none
     */
    Function get(ApiFunction function) {
        Function export = functions.get(function);
        if (export == null) {
            throw new IllegalArgumentException(function + " is not exported");
        }
        return export;
    }

    /** The names of the functions that the library has, as in the SDK. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        functions.keySet().forEach(function -> names.add(function.functionName()));
        return names;
    }

    /** Those of {@code wanted} that the library lacks. */
    List<String> missing(ApiFunction... wanted) {
        return List.of(wanted).stream()
                .filter(function -> !has(function))
                .map(ApiFunction::functionName)
                .toList();
    }
}
