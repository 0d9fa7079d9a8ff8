package org.apctck.reference.model;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.PlainCall;
import org.apctck.reference.win32.Win32Process;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramObject;

/** Makes the cast and the objects of a program before its script begins; nothing of it is in the trace. */
final class SetUp {
    private final Machine machine;
    private final Program program;
    private final Win32Process win32;

    SetUp(Machine machine, Program program) {
        this.machine = machine;
        this.program = program;
        this.win32 = machine.win32();
    }

    void run() {
        for (Program.CastThread cast : program.threads()) {
            long handle = win32.createThread(cast.suspended());
            bind(cast.name(), handle);
            machine.addThread(cast.name(), win32.thread(handle), null, 0, !cast.suspended());
        }
        program.objects().forEach(object -> bind(object.name(), create(object)));
    }

    private long create(ProgramObject object) {
        // Whose call it is matters for the owner of a mutex only, and to faults.
        KThread caller = machine.kernelThread(0);
        if (object instanceof ProgramObject.Event event) {
            return win32.call(new PlainCall(
                    caller,
                    ApiFunction.CREATE_EVENT,
                    0,
                    PlainCall.flag(event.manualReset()),
                    PlainCall.flag(event.signaled()),
                    0));
        }
        if (object instanceof ProgramObject.Semaphore semaphore) {
            return win32.call(
                    new PlainCall(caller, ApiFunction.CREATE_SEMAPHORE, 0, semaphore.count(), semaphore.maximum(), 0));
        }
        String owner = ((ProgramObject.Mutex) object).owner();
        KThread creator = owner == null ? caller : machine.castThread(owner);
        return win32.call(new PlainCall(creator, ApiFunction.CREATE_MUTEX, 0, PlainCall.flag(owner != null), 0));
    }

    private void bind(String name, long handle) {
        machine.setVariable(machine.plan().variable(name), handle);
    }
}
