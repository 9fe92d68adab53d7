"""Many processes at once: they append to the same and to other subjects, rebuild and read; all of them see one log."""
import json
import os
import threading
import time

from office import Broken, Office


class Load:
    def __init__(self, program, folder, seed, seconds, say):
        self.office = Office(program, folder, seed)
        self.seconds, self.say = seconds, say
        self.faults = []
        self.appended, self.conflicts, self.reads, self.rebuilds = 0, 0, 0, 0
        self.guard = threading.Lock()

    def guarded(self, work):
        deadline = time.monotonic() + self.seconds
        try:
            while time.monotonic() < deadline and not self.faults:
                work()
        except Exception as error:  # pylint: disable=broad-except
            self.faults.append(f"{type(error).__name__}: {error}")

    def append(self):
        with self.guard:
            size = self.office.random.choice((1, 2, 50))
            path, tag = self.office.batch(size)
            self.office.unknown[tag] = size
        self.office.must("append", path, "--quiet")
        os.remove(path)
        with self.guard:
            del self.office.unknown[tag]
            self.office.acknowledged[tag] = size
            self.appended += size

    def add(self):
        """One of those who expect a revision wins; the others are told that there is a conflict."""
        events = [e for e in self.office.events() if e["subject"] == "company/contested"]
        expected = len(events)
        with self.guard:
            self.office.count += 1
            number = self.office.count
        code, _, errors = self.office.run(
            "add", "layoff", "company/contested", "--date", "2025-05", "--place", "CN", "--count", str(number),
            "--source", "https://example.org/a", "--expect-revision", str(expected), "--new",
        )
        with self.guard:
            if code == 0:
                self.appended += 1
                self.won = getattr(self, "won", []) + [(expected, number)]
            elif code == 4:
                self.conflicts += 1
            else:
                self.faults.append(f"add ended with {code}: {errors[-400:]}")

    def read(self):
        """Whole batches only, and positions without gaps, at every moment."""
        events = self.office.events()
        if [e["position"] for e in events] != list(range(1, len(events) + 1)):
            raise Broken("a reader saw a gap")
        found = {}
        for event in events:
            found[event["correlation"]] = found.get(event["correlation"], 0) + 1
        with self.guard:
            sizes = {**self.office.acknowledged, **self.office.unknown}
        for tag, count in found.items():
            if tag in sizes and count != sizes[tag]:
                raise Broken(f"a reader saw {count} of {sizes[tag]} events of {tag}")
        code, output, errors = self.office.run("timeline", "company/t-1", "--format", "json")
        if code != 0:
            raise Broken(f"timeline ended with {code}: {errors[-400:]}")
        entries = json.loads(output)["entries"]
        if len({e["event"] for e in entries}) != len(entries):
            raise Broken("a timeline has an event twice")
        self.reads += 1

    def rebuild(self):
        self.office.must("projections", "rebuild", "--quiet")
        self.rebuilds += 1

    def run(self):
        # Every subject is there before anybody asks for it.
        path, tag = self.office.batch(400)
        self.office.must("append", path, "--quiet")
        self.office.acknowledged[tag] = self.appended = 400
        works = [self.append] * 6 + [self.add] * 2 + [self.rebuild] * 2 + [self.read] * 2
        threads = [threading.Thread(target=self.guarded, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self.faults:
            raise Broken("; ".join(self.faults[:5]))
        contested = [e for e in self.office.events() if e["subject"] == "company/contested"]
        if [e["revision"] for e in contested] != list(range(1, len(contested) + 1)):
            raise Broken("revisions are not dense")
        won = getattr(self, "won", [])
        if sorted(expected for expected, _ in won) != list(range(len(contested))):
            raise Broken(f"{len(won)} were told that they won {len(contested)} revisions")
        size = self.office.check()
        self.office.remove()
        return {
            "seconds": self.seconds, "events": size, "appended": self.appended, "conflicts": self.conflicts,
            "reads": self.reads, "rebuilds": self.rebuilds,
        }
