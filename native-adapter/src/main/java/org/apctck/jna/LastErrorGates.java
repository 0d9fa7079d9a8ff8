package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where functions of the implementation and routines of the program are entered on 64-bit Windows, so that the last error of the
 * thread outlasts the way between Java and them: JNA and the JVM may overwrite it at any time, a JVM that loads a class for
 * instance.
 *
 * <p>A gate is a few instructions. Those before a routine take the last error from the thread's block, call the routine with the
 * address of where they have put it as one more argument, and put into the block what is there when the routine returns. Those
 * before a function make what the block holds for the use of programs the last error, and go on to the function.
 */
final class LastErrorGates {
    /** LastErrorValue in the block of a 64-bit thread, which the register gs points at. */
    static final int LAST_ERROR_OFFSET = 0x68;

    /** ArbitraryUserPointer, which is for programs. */
    static final int PREPARED_OFFSET = 0x28;

    private static final int COMMIT_AND_RESERVE = 0x3000;
    private static final int EXECUTE_READ_WRITE = 0x40;

    /** What Windows hands out at least. */
    private static final long AREA_BYTES = 64 << 10;

    private static final long GATE_BYTES = 64;

    private static final byte[] BEFORE_ROUTINE = code(
            "48 83 EC 38", //             sub rsp, 0x38
            "65 8B 04 25 68 00 00 00", // mov eax, gs:[LastErrorValue]
            "89 44 24 28"); //            mov [rsp + 0x28], eax

    /** One more argument, by how many the routine has without it; after the third they would be on the stack. */
    private static final List<byte[]> ONE_MORE_ARGUMENT = List.of(
            code("48 8D 4C 24 28"), //    lea rcx, [rsp + 0x28]
            code("48 8D 54 24 28"), //    lea rdx, [rsp + 0x28]
            code("4C 8D 44 24 28"), //    lea r8, [rsp + 0x28]
            code("4C 8D 4C 24 28")); //   lea r9, [rsp + 0x28]

    private static final byte[] TO_ROUTINE = code("48 B8"); // mov rax, the routine

    private static final byte[] AFTER_ROUTINE = code(
            "FF D0", //                   call rax
            "8B 4C 24 28", //             mov ecx, [rsp + 0x28]
            "65 89 0C 25 68 00 00 00", // mov gs:[LastErrorValue], ecx
            "48 83 C4 38", //             add rsp, 0x38
            "C3"); //                     ret

    private static final byte[] BEFORE_FUNCTION = code(
            "65 8B 04 25 28 00 00 00", // mov eax, gs:[ArbitraryUserPointer]
            "65 89 04 25 68 00 00 00", // mov gs:[LastErrorValue], eax
            "48 B8"); //                  mov rax, the function

    private static final byte[] INTO_FUNCTION = code("FF E0"); // jmp rax

    private final Function allocate;
    private final Map<Gate, Pointer> gates = new ConcurrentHashMap<>();
    private Pointer area = Pointer.NULL;
    private long used = AREA_BYTES;

    /** What is behind a gate: the pointer of a callback that was given up may come again with another number of arguments. */
    private record Gate(Pointer routine, int arguments) {
        byte[] before() {
            ByteBuffer code = ByteBuffer.allocate((int) GATE_BYTES);
            code.put(BEFORE_ROUTINE).put(ONE_MORE_ARGUMENT.get(arguments)).put(TO_ROUTINE);
            return Arrays.copyOf(code.array(), code.position());
        }
    }

    LastErrorGates(NativeLibrary kernel) {
        allocate = kernel.getFunction("VirtualAlloc");
    }

    private static byte[] code(String... instructions) {
        return HexFormat.of().parseHex(String.join("", instructions).replace(" ", ""));
    }

    /**
     * The gate before a routine. It fits whatever will ever be at that address with so many arguments, and lasts as long as the
     * process.
     */
    Pointer before(Pointer routine, int arguments) {
        Gate gate = new Gate(routine, arguments);
        Pointer known = gates.get(gate); // first without a lock: its holder may have been terminated
        return known != null
                ? known
                : gates.computeIfAbsent(gate, absent -> build(absent.before(), routine, AFTER_ROUTINE));
    }

    /** The gate before a function. */
    Function around(Function function) {
        return Function.getFunction(build(BEFORE_FUNCTION, function, INTO_FUNCTION));
    }

    private synchronized Pointer build(byte[] before, Pointer target, byte[] after) {
        if (used == AREA_BYTES) {
            int noted = Native.getLastError();
            area = allocate.invokePointer(new Object[] {0L, AREA_BYTES, COMMIT_AND_RESERVE, EXECUTE_READ_WRITE});
            Native.setLastError(noted);
            used = 0;
        }
        Pointer gate = area.share(used);
        used += GATE_BYTES;
        gate.write(0, before, 0, before.length);
        gate.setPointer(before.length, target);
        gate.write(before.length + Long.BYTES, after, 0, after.length);
        return gate;
    }
}
