package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Layout;
import org.apctck.spec.api.Parameter;
import org.apctck.spec.api.ParameterType;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;
import org.junit.jupiter.api.Test;

/**
 * The tables of the agent in C: facts of the SDK, written from the signatures of the kit. {@code -Dgolden=update} writes them
 * anew. What the agent makes of them is its own, so that it stays a second opinion.
 */
class AgentTablesTest {
    private static final Path TABLES = Path.of("c-agent/tables.h");

    @Test
    void theyAreWrittenFromTheSignatures() throws IOException {
        String tables = tables();
        if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.writeString(TABLES, tables);
        }

        assertThat(Files.readString(TABLES)).isEqualTo(tables);
    }

    private static String tables() {
        List<ApiFunction> functions = List.of(ApiFunction.values());
        return "/* Written from the signatures of the kit by AgentTablesTest: not to be edited. */\n"
                + "#pragma once\n\n/* clang-format off */\n"
                + enumeration("Result", "AS_", Arrays.stream(ReturnType.values()))
                + enumeration("Type", "TYPE_", Stream.concat(Stream.of("NONE"), Arrays.stream(ParameterType.values())))
                + enumeration("Effect", "EFFECT_", Arrays.stream(Effect.values()))
                + enumeration("Role", "ROLE_", Stream.concat(Stream.of("NONE"), Arrays.stream(Role.values())))
                + "#define ROLES " + (Role.values().length + 1) + "\n"
                + enumeration("Layout", "LAYOUT_", Stream.concat(Stream.of("NONE"), Arrays.stream(Layout.values())))
                + "\n/* X(structure, bytes), and X(structure, field, type, offset): as on a 64-bit machine. */\n"
                + list(
                        "STRUCTURES(X)",
                        Stream.of(Layout.values()).map(layout -> "X(" + layout + ", " + layout.bytes() + ")"))
                + list("FIELDS(X)", Stream.of(Layout.values()).flatMap(AgentTablesTest::fields))
                + "\n/* X(name, result, effect, arguments, {type, role, layout} of each parameter); arguments tells how C passes each. */\n"
                + list(
                        "FUNCTIONS(X)",
                        functions.stream().filter(returns().negate()).map(AgentTablesTest::function))
                + "\n/* X(name, effect, argument, parameter): those that return nothing. */\n"
                + list("PROCEDURES(X)", functions.stream().filter(returns()).map(AgentTablesTest::procedure))
                + "\n"
                + list("CONSTANTS", constants(name -> !name.startsWith("ERROR_")))
                + list("ERRORS", constants(name -> name.startsWith("ERROR_")));
    }

    private static Predicate<ApiFunction> returns() {
        return function -> function.returnType() == ReturnType.VOID;
    }

    private static String enumeration(String name, String prefix, Stream<?> values) {
        return values.map(value -> prefix + value)
                .collect(Collectors.joining(", ", "typedef enum { ", " } " + name + ";\n"));
    }

    private static String list(String name, Stream<String> rows) {
        return "#define " + name + rows.map(row -> " \\\n    " + row).collect(Collectors.joining()) + "\n";
    }

    private static String function(ApiFunction function) {
        String arguments = IntStream.range(0, function.parameters().size())
                .mapToObj(i -> argument(function.parameters().get(i), i))
                .collect(Collectors.joining(", ", "(", ")"));
        return "X(" + function + ", AS_" + function.returnType() + ", EFFECT_"
                + function.effect().name() + ", " + arguments + parameters(function) + ")";
    }

    private static String procedure(ApiFunction function) {
        assertThat(function.parameters())
                .as("the agent calls what returns nothing with one DWORD")
                .hasSize(1);
        return "X(" + function + ", EFFECT_" + function.effect().name() + ", NUMBER(0)" + parameters(function) + ")";
    }

    private static String parameters(ApiFunction function) {
        return function.parameters().stream().map(AgentTablesTest::parameter).collect(Collectors.joining());
    }

    private static String parameter(Parameter parameter) {
        Role role = parameter.role();
        Layout layout = parameter.layout();
        return ", {TYPE_" + parameter.type() + ", ROLE_" + (role == null ? "NONE" : role.name()) + ", LAYOUT_"
                + (layout == null ? "NONE" : layout.name()) + "}";
    }

    private static Stream<String> fields(Layout layout) {
        return layout.fields().stream()
                .map(field ->
                        "X(" + layout + ", " + field.name() + ", TYPE_" + field.type() + ", " + field.offset() + ")");
    }

    private static String argument(Parameter parameter, int index) {
        if (parameter.type() == ParameterType.ULONG_PTR && parameter.name().startsWith("lp")) {
            return "POINTER(" + index + ")"; // any number to the kit, a pointer to C
        }
        return switch (parameter.type()) {
            case DWORD, LONG, BOOL, MILLISECONDS, THREAD_ID, SIZE, ULONG_PTR -> "NUMBER(" + index + ")";
            case POINTER,
                    HANDLE,
                    HANDLES,
                    DUE_TIME,
                    TEXT,
                    BYTES,
                    BUFFER,
                    OVERLAPPED,
                    OUT_DWORD,
                    OUT_THREAD_ID,
                    OUT_EXIT_CODE,
                    OUT_HANDLE -> "POINTER(" + index + ")";
            case APC_ROUTINE -> "ROUTINE(PAPCFUNC, " + index + ")";
            case THREAD_ROUTINE -> "ROUTINE(LPTHREAD_START_ROUTINE, " + index + ")";
            case TIMER_ROUTINE -> "ROUTINE(PTIMERAPCROUTINE, " + index + ")";
            case COMPLETION_ROUTINE -> "ROUTINE(LPOVERLAPPED_COMPLETION_ROUTINE, " + index + ")";
            case SIGNAL_TIME, COMPLETION_ERROR ->
                throw new IllegalArgumentException(parameter.name() + " is no argument of a call");
        };
    }

    private static Stream<String> constants(Predicate<String> wanted) {
        return Constants.all().entrySet().stream()
                .filter(constant -> wanted.test(constant.getKey()))
                .map(AgentTablesTest::constant);
    }

    private static String constant(Map.Entry<String, Long> constant) {
        return String.format("{\"%s\", 0x%X},", constant.getKey(), constant.getValue());
    }
}
