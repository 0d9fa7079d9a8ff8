Feature: The state of a waitable timer
  A timer is signaled when it expires. A manual-reset timer stays so until it is set again, a
  synchronization timer until one wait has been satisfied. Every wait function takes a timer.

  @TIMER-INITIAL-1
  Rule: TIMER-INITIAL-1 A new timer is inactive and not signaled

    Scenario Outline: Nobody sets it
      When main calls T = <creation>
      And main calls WaitForSingleObject(T, 0)
      And main calls WaitForSingleObject(T, 50)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | <creation>          |
        | returns | handle              |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

      Examples:
        | creation                                                                                 |
        | CreateWaitableTimerW(NULL, TRUE, NULL)                                                   |
        | CreateWaitableTimerW(NULL, FALSE, NULL)                                                  |
        | CreateWaitableTimerExW(NULL, NULL, CREATE_WAITABLE_TIMER_MANUAL_RESET, TIMER_ALL_ACCESS) |
        | CreateWaitableTimerExW(NULL, NULL, 0, TIMER_ALL_ACCESS)                                  |

  @TIMER-CREATE-EX-1
  Rule: TIMER-CREATE-EX-1 CreateWaitableTimerExW makes the kind of timer that its flags ask for

    Scenario Outline: The timer expires and two waits are made for it
      When main calls T = CreateWaitableTimerExW(NULL, NULL, <flags>, TIMER_ALL_ACCESS)
      And main calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls WaitForSingleObject(T, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                   |
        | calls   | CreateWaitableTimerExW |
        | returns | handle                 |
        | calls   | SetWaitableTimer       |
        | returns | TRUE                   |
        | calls   | WaitForSingleObject    |
        | returns | WAIT_OBJECT_0          |
        | calls   | WaitForSingleObject    |
        | returns | <second>               |

      Examples:
        | flags                              | second        |
        | CREATE_WAITABLE_TIMER_MANUAL_RESET | WAIT_OBJECT_0 |
        | 0                                  | WAIT_TIMEOUT  |

  @TIMER-MANUAL-1
  Rule: TIMER-MANUAL-1 A manual-reset timer stays signaled until it is set again

    Scenario: Waits do not reset it
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      And main calls WaitForSingleObject(T, 0)
      And 50 ms pass
      And main calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

    Scenario: All waiting threads are released
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And worker is blocked in WaitForSingleObject(T, INFINITE)
      And helper is blocked in WaitForSingleObject(T, INFINITE)
      When main calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on helper, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And this happens on main, in this order and nothing else:
        | event   | what             |
        | calls   | SetWaitableTimer |
        | returns | TRUE             |

    Scenario: Its routine does not reset it
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      And main calls WaitForSingleObject(T, 0)
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
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

  @TIMER-SYNC-1
  Rule: TIMER-SYNC-1 A synchronization timer stays signaled until one wait has been satisfied

    Scenario: A second wait finds it reset
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: Nobody waits when it expires
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And 100 ms pass
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls WaitForSingleObject(T, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

    Scenario: One of two waiting threads is released
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      And worker is blocked in WaitForSingleObject(T, INFINITE)
      And helper is blocked in WaitForSingleObject(T, INFINITE)
      When main calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      Then every outcome is one of:
        | worker                | helper                | why                             |
        | returns WAIT_OBJECT_0 |                       | worker was picked, helper waits |
        |                       | returns WAIT_OBJECT_0 | helper was picked, worker waits |

    Scenario Outline: A wait for several objects takes those that end it
      Given these objects:
        | name  | made by                                 |
        | T     | CreateWaitableTimerW(NULL, FALSE, NULL) |
        | U     | CreateWaitableTimerW(NULL, FALSE, NULL) |
        | Later | CreateWaitableTimerW(NULL, TRUE, NULL)  |
      And a manual-reset event E, not signaled
      And main calls <set T>
      And main calls SetWaitableTimer(U, {after: 20}, 0, NULL, 0, FALSE)
      And main calls SetWaitableTimer(Later, {after: 70}, 0, NULL, 0, FALSE)
      When worker calls WaitForSingleObject(Later, INFINITE)
      And after it returns, worker calls <wait>
      And worker calls WaitForSingleObject(T, 0)
      And worker calls WaitForSingleObject(U, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                 |
        | calls   | WaitForSingleObject(Later, INFINITE) |
        | returns | WAIT_OBJECT_0                        |
        | calls   | <wait>                               |
        | returns | <result>                             |
        | calls   | WaitForSingleObject(T, 0)            |
        | returns | <T>                                  |
        | calls   | WaitForSingleObject(U, 0)            |
        | returns | <U>                                  |

      Examples:
        | set T                                                      | wait                                           | result            | T             | U             |
        | SetWaitableTimer(T, {after: 20}, 0, NULL, 0, FALSE)        | WaitForMultipleObjects(2, [T, U], FALSE, 0)    | WAIT_OBJECT_0     | WAIT_TIMEOUT  | WAIT_OBJECT_0 |
        | SetWaitableTimer(T, {after: 20}, 60000, NULL, 0, FALSE)    | WaitForMultipleObjects(3, [E, T, U], FALSE, 0) | WAIT_OBJECT_0 + 1 | WAIT_TIMEOUT  | WAIT_OBJECT_0 |
        | SetWaitableTimerEx(T, {after: 20}, 0, NULL, 0, NULL, 0)    | WaitForMultipleObjects(2, [T, U], TRUE, 0)     | WAIT_OBJECT_0     | WAIT_TIMEOUT  | WAIT_TIMEOUT  |
        | SetWaitableTimer(T, {after: 20}, 60000, NULL, 0, FALSE)    | WaitForMultipleObjects(3, [T, E, U], TRUE, 0)  | WAIT_TIMEOUT      | WAIT_OBJECT_0 | WAIT_OBJECT_0 |
        | SetWaitableTimer(T, {after: 60000}, 60000, NULL, 0, FALSE) | WaitForMultipleObjects(2, [T, U], FALSE, 0)    | WAIT_OBJECT_0 + 1 | WAIT_TIMEOUT  | WAIT_TIMEOUT  |

    Scenario: A periodic timer expires a second time and nobody waits
      Given these objects:
        | name  | made by                                 |
        | T     | CreateWaitableTimerW(NULL, FALSE, NULL) |
        | Later | CreateWaitableTimerW(NULL, TRUE, NULL)  |
      When worker calls SetWaitableTimer(Later, {after: 450}, 0, NULL, 0, FALSE)
      And worker calls SetWaitableTimer(T, {after: 50}, 100, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls WaitForSingleObject(Later, INFINITE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      And worker calls CancelWaitableTimer(T)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                 |
        | calls   | SetWaitableTimer                     |
        | returns | TRUE                                 |
        | calls   | SetWaitableTimer                     |
        | returns | TRUE                                 |
        | calls   | WaitForSingleObject(T, INFINITE)     |
        | returns | WAIT_OBJECT_0                        |
        | calls   | WaitForSingleObject(Later, INFINITE) |
        | returns | WAIT_OBJECT_0                        |
        | calls   | WaitForSingleObject(T, 0)            |
        | returns | WAIT_OBJECT_0                        |
        | calls   | CancelWaitableTimer                  |
        | returns | TRUE                                 |

  @TIMER-SYNC-ROUTINE-1
  Rule: TIMER-SYNC-ROUTINE-1 Its routine does not reset a synchronization timer

    Scenario: The first wait after the routine succeeds and the second does not
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, 100)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | begins  | R                   |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

  @TIMER-WAIT-1
  Rule: TIMER-WAIT-1 Every wait function takes a timer

    Scenario Outline: The timer expires during the wait
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And a manual-reset event E, not signaled
      And a manual-reset event F, signaled
      And worker is blocked in <wait>
      When main calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      Then this happens on worker, in this order and nothing else:
        | event   | what     |
        | calls   | <wait>   |
        | returns | <result> |
      And this happens on main, in this order and nothing else:
        | event   | what             |
        | calls   | SetWaitableTimer |
        | returns | TRUE             |

      Examples:
        | manual-reset | wait                                                       | result               |
        | TRUE         | WaitForSingleObject(T, INFINITE)                           | WAIT_OBJECT_0        |
        | FALSE        | WaitForSingleObject(T, INFINITE)                           | WAIT_OBJECT_0        |
        | TRUE         | WaitForSingleObjectEx(T, INFINITE, TRUE)                   | WAIT_OBJECT_0        |
        | FALSE        | WaitForSingleObjectEx(T, INFINITE, FALSE)                  | WAIT_OBJECT_0        |
        | TRUE         | WaitForMultipleObjects(2, [E, T], FALSE, INFINITE)         | WAIT_OBJECT_0 + 1    |
        | FALSE        | WaitForMultipleObjects(2, [T, F], TRUE, INFINITE)          | WAIT_OBJECT_0 + 0..1 |
        | FALSE        | WaitForMultipleObjectsEx(2, [E, T], FALSE, INFINITE, TRUE) | WAIT_OBJECT_0 + 1    |
        | TRUE         | WaitForMultipleObjectsEx(2, [T, F], TRUE, INFINITE, TRUE)  | WAIT_OBJECT_0 + 0..1 |
        | TRUE         | SignalObjectAndWait(E, T, INFINITE, FALSE)                 | WAIT_OBJECT_0        |
        | FALSE        | SignalObjectAndWait(E, T, INFINITE, TRUE)                  | WAIT_OBJECT_0        |

    Scenario Outline: The timer has expired before the wait
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And a manual-reset event E, not signaled
      And a manual-reset event F, signaled
      When main calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls WaitForSingleObject(T, 0)
      And worker calls <wait>
      Then this happens on worker, in this order and nothing else:
        | event   | what     |
        | calls   | <wait>   |
        | returns | <result> |
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | wait                                                   | result               |
        | WaitForSingleObjectEx(T, 1000, TRUE)                   | WAIT_OBJECT_0        |
        | WaitForMultipleObjects(2, [E, T], FALSE, 1000)         | WAIT_OBJECT_0 + 1    |
        | WaitForMultipleObjectsEx(2, [T, F], TRUE, 1000, FALSE) | WAIT_OBJECT_0 + 0..1 |
        | SignalObjectAndWait(E, T, 1000, TRUE)                  | WAIT_OBJECT_0        |

    Scenario Outline: The wait is over before the timer expires
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And a manual-reset event E, not signaled
      When main calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      And worker calls <wait>
      Then this happens on worker, in this order and nothing else:
        | event   | what         |
        | calls   | <wait>       |
        | returns | WAIT_TIMEOUT |
      And this happens on main, in this order and nothing else:
        | event   | what             |
        | calls   | SetWaitableTimer |
        | returns | TRUE             |

      Examples:
        | manual-reset | wait                                                 |
        | TRUE         | WaitForSingleObject(T, 50)                           |
        | FALSE        | WaitForSingleObjectEx(T, 50, TRUE)                   |
        | FALSE        | WaitForMultipleObjects(2, [E, T], FALSE, 50)         |
        | TRUE         | WaitForMultipleObjectsEx(2, [E, T], FALSE, 50, TRUE) |
        | TRUE         | SignalObjectAndWait(E, T, 50, TRUE)                  |
