Feature: The routine of a waitable timer
  A timer that expires is signaled, and its routine goes to the APC queue of the thread that set it. It runs
  when that thread waits alertably, once for each expiry.

  @TIMER-APC-1
  Rule: TIMER-APC-1 A timer that expires queues its routine to the thread that set it

    Scenario Outline: The thread sleeps alertably
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 7, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: The thread waits alertably for something else
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls <wait>
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | <wait>             |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

      Examples:
        | wait                                                       |
        | WaitForSingleObjectEx(E, INFINITE, TRUE)                   |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE) |
        | WaitForMultipleObjectsEx(2, [E, F], TRUE, INFINITE, TRUE)  |
        | SignalObjectAndWait(E, F, INFINITE, TRUE)                  |

    Scenario: A thread has two timers
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
        | U    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 150}, 0, R, 0, FALSE)
      And worker calls SetWaitableTimer(U, {after: 50}, 0, S, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                              |
        | calls   | SetWaitableTimer(T, {after: 150}, 0, R, 0, FALSE) |
        | returns | TRUE                                              |
        | calls   | SetWaitableTimer(U, {after: 50}, 0, S, 0, FALSE)  |
        | returns | TRUE                                              |
        | calls   | SleepEx                                           |
        | begins  | S                                                 |
        | ends    | S                                                 |
        | returns | WAIT_IO_COMPLETION                                |
        | calls   | SleepEx                                           |
        | begins  | R                                                 |
        | ends    | R                                                 |
        | returns | WAIT_IO_COMPLETION                                |

  @TIMER-SIGNAL-BEFORE-APC-1
  Rule: TIMER-SIGNAL-BEFORE-APC-1 An expired timer is signaled although its routine has not run

    Scenario Outline: Another thread waits for the timer
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on worker, in this order and nothing else:
        | event   | what             |
        | calls   | SetWaitableTimer |
        | returns | TRUE             |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The thread that set the timer waits for it and is not alertable
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

  @TIMER-ALERTABLE-1
  Rule: TIMER-ALERTABLE-1 The routine of an expired timer waits until its setter waits alertably

    Scenario Outline: The timer has expired before
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 7, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | returns | 0                   |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: The timer expires during a wait that is not alertable
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls <wait>
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                    |
        | calls   | SetWaitableTimer        |
        | returns | TRUE                    |
        | calls   | <wait>                  |
        | returns | <result>                |
        | calls   | SleepEx(INFINITE, TRUE) |
        | begins  | R                       |
        | ends    | R                       |
        | returns | WAIT_IO_COMPLETION      |

      Examples:
        | wait                                                   | result       |
        | Sleep(100)                                             | void         |
        | SleepEx(100, FALSE)                                    | 0            |
        | WaitForSingleObject(E, 100)                            | WAIT_TIMEOUT |
        | WaitForSingleObjectEx(E, 100, FALSE)                   | WAIT_TIMEOUT |
        | WaitForMultipleObjects(2, [E, F], FALSE, 100)          | WAIT_TIMEOUT |
        | WaitForMultipleObjectsEx(2, [E, F], FALSE, 100, FALSE) | WAIT_TIMEOUT |
        | SignalObjectAndWait(E, F, 100, FALSE)                  | WAIT_TIMEOUT |

  @TIMER-ONLYSETTER-1
  Rule: TIMER-ONLYSETTER-1 No thread but its setter runs the routine of a timer

    Scenario: The creator of the timer and a thread that waits for it are alertable
      Given helper calls T = CreateWaitableTimerW(NULL, TRUE, NULL)
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And helper calls SleepEx(200, TRUE)
      And main calls WaitForSingleObjectEx(T, INFINITE, TRUE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
      And this happens on helper, in this order and nothing else:
        | event   | what                 |
        | calls   | CreateWaitableTimerW |
        | returns | handle               |
        | calls   | SleepEx              |
        | returns | 0                    |
      And this happens on main, in this order and nothing else:
        | event   | what                  |
        | calls   | WaitForSingleObjectEx |
        | returns | WAIT_OBJECT_0         |
        | calls   | SleepEx               |
        | returns | 0                     |

    Scenario: Each of two threads runs the routine of the timer that it has set
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL)  |
        | U    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And helper calls SetWaitableTimer(U, {after: 100}, 0, S, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And helper calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
      And this happens on helper, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | S                  |
        | ends    | S                  |
        | returns | WAIT_IO_COMPLETION |

  @TIMER-ARGS-1
  Rule: TIMER-ARGS-1 The routine receives its argument and the time at which the timer was signaled

    Scenario Outline: The argument arrives as it was given
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, <value>, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | begins  | R(<value>, on time) |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |

      Examples:
        | value              |
        | 0                  |
        | 1                  |
        | 0x80000000         |
        | 0xFFFFFFFF         |
        | 0x123456789ABCDEF0 |
        | 0xFFFFFFFFFFFFFFFF |

    Scenario Outline: The timer has expired a while before
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 7, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And 50 ms pass
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R(7, on time)      |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | returns | 0                   |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The due time is absolute
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {at: 50}, 0, R, 7, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R(7, on time)      |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: A periodic timer hands over its argument each time
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60}, 400, R, 7, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls CancelWaitableTimer(T)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | begins  | R(7, on time)       |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | SleepEx             |
        | begins  | R(7, on time)       |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |

  @TIMER-NULLROUTINE-1
  Rule: TIMER-NULLROUTINE-1 A timer without a routine is signaled and queues nothing

    Scenario Outline: The thread that set it sleeps alertably when it expires
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 7, FALSE)
      And worker calls SleepEx(150, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | returns | 0                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

  @TIMER-ONESHOT-1
  Rule: TIMER-ONESHOT-1 A timer without a period expires once

    Scenario Outline: Its routine runs once
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(150, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | returns | 0                  |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: A synchronization timer is signaled once
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls WaitForSingleObject(T, 150)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
