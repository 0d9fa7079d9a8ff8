Feature: Canceling a waitable timer
  CancelWaitableTimer stops a timer and takes back its queued routine, whichever thread calls it. Whether
  the timer is signaled stays as it was.

  @TIMER-CANCEL-APC-1
  Rule: TIMER-CANCEL-APC-1 Canceling an expired timer takes back its queued routine

    Scenario Outline: The thread that set the timer cancels it
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, <period>, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls CancelWaitableTimer(T)
      And worker calls SleepEx(50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | returns | 0                   |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | returns | 0                   |

      Examples:
        | manual-reset | period |
        | TRUE         | 0      |
        | FALSE        | 0      |
        | TRUE         | 60000  |
        | FALSE        | 60000  |

    Scenario: An APC and the routine of another timer stay queued
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
        | U    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, not signaled
      And a manual-reset event F, not signaled
      And a manual-reset event G, not signaled
      And timer routine R calls:
        """
        SetEvent(E)
        """
      And timer routine S calls:
        """
        SetEvent(F)
        """
      And APC routine A calls:
        """
        SetEvent(G)
        """
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls SetWaitableTimer(U, {after: 100}, 0, S, 0, FALSE)
      And main queues APC A to worker
      And main calls WaitForMultipleObjects(2, [T, U], TRUE, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls CancelWaitableTimer(T)
      And worker calls SleepEx(INFINITE, TRUE)
      And helper calls WaitForSingleObject(E, 0)
      And helper calls WaitForSingleObject(F, 0)
      And helper calls WaitForSingleObject(G, 0)
      Then this happens on helper, in this order and nothing else:
        | event   | what                      |
        | calls   | WaitForSingleObject(E, 0) |
        | returns | WAIT_TIMEOUT              |
        | calls   | WaitForSingleObject(F, 0) |
        | returns | WAIT_OBJECT_0             |
        | calls   | WaitForSingleObject(G, 0) |
        | returns | WAIT_OBJECT_0             |

  @TIMER-CANCEL-OTHER-THREAD-1
  Rule: TIMER-CANCEL-OTHER-THREAD-1 Any thread can cancel a timer and take back its routine

    Scenario Outline: The routine is queued
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, <period>, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls CancelWaitableTimer(T)
      And worker calls SleepEx(50, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what             |
        | calls   | SetWaitableTimer |
        | returns | TRUE             |
        | calls   | SleepEx          |
        | returns | 0                |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |

      Examples:
        | manual-reset | period |
        | TRUE         | 0      |
        | FALSE        | 0      |
        | TRUE         | 60000  |

    Scenario: The timer is active
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 300}, 0, R, 0, FALSE)
      And main calls CancelWaitableTimer(T)
      And worker calls SleepEx(400, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what             |
        | calls   | SetWaitableTimer |
        | returns | TRUE             |
        | calls   | SleepEx          |
        | returns | 0                |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |

  @TIMER-CANCEL-STATE-1
  Rule: TIMER-CANCEL-STATE-1 Canceling a timer does not change whether it is signaled

    Scenario: A manual-reset timer is signaled
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls CancelWaitableTimer(T)
      And worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: A synchronization timer is signaled
      Given these objects:
        | name  | made by                                 |
        | T     | CreateWaitableTimerW(NULL, FALSE, NULL) |
        | Later | CreateWaitableTimerW(NULL, TRUE, NULL)  |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And worker calls SetWaitableTimer(Later, {after: 100}, 0, NULL, 0, FALSE)
      And main calls WaitForSingleObject(Later, INFINITE)
      And after it returns, main calls CancelWaitableTimer(T)
      And main calls WaitForSingleObject(T, 0)
      And main calls WaitForSingleObject(T, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                                 |
        | calls   | WaitForSingleObject(Later, INFINITE) |
        | returns | WAIT_OBJECT_0                        |
        | calls   | CancelWaitableTimer                  |
        | returns | TRUE                                 |
        | calls   | WaitForSingleObject(T, 0)            |
        | returns | WAIT_OBJECT_0                        |
        | calls   | WaitForSingleObject(T, 0)            |
        | returns | WAIT_TIMEOUT                         |

    Scenario: The routine of a signaled timer is taken back
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls CancelWaitableTimer(T)
      And main calls WaitForSingleObject(T, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario Outline: A timer is active and not signaled
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      And worker calls CancelWaitableTimer(T)
      And worker calls WaitForSingleObject(T, 50)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: A timer was never set
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls CancelWaitableTimer(T)
      And worker calls WaitForSingleObject(T, 50)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | CancelWaitableTimer |
        | returns | TRUE or FALSE       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: Another thread cancels a timer that has expired
      Given these objects:
        | name  | made by                                 |
        | T     | CreateWaitableTimerW(NULL, FALSE, NULL) |
        | Later | CreateWaitableTimerW(NULL, TRUE, NULL)  |
      When main calls <set>
      And main calls SetWaitableTimer(Later, {after: 70}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(<first>, INFINITE)
      And after it returns, worker calls CancelWaitableTimer(T)
      And worker calls WaitForSingleObject(T, 50)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                   |
        | calls   | WaitForSingleObject(<first>, INFINITE) |
        | returns | WAIT_OBJECT_0                          |
        | calls   | CancelWaitableTimer                    |
        | returns | TRUE                                   |
        | calls   | WaitForSingleObject(T, 50)             |
        | returns | <then>                                 |

      Examples:
        | set                                                         | first | then          |
        | SetWaitableTimer(T, {after: 20}, 60000, NULL, 0, FALSE)     | Later | WAIT_OBJECT_0 |
        | SetWaitableTimer(T, {after: 20}, 60000, NULL, 0, FALSE)     | T     | WAIT_TIMEOUT  |
        | SetWaitableTimerEx(T, {after: 20}, 60000, NULL, 0, NULL, 0) | Later | WAIT_OBJECT_0 |
        | SetWaitableTimerEx(T, {after: 20}, 60000, NULL, 0, NULL, 0) | T     | WAIT_TIMEOUT  |

  @TIMER-CANCEL-STOP-1
  Rule: TIMER-CANCEL-STOP-1 A canceled timer does not expire until it is set again

    Scenario Outline: Its routine does not run, and it is not signaled
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 300}, 0, R, 0, FALSE)
      And worker calls CancelWaitableTimer(T)
      And worker calls SleepEx(400, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | returns | 0                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: A waiting thread goes on waiting
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When main calls SetWaitableTimer(T, {after: 300}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, 400)
      And main calls CancelWaitableTimer(T)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: A periodic timer expires no more
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 400, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls CancelWaitableTimer(T)
      And worker calls SleepEx(500, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | begins  | R                   |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | returns | 0                   |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: It is set again
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE)
      And worker calls CancelWaitableTimer(T)
      And worker calls SetWaitableTimer(T, {after: 50}, 0, S, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, 100)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                |
        | calls   | SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE) |
        | returns | TRUE                                                |
        | calls   | CancelWaitableTimer                                 |
        | returns | TRUE                                                |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, S, 0, FALSE)    |
        | returns | TRUE                                                |
        | calls   | SleepEx                                             |
        | begins  | S                                                   |
        | ends    | S                                                   |
        | returns | WAIT_IO_COMPLETION                                  |
        | calls   | WaitForSingleObject                                 |
        | returns | WAIT_OBJECT_0                                       |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: Another thread cancels a timer that SetWaitableTimerEx has set
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When main calls SetWaitableTimerEx(T, {after: 300}, 0, NULL, 0, NULL, 0)
      And worker calls CancelWaitableTimer(T)
      And worker calls WaitForSingleObject(T, 400)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario Outline: Its own routine cancels it
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And timer routine R calls:
        """
        CancelWaitableTimer(T)
        """
      When worker calls SetWaitableTimer(T, {after: 50}, 400, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(500, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | begins  | R                   |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | SleepEx             |
        | returns | 0                   |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |
