Feature: Periodic timers
  A timer with a period is active again as soon as it has expired, until it is canceled or set again.

  @TIMER-PERIODIC-1
  Rule: TIMER-PERIODIC-1 A periodic timer expires once each period

    Scenario Outline: Its routine runs each time
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60}, 400, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls CancelWaitableTimer(T)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | begins  | R                   |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | SleepEx             |
        | begins  | R                   |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | SleepEx             |
        | begins  | R                   |
        | ends    | R                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: A synchronization timer without a routine is signaled each time
      Given these objects:
        | name | made by                                 |
        | T    | CreateWaitableTimerW(NULL, FALSE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60}, 60, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls CancelWaitableTimer(T)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |

    Scenario Outline: A period lasts as long as it says
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And a manual-reset event E, not signaled
      When worker calls SetWaitableTimer(T, {after: 50}, 500, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
      And after it returns, worker calls CancelWaitableTimer(T)
      Then this happens on worker, in this order and nothing else:
        | event   | what                  |
        | calls   | SetWaitableTimer      |
        | returns | TRUE                  |
        | calls   | SleepEx               |
        | begins  | R                     |
        | ends    | R                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | WaitForSingleObjectEx |
        | begins  | R                     |
        | ends    | R                     |
        | returns | WAIT_IO_COMPLETION    |
        | calls   | CancelWaitableTimer   |
        | returns | TRUE                  |
      And WaitForSingleObjectEx on worker took at least 300 ms

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario Outline: Periods that pass while the routine is queued do not end the timer
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      And a manual-reset event E, not signaled
      When worker calls SetWaitableTimer(T, {after: 60}, 60, R, 0, FALSE)
      And 210 ms pass
      And worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SleepEx(INFINITE, TRUE)
      And after it returns, worker calls SetEvent(E)
      And worker calls CancelWaitableTimer(T)
      And main calls WaitForSingleObject(E, 0)
      Then this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The example of the documentation, ten times as fast
      When main calls T = CreateWaitableTimerW(NULL, FALSE, NULL)
      And main calls SetWaitableTimer(T, {after: 500}, 200, TimerAPCProc, 100, FALSE)
      And main calls SleepEx(INFINITE, TRUE) while it returns WAIT_IO_COMPLETION, at most 9 times
      And after it returns, main calls CloseHandle(T)
      Then this happens on main, in this order and nothing else:
        | event   | what                 |
        | calls   | CreateWaitableTimerW |
        | returns | handle               |
        | calls   | SetWaitableTimer     |
        | returns | TRUE                 |
        | calls   | SleepEx              |
        | begins  | TimerAPCProc         |
        | ends    | TimerAPCProc         |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | SleepEx              |
        | begins  | TimerAPCProc         |
        | ends    | TimerAPCProc         |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | SleepEx              |
        | begins  | TimerAPCProc         |
        | ends    | TimerAPCProc         |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | SleepEx              |
        | begins  | TimerAPCProc         |
        | ends    | TimerAPCProc         |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | SleepEx              |
        | begins  | TimerAPCProc         |
        | ends    | TimerAPCProc         |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | SleepEx              |
        | begins  | TimerAPCProc         |
        | ends    | TimerAPCProc         |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | SleepEx              |
        | begins  | TimerAPCProc         |
        | ends    | TimerAPCProc         |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | SleepEx              |
        | begins  | TimerAPCProc         |
        | ends    | TimerAPCProc         |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | SleepEx              |
        | begins  | TimerAPCProc         |
        | ends    | TimerAPCProc         |
        | returns | WAIT_IO_COMPLETION   |
        | calls   | CloseHandle          |
        | returns | TRUE                 |

  @TIMER-PERIODIC-MANUAL-1
  Rule: TIMER-PERIODIC-MANUAL-1 A periodic manual-reset timer stays signaled from its first expiry on

    Scenario: The next periods pass
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60}, 60, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      And 90 ms pass
      And worker calls WaitForSingleObject(T, 0)
      And 60 ms pass
      And worker calls WaitForSingleObject(T, 0)
      And worker calls CancelWaitableTimer(T)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | CancelWaitableTimer |
        | returns | TRUE                |

    Scenario: Its routine has run
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 300, R, 0, FALSE)
      And main calls WaitForSingleObject(T, INFINITE)
      And after it returns, main calls SleepEx(0, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      And main calls WaitForSingleObject(T, 0)
      And worker calls CancelWaitableTimer(T)
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
      And this happens on main, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | returns | 0                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

  @TIMER-PERIODIC-COALESCE-1
  Rule: TIMER-PERIODIC-COALESCE-1 How often the routine runs for periods that were missed

    Scenario Outline: Three periods pass before the thread waits alertably
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60}, 60, R, 0, FALSE)
      And 210 ms pass
      And worker calls SleepEx(0, TRUE)
      And worker calls SleepEx(90, TRUE)
      And after it returns, worker calls CancelWaitableTimer(T)
      Then what happens on worker is recorded

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

  @TIMER-NEGPERIOD-1
  Rule: TIMER-NEGPERIOD-1 A negative period is refused

    Scenario Outline: The same call with a period of zero succeeds
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60000}, <period>, NULL, 0, FALSE)
      And worker calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                          |
        | calls   | SetWaitableTimer(T, {after: 60000}, <period>, NULL, 0, FALSE) |
        | returns | FALSE                                                         |
        | calls   | SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, FALSE)        |
        | returns | TRUE                                                          |

      Examples:
        | manual-reset | period     |
        | TRUE         | 0xFFFFFFFF |
        | FALSE        | 0xFFFFFFFF |
        | TRUE         | 0x80000000 |

    Scenario: A routine is given
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0xFFFFFFFF, R, 0, FALSE)
      And worker calls SetWaitableTimer(T, {after: 50}, 0, S, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                                                      |
        | calls   | SetWaitableTimer(T, {after: 50}, 0xFFFFFFFF, R, 0, FALSE) |
        | returns | FALSE                                                     |
        | calls   | SetWaitableTimer(T, {after: 50}, 0, S, 0, FALSE)          |
        | returns | TRUE                                                      |
        | calls   | SleepEx                                                   |
        | begins  | S                                                         |
        | ends    | S                                                         |
        | returns | WAIT_IO_COMPLETION                                        |
