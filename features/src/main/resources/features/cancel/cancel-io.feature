Feature: CancelIo
  A thread takes back what it has asked for.

  @CANCEL-IO-ROUTINE-1
  Rule: CANCEL-IO-ROUTINE-1 A canceled request runs its routine

    Scenario: The thread cancels its own read
      Given these objects:
        | name           | made by     |
        | server, client | a byte pipe |
      When worker calls ReadFileEx(server, buf, 8, &o, R)
      And worker calls CancelIo(server)
      And the request o has completed
      And worker calls SleepEx(0, TRUE)
      Then this happens on worker, in this order and nothing else:
        | event   | what                              |
        | calls   | ReadFileEx                        |
        | returns | TRUE                              |
        | calls   | CancelIo                          |
        | returns | TRUE                              |
        | calls   | SleepEx                           |
        | begins  | R(ERROR_OPERATION_ABORTED, 0, &o) |
        | ends    | R                                 |
        | returns | WAIT_IO_COMPLETION                |
