#!/usr/bin/env python3
"""A plug-in of Dealtrail: the days between a company's funding rounds.

Reads a handshake and then histories, one JSON object a line, and answers each. See docs/plugins.md.
"""
import datetime
import json
import sys


def say(message):
    print(json.dumps(message, ensure_ascii=False), flush=True)


def rows(history):
    rounds = [c for c in history["claims"] if c["role"] is None and c["kind"] == "funding_round"]
    for before, after in zip(rounds, rounds[1:]):
        first, second = (datetime.date.fromisoformat(c["counts_from"]) for c in (before, after))
        yield {
            "since": before["occurred"], "until": after["occurred"], "days": (second - first).days,
            "stage": after["data"]["stage"], "evidence": [before["id"], after["id"]],
        }


for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "handshake":
        say({"type": "ready", "protocol": message["protocol"]})
    elif message["type"] == "history":
        for row in rows(message):
            say({"type": "row", "subject": message["subject"], "table": "funding_gap", "values": row})
        say({"type": "done", "subject": message["subject"]})
