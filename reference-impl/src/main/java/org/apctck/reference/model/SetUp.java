package org.apctck.reference.model;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.Win32Layer;
import org.apctck.spec.Program;
import org.apctck.spec.ProgramObject;

/** Makes the cast and the objects of a program before its script begins; nothing of it is in the trace. */
final class SetUp {
    private final Machine machine;
    private final Program program;
    private final Win32Layer win32;

    SetUp(Machine machine, Program program) {
        this.machine = machine;
        this.program = program;
        this.win32 = machine.win32();
    }

    void run() {
        for (Program.CastThread cast : program.threads()) {
            long handle = win32.createThread(cast.suspended());
            bind(cast.name(), handle);
            machine.addThread(new ModelThread(cast.name(), win32.thread(handle), null, 0, !cast.suspended()));
        }
        program.objects().forEach(object -> bind(object.name(), create(object)));
    }

    private long create(ProgramObject object) {
        // Whose call it is matters for the owner of a mutex only, and to faults.
        KThread caller = machine.kernelThread(0);
        if (object instanceof ProgramObject.Event event) {
            return win32.createEvent(caller, event.manualReset(), event.signaled());
        }
        if (object instanceof ProgramObject.Semaphore semaphore) {
            return win32.createSemaphore(caller, semaphore.count(), semaphore.maximum());
        }
        String owner = ((ProgramObject.Mutex) object).owner();
        return owner == null
                ? win32.createMutex(caller, false, Choice.FIRST)
                : win32.createMutex(machine.castThread(owner), true, Choice.FIRST);
    }

    private void bind(String name, long handle) {
        machine.setVariable(machine.plan().variable(name), handle);
    }
}
