package org.apctck.reference.model;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.win32.Win32Process;
import org.apctck.spec.api.Constants;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;

/** Makes the cast and the objects of a program before its script begins; nothing of it is in the trace. */
final class SetUp {
    private final Machine machine;
    private final Plan plan;
    private final Win32Process win32;

    SetUp(Machine machine) {
        this.machine = machine;
        this.plan = machine.plan();
        this.win32 = machine.win32();
    }

    /**
     * Makes everything.
     *
     * @throws ProgramException if an object cannot be made, so that every implementation would refuse it
     */
    void run() {
        for (Program.CastThread cast : plan.program().threads()) {
            long handle = win32.createThread(cast.suspended());
            machine.setVariable(plan.variable(cast.name()), handle);
            machine.addThread(cast.name(), win32.thread(handle), null, 0, !cast.suspended());
        }
        plan.objects().forEach(this::create);
    }

    private void create(Plan.PlannedObject object) {
        ModelThread maker = machine.thread(object.maker());
        long handle = win32.call(new Invocation(machine, maker, object.call(), Choice.FIRST));
        // Where a fault refuses it, the program goes on without the object, so that its checks can tell.
        if (object.call().function().returnType().isFailure(handle)
                && plan.conduct().isDocumented()) {
            throw new ProgramException("the object " + object.call().bindingName() + " cannot be made: "
                    + object.call().text() + " fails with "
                    + Constants.errorName(win32.getLastError(maker.kernelThread)));
        }
        machine.setVariable(object.call().binding(), handle);
    }
}
