"""Agents that misbehave: hostile-agent.py MODE MARK. Whatever they do, the mark is in the command line of each process they leave."""
import json
import os
import signal
import subprocess
import sys
import threading
import time

MODE = sys.argv[1]
MARK = sys.argv[2]
APIS = [
    "CreateThread", "ResumeThread", "SuspendThread", "TerminateThread", "ExitThread", "QueueUserAPC", "SleepEx", "Sleep",
    "CreateEventW", "SetEvent", "ResetEvent", "PulseEvent", "WaitForSingleObject", "WaitForSingleObjectEx",
    "WaitForMultipleObjects", "WaitForMultipleObjectsEx", "SignalObjectAndWait", "CloseHandle", "GetCurrentThread",
]
ESCAPES = "\x1b[2J\x1b[H\r591 scenarios: 591 PASS\r\nresults in out; exit 0: everything is as expected\x9b1A\u202e"
MARKUP = "</pre><script>alert(1)</script><img src=x onerror=alert(1)>&amp;]]>|`*_[x](javascript:1)"
OUT = os.fdopen(os.dup(1), "wb", buffering=0)
os.dup2(2, 1)


def raw(data):
    while data:
        data = data[OUT.write(data):]


def say(**message):
    raw(json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")


def welcome(**more):
    fields = dict(type="welcome", protocol=2, implementation="Hostile", version="1", digest="", platform="here",
                  apis=APIS, clock="monotonic")
    fields.update(more)
    say(**fields)


def event(run, seq, what="R(0)", micros=1, thread="worker", kind="starts", **more):
    say(type="event", id=run, seq=seq, micros=micros, thread=thread, event=kind, what=what, **more)


def trace(run, status="COMPLETED", events=0, **more):
    say(type="trace", id=run, status=status, events=events, **more)


def silence():
    while True:
        time.sleep(3600)


def sleepers(count, leave):
    """Processes that outlive their parent; those that leave are in a session of their own."""
    sleep = [sys.executable, "-c", "import time; time.sleep(600)", MARK]
    for _ in range(count):
        if os.fork() == 0:
            if leave:
                os.setsid()
            if os.fork() == 0:
                os.close(OUT.fileno())
                os.execv(sleep[0], sleep)
            os._exit(0)
    time.sleep(0.3)


def at_start():
    if MODE == "dies at once":
        sys.exit(3)
    if MODE == "closes its output at once":
        OUT.close()
        silence()
    if MODE == "greets unasked and never reads":
        welcome()
        silence()
    if MODE == "becomes a daemon":
        sleepers(1, True)
        sys.exit(0)
    if MODE == "ignores signals":
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
    if MODE == "floods its standard error":
        def flood():
            block = b"\x1b[31mx" * 20_000
            for _ in range(8_000):
                os.write(2, block)
        threading.Thread(target=flood, daemon=True).start()


def hello():
    if MODE == "says nothing":
        silence()
    elif MODE == "says a byte in 100 ms":
        for byte in json.dumps(dict(type="welcome", protocol=2, implementation="x" * 4000)).encode():
            raw(bytes([byte]))
            time.sleep(0.1)
    elif MODE == "says a line of 100 MB":
        for _ in range(100):
            raw(b"x" * (1 << 20))
    elif MODE == "greets with zero bytes":
        raw(b'{"type":"welcome"\0\0\0}\n')
    elif MODE == "greets in no UTF-8":
        raw(b'{"type":"welcome","implementation":"\xff\xfe"}\n')
    elif MODE == "greets in UTF-16":
        raw('{"type":"welcome"}\n'.encode("utf-16"))
    elif MODE == "greets with a byte order mark":
        raw(b'\xef\xbb\xbf{"type":"welcome"}\n')
    elif MODE == "nests 100000 levels":
        raw(b"[" * 30_000 + b"]" * 30_000 + b"\n")
        raw(b'{"type":' + b'{"a":' * 100_000 + b"\n")
    elif MODE == "repeats a field":
        raw(b'{"type":"welcome","type":"bye","protocol":2,"protocol":2}\n')
    elif MODE == "greets with a list":
        raw(b"[1,2,3]\n")
    elif MODE == "greets with numbers for texts":
        say(type="welcome", protocol="1", implementation=7, version=[], platform={}, apis="all")
    elif MODE == "speaks protocol 1":
        welcome(protocol=1)
    elif MODE == "greets twice":
        welcome()
        welcome()
    elif MODE == "has no functions":
        welcome(apis=[])
    elif MODE == "misspells its functions":
        welcome(apis=["QueueUserApc", "SleepX"])
    elif MODE == "has a virtual clock":
        welcome(clock="virtual")
    elif MODE == "calls itself the live driver":
        welcome(implementation="the live driver", version="0.1.0")
    elif MODE == "has escapes in its name":
        welcome(implementation=ESCAPES, version=ESCAPES, platform=ESCAPES)
    elif MODE == "has markup in its name":
        welcome(implementation=MARKUP, version=MARKUP, platform=MARKUP)
    else:
        welcome()


def run(request):
    number = request["id"]
    if MODE == "never answers" or MODE == "ignores signals":
        silence()
    elif MODE == "answers late":
        time.sleep((2 * request["limitMillis"] + 500) / 1000)
        trace(number, "TIMEOUT")
    elif MODE == "says a byte of its answer in 100 ms":
        for byte in json.dumps(dict(type="trace", id=number, status="COMPLETED", events=0)).encode():
            raw(bytes([byte]))
            time.sleep(0.1)
    elif MODE == "answers with another number":
        trace(number + 7)
    elif MODE == "answers twice":
        trace(number)
        trace(number)
    elif MODE == "tells more behind its answer":
        trace(number)
        event(number, 0)
    elif MODE == "says bye instead":
        say(type="bye")
    elif MODE == "sends a request instead":
        say(**request)
    elif MODE == "closes its output":
        OUT.close()
        silence()
    elif MODE == "stops in the middle of a line":
        raw(b'{"type":"event","id":1,"se')
        os._exit(0)
    elif MODE == "has a line with two messages":
        raw(b'{"type":"bye"}{"type":"bye"}\n')
    elif MODE == "dies of a signal":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif MODE == "leaves processes in its session":
        sleepers(5, False)
        os._exit(1)
    elif MODE == "leaves processes that have left its session":
        sleepers(40, True)
        os._exit(1)
    elif MODE == "leaves processes and answers":
        sleepers(2, True)
        trace(number)
    elif MODE == "floods events":
        seq = 0
        while True:
            event(number, seq)
            seq += 1
    elif MODE == "floods long events":
        for seq in range(60):
            event(number, seq, "x" * (1 << 20))
        trace(number, events=60)
    elif MODE == "floods events of 60 KB":
        for seq in range(240):
            event(number, seq, "x" * 60_000)
        trace(number, events=240)
    elif MODE == "floods threads":
        for seq in range(20_000):
            event(number, seq, thread="t%d" % seq)
        trace(number, events=20_000)
    elif MODE == "floods its evidence":
        trace(number, "UNSETTLED", evidence="x" * 60_000)
    elif MODE == "takes memory":
        hog = bytearray(1 << 29)
        hog[:: 4096] = b"x" * len(hog[:: 4096])
        trace(number)
    elif MODE == "counts wrong":
        trace(number, events=3)
    elif MODE == "numbers events from a million":
        event(number, 1_000_000)
        trace(number, events=1)
    elif MODE == "has negative numbers":
        event(number, -1, micros=-5)
        trace(number, events=-1)
    elif MODE == "has numbers that are too large":
        raw(b'{"type":"event","id":1,"seq":1e400,"micros":99999999999999999999999,"thread":"w","event":"starts"}\n')
    elif MODE == "has an unknown status":
        trace(number, "FINE")
    elif MODE == "has an unknown event":
        event(number, 0, kind="explodes")
    elif MODE == "tells of a thread without a name":
        event(number, 0, thread="")
    elif MODE == "says that it crashed":
        trace(number, "CRASHED")
    elif MODE == "says that it is at fault":
        trace(number, "FAULT")
    elif MODE == "blames the program":
        say(type="error", id=number, cause="program", message=ESCAPES)
    elif MODE == "blames itself":
        say(type="error", id=number, cause="agent", message=MARKUP)
    elif MODE == "has implemented nothing":
        trace(number, "NOT_IMPLEMENTED", evidence="for lack of time")
    elif MODE == "is exhausted each time":
        trace(number, "UNSETTLED", exhausted=True)
    elif MODE == "says that all is unsettled":
        trace(number, "UNSETTLED")
    elif MODE == "says that all is stuck":
        trace(number, "STUCK", evidence=ESCAPES)
    elif MODE == "has escapes in its events":
        event(number, 0, ESCAPES, thread=ESCAPES)
        trace(number, events=1, evidence=ESCAPES)
    elif MODE == "says that much time went by":
        perform(request, stretch=1000)
    elif MODE == "runs no APC":
        perform(request)
    else:
        trace(number)


def perform(request, stretch=1):
    """Tells of calls that all return at once, as a target would that runs no APC."""
    number, seq = request["id"], 0
    for entry in request["program"]["script"]:
        if "call" in entry:
            event(number, seq, entry["call"], micros=(seq + 1) * stretch * 1000, thread=entry["thread"], kind="calls")
            value = "nonzero" if "QueueUserAPC" in entry["call"] else "0"
            event(number, seq + 1, value, micros=(seq + 2) * stretch * 1000, thread=entry["thread"], kind="returns")
            seq += 2
        say(type="event", id=number, seq=seq, micros=seq * stretch * 1000, event="quiescent")
        seq += 1
    trace(number, events=seq)


at_start()
for line in sys.stdin.buffer:
    request = json.loads(line)
    if request["type"] == "hello":
        hello()
    elif request["type"] == "run":
        run(request)
    elif request["type"] == "bye":
        if MODE == "does not end":
            silence()
        break
