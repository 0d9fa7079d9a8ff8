Feature: Atomicity of SignalObjectAndWait
  One page calls signal and wait a single step, another says that this is not guaranteed. Here the helper waits for the first object
  and then sets the second, for which the worker only polls: WAIT_OBJECT_0 means that the helper came between the two parts.

  @SIGNALWAIT-ATOMIC-1
  Rule: SIGNALWAIT-ATOMIC-1 Whether another thread can act between the signal and the wait

    Scenario: The thread that the signal releases sets the second event
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      When these calls are made at the same time:
        | worker                              | helper                           |
        | SignalObjectAndWait(D, E, 0, FALSE) | WaitForSingleObject(D, INFINITE) |
        |                                     | SetEvent(E)                      |
      Then what happens on worker is recorded
