Feature: How often SignalObjectAndWait signals its first object
  The call signals one object and waits for another. A second signal shows where the object does not stay as the first has left it: a
  semaphore counts it, a mutex that is owned twice becomes free, an event that was taken or reset meanwhile is signaled again.

  @SIGNALWAIT-ONCE-1
  Rule: SIGNALWAIT-ONCE-1 The first object is signaled once

    Scenario: An APC is pending
      Given a semaphore S with count 0 of at most 5
      And a manual-reset event E, not signaled
      And main queues APC A to worker
      When worker calls SignalObjectAndWait(S, E, 100, TRUE)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: An APC ends the wait, and the first object is a semaphore
      Given a semaphore S with count 0 of at most 5
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(S, E, INFINITE, TRUE)
      When main queues APC A to worker
      And worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: An APC ends the wait, and the first object is a semaphore that is full by then
      Given a semaphore S with count 0 of at most 2
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(S, E, INFINITE, TRUE)
      And main calls ReleaseSemaphore(S, 1, NULL)
      When main queues APC A to worker
      And worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: An APC ends the wait, and the first object is a mutex
      Given a mutex M, owned by worker
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(M, E, INFINITE, TRUE)
      When main queues APC A to worker
      And helper calls WaitForSingleObject(M, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: An APC ends the wait, and the first object is a mutex that the caller owned twice
      Given a mutex M, owned by worker
      And a manual-reset event E, not signaled
      And worker calls WaitForSingleObject(M, 0)
      And worker is blocked in SignalObjectAndWait(M, E, INFINITE, TRUE)
      When main queues APC A to worker
      And helper calls WaitForSingleObject(M, 0)
      And worker calls ReleaseMutex(M)
      And helper calls WaitForSingleObject(M, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: An APC ends the wait, and the first object is a mutex that another thread owns by then
      Given a mutex M, owned by worker
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(M, E, INFINITE, TRUE)
      And helper calls WaitForSingleObject(M, 0)
      When main queues APC A to worker
      And worker calls WaitForSingleObject(M, 0)
      And helper calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |

    Scenario: An APC ends the wait, and another thread has taken the first event meanwhile
      Given an auto-reset event D, not signaled
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(D, E, INFINITE, TRUE)
      And helper calls WaitForSingleObject(D, 0)
      When main queues APC A to worker
      And worker calls WaitForSingleObject(D, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: An APC ends the wait, and another thread has reset the first event meanwhile
      Given a manual-reset event D, not signaled
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(D, E, INFINITE, TRUE)
      And helper calls WaitForSingleObject(D, 0)
      And helper calls ResetEvent(D)
      When main queues APC A to worker
      And worker calls WaitForSingleObject(D, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | ResetEvent          |
        | returns | TRUE                |

    Scenario: The waiter is suspended and resumed, and then an APC ends its wait
      Given a semaphore S with count 0 of at most 5
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(S, E, INFINITE, TRUE)
      And main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      When main queues APC A to worker
      And worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: An APC is queued while the waiter is suspended
      Given a mutex M, owned by worker
      And a manual-reset event E, not signaled
      And worker calls WaitForSingleObject(M, 0)
      And worker is blocked in SignalObjectAndWait(M, E, INFINITE, TRUE)
      And main calls SuspendThread(worker)
      When main queues APC A to worker
      And main calls ResumeThread(worker)
      And helper calls WaitForSingleObject(M, 0)
      And worker calls ReleaseMutex(M)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SignalObjectAndWait |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | ReleaseMutex        |
        | returns | TRUE                |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: The waiter is suspended and resumed, and then the second object ends its wait
      Given a semaphore S with count 0 of at most 5
      And a manual-reset event E, not signaled
      And worker is blocked in SignalObjectAndWait(S, E, INFINITE, TRUE)
      And main calls SuspendThread(worker)
      And main calls ResumeThread(worker)
      When main calls SetEvent(E)
      And worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario Outline: The time-out ends the wait
      Given a semaphore S with count 0 of at most 5
      And a manual-reset event E, not signaled
      When worker calls SignalObjectAndWait(S, E, 20, <alertable>)
      And after it returns, worker calls WaitForSingleObject(S, 0)
      And worker calls WaitForSingleObject(S, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SignalObjectAndWait |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | alertable |
        | TRUE      |
        | FALSE     |

    Scenario Outline: A routine makes the call, and an APC ends its wait
      Given a semaphore S with count 0 of at most 5
      And a manual-reset event E, not signaled
      And APC routine A calls:
        """
        SignalObjectAndWait(S, E, 100, TRUE)
        """
      And helper queues APCs A, B to <thread>
      When <thread> calls SleepEx(0, TRUE)
      And helper calls WaitForSingleObject(S, 0)
      And helper calls WaitForSingleObject(S, 0)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | calls   | SignalObjectAndWait |
        | begins  | B                   |
        | ends    | B                   |
        | returns | WAIT_IO_COMPLETION  |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | QueueUserAPC        |
        | returns | nonzero             |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | thread |
        | main   |
        | worker |
