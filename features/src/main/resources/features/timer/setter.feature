Feature: A waitable timer and the end of the thread that set it
  A timer with a routine ends with the thread that set it, for nobody is left to run the routine. A timer
  without one goes on.

  @TIMER-SETTER-EXIT-1
  Rule: TIMER-SETTER-EXIT-1 The end of its setter cancels a timer with a routine and leaves its state

    Scenario Outline: The thread ends before the timer expires
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls <set>
      And worker calls ExitThread(0)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls WaitForSingleObject(T, 600)
      Then this happens on main, in this order and nothing else:
        | event   | what                                  |
        | calls   | WaitForSingleObject(worker, INFINITE) |
        | returns | WAIT_OBJECT_0                         |
        | calls   | WaitForSingleObject(T, 600)           |
        | returns | WAIT_TIMEOUT                          |

      Examples:
        | manual-reset | set                                                   |
        | TRUE         | SetWaitableTimer(T, {after: 500}, 0, R, 0, FALSE)     |
        | FALSE        | SetWaitableTimerEx(T, {after: 500}, 0, R, 0, NULL, 0) |

    Scenario: The thread is terminated
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      And a manual-reset event E, not signaled
      When worker calls SetWaitableTimer(T, {after: 500}, 200, R, 0, FALSE)
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      And main calls TerminateThread(worker, 0)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls WaitForSingleObject(T, 600)
      Then this happens on main, in this order and nothing else:
        | event   | what                                  |
        | calls   | TerminateThread                       |
        | returns | TRUE                                  |
        | calls   | WaitForSingleObject(worker, INFINITE) |
        | returns | WAIT_OBJECT_0                         |
        | calls   | WaitForSingleObject(T, 600)           |
        | returns | WAIT_TIMEOUT                          |

    Scenario: The thread returns from its start routine
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And thread routine Setter calls:
        """
        SetWaitableTimer(T, {after: 500}, 0, R, 0, FALSE)
        """
      When main calls t = CreateThread(NULL, 0, Setter, 0, 0, NULL)
      And main calls WaitForSingleObject(t, INFINITE)
      And main calls WaitForSingleObject(T, 600)
      Then this happens on main, in this order and nothing else:
        | event   | what                             |
        | calls   | CreateThread                     |
        | returns | handle                           |
        | calls   | WaitForSingleObject(t, INFINITE) |
        | returns | WAIT_OBJECT_0                    |
        | calls   | WaitForSingleObject(T, 600)      |
        | returns | WAIT_TIMEOUT                     |
      And this happens on t, in this order and nothing else:
        | event   | what             |
        | starts  | Setter           |
        | calls   | SetWaitableTimer |
        | returns | TRUE             |
        | exits   |                  |

    Scenario Outline: The thread ends after the timer has expired
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, not signaled
      When worker calls SetWaitableTimer(T, {after: 50}, <period>, R, 0, FALSE)
      And worker is blocked in WaitForSingleObject(E, INFINITE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls TerminateThread(worker, 0)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls WaitForSingleObject(T, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                                  |
        | calls   | WaitForSingleObject(T, INFINITE)      |
        | returns | WAIT_OBJECT_0                         |
        | calls   | TerminateThread                       |
        | returns | TRUE                                  |
        | calls   | WaitForSingleObject(worker, INFINITE) |
        | returns | WAIT_OBJECT_0                         |
        | calls   | WaitForSingleObject(T, 0)             |
        | returns | WAIT_OBJECT_0                         |

      Examples:
        | period |
        | 0      |
        | 60000  |

    Scenario Outline: The thread ends after a periodic timer has expired
      Given these objects:
        | name  | made by                                          |
        | T     | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
        | Later | CreateWaitableTimerW(NULL, TRUE, NULL)           |
      When worker calls <set>
      And main calls SetWaitableTimer(Later, {after: 70}, 0, NULL, 0, FALSE)
      And main calls WaitForSingleObject(<first>, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls ExitThread(0)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls WaitForSingleObject(T, 0)
      And main calls WaitForSingleObject(T, <time>)
      Then this happens on main, in this order and nothing else:
        | event   | what                                   |
        | calls   | SetWaitableTimer                       |
        | returns | TRUE                                   |
        | calls   | WaitForSingleObject(<first>, INFINITE) |
        | returns | WAIT_OBJECT_0                          |
        | calls   | SleepEx                                |
        | returns | 0                                      |
        | calls   | WaitForSingleObject(worker, INFINITE)  |
        | returns | WAIT_OBJECT_0                          |
        | calls   | WaitForSingleObject(T, 0)              |
        | returns | <state>                                |
        | calls   | WaitForSingleObject(T, <time>)         |
        | returns | <then>                                 |

      Examples:
        | manual-reset | set                                                  | first | state         | time | then          |
        | FALSE        | SetWaitableTimer(T, {after: 20}, 1000, R, 0, FALSE)  | T     | WAIT_TIMEOUT  | 1100 | WAIT_TIMEOUT  |
        | FALSE        | SetWaitableTimer(T, {after: 20}, 60000, R, 0, FALSE) | Later | WAIT_OBJECT_0 | 0    | WAIT_TIMEOUT  |
        | TRUE         | SetWaitableTimerEx(T, {after: 20}, 0, R, 0, NULL, 0) | Later | WAIT_OBJECT_0 | 0    | WAIT_OBJECT_0 |

  @TIMER-SETTER-EXIT-NOAPC-1
  Rule: TIMER-SETTER-EXIT-NOAPC-1 The end of its setter leaves a timer without a routine alone

    Scenario Outline: The timer expires after the thread has ended
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 100}, 0, NULL, 0, FALSE)
      And worker calls ExitThread(0)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls WaitForSingleObject(T, INFINITE)
      Then this happens on main, in this order and nothing else:
        | event   | what                                  |
        | calls   | WaitForSingleObject(worker, INFINITE) |
        | returns | WAIT_OBJECT_0                         |
        | calls   | WaitForSingleObject(T, INFINITE)      |
        | returns | WAIT_OBJECT_0                         |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The thread is terminated in a wait for the timer
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 1000}, 0, NULL, 0, FALSE)
      And worker is blocked in WaitForSingleObject(T, INFINITE)
      And main calls TerminateThread(worker, 0)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls WaitForSingleObject(T, INFINITE)
      Then this happens on main, in this order and nothing else:
        | event   | what                                  |
        | calls   | TerminateThread                       |
        | returns | TRUE                                  |
        | calls   | WaitForSingleObject(worker, INFINITE) |
        | returns | WAIT_OBJECT_0                         |
        | calls   | WaitForSingleObject(T, INFINITE)      |
        | returns | WAIT_OBJECT_0                         |

    Scenario: The timer is periodic
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 100}, 100, NULL, 0, FALSE)
      And worker calls ExitThread(0)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls WaitForSingleObject(T, INFINITE)
      Then this happens on main, in this order and nothing else:
        | event   | what                                  |
        | calls   | WaitForSingleObject(worker, INFINITE) |
        | returns | WAIT_OBJECT_0                         |
        | calls   | WaitForSingleObject(T, INFINITE)      |
        | returns | WAIT_OBJECT_0                         |
        | calls   | WaitForSingleObject(T, INFINITE)      |
        | returns | WAIT_OBJECT_0                         |

    Scenario: The timer is periodic and has expired
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 20}, 300, NULL, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls ExitThread(0)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls CancelWaitableTimer(T)
      Then this happens on main, in this order and nothing else:
        | event   | what                                  |
        | calls   | WaitForSingleObject(T, INFINITE)      |
        | returns | WAIT_OBJECT_0                         |
        | calls   | SleepEx                               |
        | returns | 0                                     |
        | calls   | WaitForSingleObject(worker, INFINITE) |
        | returns | WAIT_OBJECT_0                         |
        | calls   | WaitForSingleObject(T, INFINITE)      |
        | returns | WAIT_OBJECT_0                         |
        | calls   | CancelWaitableTimer                   |
        | returns | TRUE                                  |

  @TIMER-SETTER-EX-1
  Rule: TIMER-SETTER-EX-1 The end of the thread that has called SetWaitableTimerEx without a routine

    Scenario Outline: The thread ends before the timer expires
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimerEx(T, {after: 200}, 0, NULL, 0, NULL, 0)
      And worker calls ExitThread(0)
      And main calls WaitForSingleObject(worker, INFINITE)
      And main calls WaitForSingleObject(T, 300)
      Then what happens on main is recorded

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |
