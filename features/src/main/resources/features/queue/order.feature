Feature: The order and the number of APCs
  The queue of a thread is first in, first out. Every call of QueueUserAPC adds one entry, and every
  entry runs once.

  @QUEUE-FIFO-1
  Rule: QUEUE-FIFO-1 APCs run in the order of their queueing

    Scenario: Three APCs of one producer
      Given main queues APCs A, B, C to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Two producers in turn
      Given main queues APC A to worker
      And helper queues APC B to worker
      And main queues APC C to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | begins  | C                  |
        | ends    | C                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: One routine with different data
      Given main calls QueueUserAPC(A, worker, 3)
      And main calls QueueUserAPC(A, worker, 1)
      And main calls QueueUserAPC(A, worker, 2)
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A(3)               |
        | ends    | A                  |
        | begins  | A(1)               |
        | ends    | A                  |
        | begins  | A(2)               |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Forty APCs
      Given main queues APCs A(1..40) to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | runs    | A(1..40)           |
        | returns | WAIT_IO_COMPLETION |

    Scenario Outline: Six APCs come during a wait, whatever ended the last
      Given a manual-reset event E, not signaled
      And a manual-reset event H, signaled
      And <other> calls ResetEvent(E)
      And <producer> queues APC A to <thread>
      And <thread> calls SleepEx(0, TRUE)
      And <thread> calls <before>
      And <thread> is blocked in WaitForSingleObject(E, INFINITE)
      When <producer> queues APCs A, A, B, C, D, B to <thread>
      And <producer> calls SetEvent(E)
      And <thread> calls SleepEx(0, TRUE)
      Then this happens on <thread>, in this order and nothing else:
        | event   | what                |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | returns | WAIT_IO_COMPLETION  |
        | calls   | <before>            |
        | returns | <passed>            |
        | calls   | WaitForSingleObject |
        | returns | WAIT_OBJECT_0       |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | begins  | C                   |
        | ends    | C                   |
        | begins  | D                   |
        | ends    | D                   |
        | begins  | B                   |
        | ends    | B                   |
        | returns | WAIT_IO_COMPLETION  |

      Examples:
        | thread | producer | other  | before                    | passed        |
        | main   | worker   | helper | Sleep(0)                  | void          |
        | worker | helper   | main   | WaitForSingleObject(H, 0) | WAIT_OBJECT_0 |
        | helper | worker   | main   | SetEvent(H)               | TRUE          |

    Scenario: The last wait of the thread took an abandoned mutex
      Given a mutex M, owned by helper
      And helper calls ExitThread(0)
      And main calls WaitForSingleObject(helper, INFINITE)
      And worker calls WaitForSingleObject(M, 0)
      And main queues APCs A, A, B to worker
      When worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                |
        | calls   | WaitForSingleObject |
        | returns | WAIT_ABANDONED_0    |
        | calls   | SleepEx             |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | A                   |
        | ends    | A                   |
        | begins  | B                   |
        | ends    | B                   |
        | returns | WAIT_IO_COMPLETION  |

  @QUEUE-FIFO-MULTI-1
  Rule: QUEUE-FIFO-MULTI-1 The order of each producer survives concurrent producers

    Scenario: Two producers at the same time
      When these calls are made at the same time:
        | main                       | helper                     |
        | QueueUserAPC(A, worker, 0) | QueueUserAPC(C, worker, 0) |
        | QueueUserAPC(B, worker, 0) | QueueUserAPC(D, worker, 0) |
      And worker calls SleepEx(INFINITE, TRUE)
      Then every outcome is one of:
        | worker                                                          | why                                |
        | begins A; ends A; begins B; ends B; begins C; ends C; begins D; | main was first with both           |
        | ends D; returns WAIT_IO_COMPLETION                              |                                    |
        | begins A; ends A; begins C; ends C; begins B; ends B; begins D; | they took turns, main first        |
        | ends D; returns WAIT_IO_COMPLETION                              |                                    |
        | begins A; ends A; begins C; ends C; begins D; ends D; begins B; | both of helper fell between main's |
        | ends B; returns WAIT_IO_COMPLETION                              |                                    |
        | begins C; ends C; begins A; ends A; begins B; ends B; begins D; | both of main fell between helper's |
        | ends D; returns WAIT_IO_COMPLETION                              |                                    |
        | begins C; ends C; begins A; ends A; begins D; ends D; begins B; | they took turns, helper first      |
        | ends B; returns WAIT_IO_COMPLETION                              |                                    |
        | begins C; ends C; begins D; ends D; begins A; ends A; begins B; | helper was first with both         |
        | ends B; returns WAIT_IO_COMPLETION                              |                                    |

    Scenario: Two producers while the thread sleeps
      When these calls are made at the same time:
        | worker           | main                       | helper                     |
        | SleepEx(1, TRUE) | QueueUserAPC(A, worker, 0) | QueueUserAPC(C, worker, 0) |
        |                  | QueueUserAPC(B, worker, 0) |                            |
      And worker calls SleepEx(1, TRUE)
      Then every outcome is one of:
        | worker                       | why                                                                                |
        | returns 0; begins A; ends A; | helper queued last, the sleep was over before any of them came                     |
        | begins B; ends B; begins C;  |                                                                                    |
        | ends C;                      |                                                                                    |
        | returns WAIT_IO_COMPLETION   |                                                                                    |
        | begins A; ends A;            | helper queued last, the first ended the sleep before the others came               |
        | returns WAIT_IO_COMPLETION;  |                                                                                    |
        | begins B; ends B; begins C;  |                                                                                    |
        | ends C;                      |                                                                                    |
        | returns WAIT_IO_COMPLETION   |                                                                                    |
        | begins A; ends A; begins B;  | helper queued last, two came before the sleep was over                             |
        | ends B;                      |                                                                                    |
        | returns WAIT_IO_COMPLETION;  |                                                                                    |
        | begins C; ends C;            |                                                                                    |
        | returns WAIT_IO_COMPLETION   |                                                                                    |
        | begins A; ends A; begins B;  | helper queued last, all came before the sleep was over                             |
        | ends B; begins C; ends C;    |                                                                                    |
        | returns WAIT_IO_COMPLETION;  |                                                                                    |
        | returns 0                    |                                                                                    |
        | returns 0; begins A; ends A; | helper queued between main's two, the sleep was over before any of them came       |
        | begins C; ends C; begins B;  |                                                                                    |
        | ends B;                      |                                                                                    |
        | returns WAIT_IO_COMPLETION   |                                                                                    |
        | begins A; ends A;            | helper queued between main's two, the first ended the sleep before the others came |
        | returns WAIT_IO_COMPLETION;  |                                                                                    |
        | begins C; ends C; begins B;  |                                                                                    |
        | ends B;                      |                                                                                    |
        | returns WAIT_IO_COMPLETION   |                                                                                    |
        | begins A; ends A; begins C;  | helper queued between main's two, two came before the sleep was over               |
        | ends C;                      |                                                                                    |
        | returns WAIT_IO_COMPLETION;  |                                                                                    |
        | begins B; ends B;            |                                                                                    |
        | returns WAIT_IO_COMPLETION   |                                                                                    |
        | begins A; ends A; begins C;  | helper queued between main's two, all came before the sleep was over               |
        | ends C; begins B; ends B;    |                                                                                    |
        | returns WAIT_IO_COMPLETION;  |                                                                                    |
        | returns 0                    |                                                                                    |
        | returns 0; begins C; ends C; | helper queued first, the sleep was over before any of them came                    |
        | begins A; ends A; begins B;  |                                                                                    |
        | ends B;                      |                                                                                    |
        | returns WAIT_IO_COMPLETION   |                                                                                    |
        | begins C; ends C;            | helper queued first, the first ended the sleep before the others came              |
        | returns WAIT_IO_COMPLETION;  |                                                                                    |
        | begins A; ends A; begins B;  |                                                                                    |
        | ends B;                      |                                                                                    |
        | returns WAIT_IO_COMPLETION   |                                                                                    |
        | begins C; ends C; begins A;  | helper queued first, two came before the sleep was over                            |
        | ends A;                      |                                                                                    |
        | returns WAIT_IO_COMPLETION;  |                                                                                    |
        | begins B; ends B;            |                                                                                    |
        | returns WAIT_IO_COMPLETION   |                                                                                    |
        | begins C; ends C; begins A;  | helper queued first, all came before the sleep was over                            |
        | ends A; begins B; ends B;    |                                                                                    |
        | returns WAIT_IO_COMPLETION;  |                                                                                    |
        | returns 0                    |                                                                                    |

  @QUEUE-NODEDUP-1
  Rule: QUEUE-NODEDUP-1 Equal requests are not merged

    Scenario: Three equal requests
      Given main calls QueueUserAPC(A, worker, 7)
      And main calls QueueUserAPC(A, worker, 7)
      And main calls QueueUserAPC(A, worker, 7)
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A(7)               |
        | ends    | A                  |
        | begins  | A(7)               |
        | ends    | A                  |
        | begins  | A(7)               |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: A thread that is alone queues equal requests to itself
      When worker calls QueueUserAPC(A, worker, 0)
      And worker calls QueueUserAPC(A, worker, 0)
      And worker calls QueueUserAPC(B, worker, 0)
      And worker calls QueueUserAPC(A, worker, 0)
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | QueueUserAPC       |
        | returns | nonzero            |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | A                  |
        | ends    | A                  |
        | begins  | B                  |
        | ends    | B                  |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |

  @QUEUE-LIMIT-1
  Rule: QUEUE-LIMIT-1 The queue has no limit that a program meets

    Scenario: A thousand and one APCs
      Given main queues APCs A(1..1001) to worker
      When worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | runs    | A(1..1001)         |
        | returns | WAIT_IO_COMPLETION |

  @QUEUE-ONCE-1
  Rule: QUEUE-ONCE-1 An APC runs at most once

    Scenario: The next wait finds the queue empty
      Given main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      And worker calls SleepEx(20, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | returns | 0                  |

    Scenario: The next wait runs only what came since
      Given main queues APC A to worker
      When worker calls SleepEx(INFINITE, TRUE)
      And main queues APC B to worker
      And worker calls SleepEx(INFINITE, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what               |
        | calls   | SleepEx            |
        | begins  | A                  |
        | ends    | A                  |
        | returns | WAIT_IO_COMPLETION |
        | calls   | SleepEx            |
        | begins  | B                  |
        | ends    | B                  |
        | returns | WAIT_IO_COMPLETION |

    Scenario: Two threads queue to a thread that waits in a loop until one of them signals its object
      Given a manual-reset event E, not signaled
      When these calls are made at the same time:
        | worker                                                                                        | main                       | helper                     |
        | WaitForSingleObjectEx(E, INFINITE, TRUE) while it returns WAIT_IO_COMPLETION, at most 8 times | QueueUserAPC(A, worker, 0) | QueueUserAPC(B, worker, 0) |
        |                                                                                               |                            | SetEvent(E)                |
      And worker calls SleepEx(20, TRUE)
      Then every outcome is one of:
        | worker                                                                         | why                                                       |
        | begins A; ends A; begins B; ends B; returns WAIT_IO_COMPLETION;                | one wait ran both, A first                                |
        | returns WAIT_OBJECT_0; returns 0                                               |                                                           |
        | begins B; ends B; begins A; ends A; returns WAIT_IO_COMPLETION;                | one wait ran both, B first                                |
        | returns WAIT_OBJECT_0; returns 0                                               |                                                           |
        | begins A; ends A; returns WAIT_IO_COMPLETION;                                  | B came after the wait that ran A                          |
        | begins B; ends B; returns WAIT_IO_COMPLETION; returns WAIT_OBJECT_0; returns 0 |                                                           |
        | begins B; ends B; returns WAIT_IO_COMPLETION;                                  | A came after the wait that ran B                          |
        | begins A; ends A; returns WAIT_IO_COMPLETION; returns WAIT_OBJECT_0; returns 0 |                                                           |
        | begins A; ends A; returns WAIT_IO_COMPLETION; returns WAIT_OBJECT_0;           | the object came before B, which was pending               |
        | begins B; ends B; returns WAIT_IO_COMPLETION                                   |                                                           |
        | begins B; ends B; returns WAIT_IO_COMPLETION; returns WAIT_OBJECT_0;           | the object ended the loop before A came, or came before A |
        | begins A; ends A; returns WAIT_IO_COMPLETION                                   |                                                           |
        | returns WAIT_OBJECT_0; begins A; ends A; begins B; ends B;                     | the object came before both, which were pending           |
        | returns WAIT_IO_COMPLETION                                                     |                                                           |
        | returns WAIT_OBJECT_0; begins B; ends B; begins A; ends A;                     | the object came before B, and perhaps A, which was last   |
        | returns WAIT_IO_COMPLETION                                                     |                                                           |
