Feature: The due time of a waitable timer
  A due time is an interval from now or a moment in UTC. A timer does not expire before it.

  @TIMER-RELATIVE-1
  Rule: TIMER-RELATIVE-1 A negative due time is an interval from now

    Scenario Outline: A wait lasts until the interval has passed
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 100}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And WaitForSingleObject on worker took at least 60 ms

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The routine waits for the interval
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 100}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
      And SleepEx on worker took at least 60 ms

    Scenario: A minute is not over after a moment
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 60000}, 0, R, 0, FALSE)
      And worker calls SleepEx(50, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | returns | 0                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

  @TIMER-ABSOLUTE-1
  Rule: TIMER-ABSOLUTE-1 A positive due time is a moment in UTC

    Scenario Outline: A wait lasts until the moment has come
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {at: 100}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
      And WaitForSingleObject on worker took at least 60 ms

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The routine waits for the moment
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {at: 100}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |
      And SleepEx on worker took at least 60 ms

    Scenario: A moment that is a minute away does not come at once
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {at: 60000}, 0, R, 0, FALSE)
      And worker calls SleepEx(50, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | SleepEx             |
        | returns | 0                   |
        | calls   | WaitForSingleObject |
        | returns | WAIT_TIMEOUT        |

  @TIMER-PAST-1
  Rule: TIMER-PAST-1 A timer that is due in the past expires at once

    Scenario Outline: The timer is signaled
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {at: -20}, 0, NULL, 0, FALSE)
      And worker calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The routine runs in the next alertable wait
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {at: -20}, 0, R, 0, FALSE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

  @TIMER-DUEZERO-1
  Rule: TIMER-DUEZERO-1 A due time of zero is not specified

    Scenario Outline: The thread waits for the routine, then looks at the timer
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {raw: 0}, 0, R, 7, FALSE)
      And worker calls SleepEx(50, TRUE)
      And after it returns, worker calls WaitForSingleObject(T, 0)
      Then what happens on worker is recorded

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

  @TIMER-RESUME-1
  Rule: TIMER-RESUME-1 A timer can be asked to wake the system, whether the system can or not

    Scenario Outline: The call succeeds and the timer expires
      Given these objects:
        | name | made by                                          |
        | T    | CreateWaitableTimerW(NULL, <manual-reset>, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, NULL, 0, TRUE)
      And worker calls WaitForSingleObject(T, INFINITE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | SetWaitableTimer    |
        | returns | TRUE                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |

      Examples:
        | manual-reset |
        | TRUE         |
        | FALSE        |

    Scenario: The routine runs
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      When worker calls SetWaitableTimer(T, {after: 50}, 0, R, 0, TRUE)
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SetWaitableTimer   |
        | returns | TRUE               |
        | calls   | SleepEx            |
        | begins  | R                  |
        | ends    | R                  |
        | returns | WAIT_IO_COMPLETION |

  @TIMER-RESUME-ERROR-1
  Rule: TIMER-RESUME-ERROR-1 What the last error says of a timer that is to wake the system

    Scenario: The thread asks for the last error after the call
      Given these objects:
        | name | made by                                |
        | T    | CreateWaitableTimerW(NULL, TRUE, NULL) |
      And main calls SetLastError(0)
      When main calls SetWaitableTimer(T, {after: 60000}, 0, NULL, 0, TRUE)
      And main calls GetLastError()
      Then what happens on main is recorded
