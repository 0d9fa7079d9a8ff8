#!/usr/bin/env python3
"""A skeleton of an agent: it passes the handshake and says of every program that it is not implemented.

    ./apctck doctor "agent:python3 docs/protocol/skeleton-agent.py"

To make an agent of it: name the functions in APIS, and perform programs in perform(). The rest is in place: the protocol on
a descriptor of its own, a thread that writes, a thread that reads and never enters the implementation.
"""

import json
import os
import platform
import queue
import sys
import threading
import time

PROTOCOL = 2
IMPLEMENTATION = "skeleton"
VERSION = "0"
APIS = []  # the functions that the implementation has, such as "SleepEx"
GRACE_SECONDS = 0.7  # the protocol allows a second after the end of the input


class Outbox:
    """Writes messages from a thread of its own, so that a blocked implementation does not hold up what is known."""

    def __init__(self, descriptor):
        self._messages = queue.Queue()
        self._out = os.fdopen(descriptor, "wb", buffering=0)
        threading.Thread(target=self._write_all, daemon=True).start()

    def send(self, **message):
        self._messages.put(message)

    def wait_until_written(self):
        self._messages.join()

    def _write_all(self):
        while True:
            message = self._messages.get()
            self._out.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
            self._messages.task_done()


class Recorder:
    """The events of one run, numbered in the order in which they happen."""

    def __init__(self, outbox, run):
        self._outbox = outbox
        self._run = run
        self._began = time.monotonic()
        self._lock = threading.Lock()
        self.events = 0

    def happens(self, thread, event, what="", **more):
        with self._lock:
            micros = int((time.monotonic() - self._began) * 1_000_000)
            where = {"thread": thread} if thread else {}  # a quiescent point belongs to no thread
            self._outbox.send(
                type="event", id=self._run, seq=self.events, micros=micros, event=event, what=what, **where, **more
            )
            self.events += 1


def perform(program, limit_millis, recorder):
    """Runs a program and says what happens to the recorder. Returns the status of the trace and the evidence for it."""
    del limit_millis, recorder  # an implementation needs both
    calls = [entry["call"] for entry in program["script"] if "call" in entry]
    return "NOT_IMPLEMENTED", "the skeleton performs nothing, not even " + (calls[0] if calls else "an empty script")


def drill(kind, outbox, run):
    """Goes wrong on purpose, for doctor: the host is to notice."""
    Recorder(outbox, run).happens("agent", "calls", "a drill")
    outbox.wait_until_written()
    if kind == "crash":
        os.abort()
    threading.Event().wait()


def serve(requests, outbox):
    """Answers requests, one after the other, until the last."""
    while True:
        request = requests.get()
        kind = request.get("type")
        if kind == "hello":
            outbox.send(
                type="welcome", protocol=PROTOCOL, implementation=IMPLEMENTATION, version=VERSION,
                platform=f"{platform.system()} {platform.machine()}", apis=APIS, clock="monotonic",
                capabilities=["drill-hang", "drill-crash"],
            )
        elif kind == "run":
            recorder = Recorder(outbox, request["id"])
            status, evidence = perform(request["program"], request["limitMillis"], recorder)
            outbox.send(type="trace", id=request["id"], status=status, evidence=evidence, events=recorder.events)
        elif kind == "drill":
            drill(request["drill"], outbox, request["id"])
        elif kind == "bye":
            outbox.send(type="bye")
            return
        else:
            outbox.send(type="error", cause="agent", message=f"an agent does not answer {kind}")


def read(requests, outbox):
    """Reads the input; when it ends so does the process, whatever the implementation is doing."""
    for line in sys.stdin.buffer:
        try:
            requests.put(json.loads(line))
        except ValueError as problem:
            outbox.send(type="error", cause="agent", message=f"the request is not JSON: {problem}")
    requests.put({"type": "bye"})
    time.sleep(GRACE_SECONDS)
    os._exit(0)


def main():
    protocol = os.dup(1)  # standard output is for the protocol: what the implementation prints goes to standard error
    os.dup2(2, 1)
    outbox = Outbox(protocol)
    requests = queue.Queue()
    threading.Thread(target=read, args=(requests, outbox), daemon=True).start()
    serve(requests, outbox)
    outbox.wait_until_written()


if __name__ == "__main__":
    main()
