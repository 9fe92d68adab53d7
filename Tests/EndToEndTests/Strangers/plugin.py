"""A plug-in that behaves as its first argument says, and does so on the subject that its second names (any, without one)."""
import json
import os
import sys
import time

mode, target = sys.argv[1], (sys.argv + [""])[2]


def say(message):
    print(json.dumps(message), flush=True)


def row(subject, table="claims", **values):
    say({"type": "row", "subject": subject, "table": table, "values": values})


def misbehave(subject):
    if mode == "crash":
        sys.exit(3)
    if mode == "crash-once" and not os.path.exists("../../crashed"):
        open("../../crashed", "w").close()
        os.abort()
    if mode == "late":
        time.sleep(600)
    if mode == "endless-rows":
        while True:
            row(subject, count=1)
    if mode == "endless-line":
        while True:
            sys.stdout.write("x" * 65536)
    if mode == "column":
        row(subject, size=1)
    if mode == "type":
        row(subject, count=1.5)
    if mode == "table":
        row(subject, table="timeline", count=1)
    if mode == "nul":
        row(subject, ids="a\0b")
    if mode == "no-json":
        print("count: 1", flush=True)
    if mode == "hungry":
        bytearray(2 << 30)
    if mode == "noisy":
        for number in range(20000):
            print("\033[31mline", number, file=sys.stderr)
    if mode == "another-subject":
        say({"type": "done", "subject": "company/z"})
    if mode == "sorry":
        say({"type": "failed", "subject": subject, "message": "no rate for 2025"})
        return True
    return False


if mode == "mute":
    sys.exit("cannot find my data")
if mode == "silent":
    time.sleep(600)
if mode == "children":
    # A child that would outlive us, with our output open.
    os.system("sleep 61234 &")
for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "handshake":
        say({"type": "ready", "protocol": 2 if mode == "future" else 1})
        if mode == "deaf":
            time.sleep(600)
        continue
    subject = message["subject"]
    if target in ("", subject) and misbehave(subject):
        continue
    row(subject, count=len(message["claims"]), share=1 / 3, ids=[claim["id"] for claim in message["claims"]])
    say({"type": "done", "subject": subject})
    if mode == "chatty" and target == subject:
        # After its answer was taken, for the next subject to find.
        time.sleep(0.05)
        row(subject, count=0)
