"""Kills the program at random moments of everything that writes, and checks after each kill that all is as promised."""
import shutil
import signal
import time

from office import Broken, Office


class Crash:
    # A workspace goes through so many kills; a log that grows makes the checks long and finds nothing more.
    KILLS_OF_AN_OFFICE = 60

    def __init__(self, program, folder, seed, kills, say):
        self.place = program, folder, seed
        self.office = None
        self.events, self.erased = 0, 0
        self.kills, self.say = kills, say
        self.killed, self.finished = {}, {}
        # How long each operation took when it was left alone; kills fall within it.
        self.seconds = {}

    def operations(self):
        office = self.office
        return {
            "append": lambda: self.append(office.random.choice((1, 7, 300, 4000))),
            "rebuild": lambda: self.call("rebuild", "projections", "rebuild", "--quiet"),
            "catch-up": lambda: self.call("catch-up", "projections", "update", "--quiet"),
            "audit": lambda: self.call("audit", "audit", "--quiet", codes=(0, 3)),
            "redact": self.redact,
            "checkpoint": lambda: self.call("checkpoint", "checkpoint", "--quiet"),
            "rotate": lambda: self.call("rotate", "key", "rotate"),
            "publish": lambda: self.call("publish", "publish", office.root + "/published", "--quiet"),
            "backup": lambda: self.call("backup", "backup", office.root + "/backups", "--quiet", "--with-keys"),
        }

    def killing(self, name, *arguments):
        """Runs an operation, and kills it at a random moment; its exit code, `None` where it was killed."""
        process = self.office.start(*arguments)
        started = time.monotonic()
        delay = self.office.random.random() ** 2 * 1.2 * self.seconds.get(name, 0.2)
        while process.poll() is None and time.monotonic() - started < delay:
            time.sleep(0.0005)
        isKilled = process.poll() is None
        if isKilled:
            process.send_signal(signal.SIGKILL)
        _, errors = process.communicate()
        if isKilled and process.returncode == -signal.SIGKILL:
            self.killed[name] = self.killed.get(name, 0) + 1
            # Whoever is killed too early every time learns nothing.
            self.seconds[name] = min(20, self.seconds.get(name, 0.2) * 1.1)
            return None, errors
        self.finished[name] = self.finished.get(name, 0) + 1
        self.seconds[name] = time.monotonic() - started
        return process.returncode, errors

    def call(self, name, *arguments, codes=(0,)):
        code, errors = self.killing(name, *arguments)
        if code is not None and code not in codes:
            raise Broken(f"{name} ended with {code}: {errors[-600:]}")

    def append(self, size):
        path, tag = self.office.batch(size)
        code, errors = self.killing(f"append of {size}", "append", path, "--quiet")
        if code is None:
            self.office.unknown[tag] = size
        elif code == 0:
            self.office.acknowledged[tag] = size
        else:
            raise Broken(f"append ended with {code}: {errors[-600:]}")

    def redact(self):
        events = [event for event in self.office.events() if event["data"] and event["kind"] == "layoff"]
        if not events:
            return
        event = self.office.random.choice(events)
        code, errors = self.killing("redact", "redact", event["id"], "--reason", "torture")
        if code not in (None, 0):
            raise Broken(f"redact ended with {code}: {errors[-600:]}")
        self.office.finish_erasure()
        gone = not next(again for again in self.office.events() if again["id"] == event["id"])["data"]
        if code == 0 and not gone:
            raise Broken(f"{event['id']} was redacted and is still there")
        if gone:
            self.office.erased.append(event["data"]["reason"].split()[0].encode())

    def restore(self):
        """The newest backup is whole, whatever was killed."""
        office = self.office
        office.must("backup", office.root + "/backups", "--quiet", "--with-keys")
        office.must("publish", office.root + "/published", "--quiet")
        office.check_erased()
        target = office.root + "/restored"
        office.must("restore", office.root + "/backups", target, "--quiet")
        for folder in (target, office.root + "/published"):
            office.must("verify", folder, "--quiet")
        shutil.rmtree(target)

    def run(self):
        program, folder, seed = self.place
        while (done := sum(self.killed.values())) < self.kills:
            self.office = Office(program, folder, seed + done)
            self.torture(min(self.kills, done + self.KILLS_OF_AN_OFFICE))
            self.restore()
            self.events += self.office.count
            self.erased += len(self.office.erased)
            self.office.remove()
        return {
            "kills": sum(self.killed.values()),
            "kills_by_operation": self.killed,
            "left_alone": sum(self.finished.values()),
            "events": self.events,
            "erased": self.erased,
        }

    def torture(self, kills):
        """Each operation in turn, appends in between, so that there is always something new."""
        operations = self.operations()
        while True:
            for name in sorted(operations):
                operations["append"]()
                operations[name]()
                size = self.office.check()
                self.say(f"kills {sum(self.killed.values())} of {self.kills}, events {size}")
                if sum(self.killed.values()) >= kills:
                    return
