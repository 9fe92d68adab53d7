"""Lets the disk fail under everything that writes: full, broken, read-only; a clear error, exit code 1, nothing half written."""
import os
import resource
import shutil
import stat
import subprocess
import tempfile
import time

from office import Broken, Office

HERE = os.path.dirname(os.path.abspath(__file__))
ENOSPC, EIO = 28, 5


def shim():
    """Compiles the library that makes calls fail."""
    path = tempfile.mkdtemp(prefix="dealtrail-torture-shim-") + "/failing_disk.so"
    compiler = next(c for c in ("cc", "clang", "gcc") if shutil.which(c))
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", path, HERE + "/failing_disk.c", "-ldl"], check=True)
    return path


class Faults:
    def __init__(self, program, folder, seed, rounds, say):
        self.office = Office(program, folder, seed)
        self.rounds, self.say = rounds, say
        self.injected, self.failed, self.survived = {}, 0, 0
        self.slowest = (0, "")

    def operations(self):
        office = self.office

        def append():
            path, tag = office.batch(office.random.choice((1, 40, 2000)))
            return tag, ("append", path, "--quiet")

        return [
            append,
            lambda: (None, ("projections", "rebuild", "--quiet")),
            lambda: (None, ("projections", "update", "--quiet")),
            lambda: (None, ("checkpoint", "--quiet")),
            lambda: (None, ("audit", "--quiet")),
            lambda: (None, ("backup", office.root + "/backups", "--quiet")),
            lambda: (None, ("publish", office.root + "/published", "--quiet")),
        ]

    def attempt(self, fault, operation, **options):
        """Runs an operation on a disk that fails. It may succeed, where it does not meet the fault; else it says so and why."""
        office = self.office
        tag, arguments = operation()
        size = sum(1 for _ in open(arguments[1], encoding="utf-8")) if tag else 0
        started = time.monotonic()
        code, output, errors = office.run(*arguments, **options)
        self.slowest = max(self.slowest, (time.monotonic() - started, f"{fault}: {' '.join(arguments)}"))
        self.injected[fault] = self.injected.get(fault, 0) + 1
        if code in (0, 3):
            self.survived += 1
            if tag:
                office.acknowledged[tag] = size
        else:
            self.failed += 1
            if code not in (1, 5) or not (errors + output).strip():
                raise Broken(f"{fault}: {' '.join(arguments)} ended with {code}: {errors.strip()[-400:] or 'without a word'}")
            if code == 5 and arguments[0] != "audit":
                raise Broken(f"{fault}: {' '.join(arguments)} calls a full or broken disk a fork: {errors[-400:]}")
            if tag:
                office.unknown[tag] = size
        return code

    def run(self):
        office, library = self.office, shim()
        for _ in range(3):
            path, tag = office.batch(500)
            office.must("append", path, "--quiet")
            office.acknowledged[tag] = 500
        office.must("projections", "update", "--quiet")
        for _ in range(self.rounds):
            for operation in self.operations():
                for call, number in (("write", ENOSPC), ("write", EIO), ("sync", EIO), ("truncate", EIO), ("read", EIO)):
                    for name in ("log.sqlite", "views.sqlite", "checkpoint", "backup"):
                        once = office.random.random() < 0.5
                        environment = {
                            **os.environ, "LD_PRELOAD": library, "FAIL_CALL": call, "FAIL_ERRNO": str(number), "FAIL_NAME": name,
                            "FAIL_AT": str(int(office.random.random() ** 3 * 60) + 1), **({"FAIL_ONCE": "1"} if once else {}),
                        }
                        self.attempt(f"{call} {os.strerror(number)}", operation, env=environment)
                self.attempt("file size limit", operation, preexec_fn=limit(office.random.randrange(1, 3_000_000)))
                self.read_only(operation)
                self.say(f"faults injected: {sum(self.injected.values())}")
                office.check()
        office.must("backup", office.root + "/backups", "--quiet")
        office.must("restore", office.root + "/backups", office.root + "/restored", "--quiet")
        office.must("verify", office.root + "/restored", "--quiet")
        size = office.check()
        office.remove()
        return {
            "injected": self.injected, "refused": self.failed, "not_met": self.survived, "events": size,
            "slowest_seconds": round(self.slowest[0]), "slowest": self.slowest[1],
        }

    def read_only(self, operation):
        """As somebody who may not write there; root may write everywhere, and tries nothing."""
        if os.geteuid() == 0:
            return
        workspace = self.office.workspace
        os.chmod(workspace, stat.S_IRUSR | stat.S_IXUSR)
        try:
            self.attempt("read-only folder", operation)
        finally:
            os.chmod(workspace, stat.S_IRWXU)


def limit(size):
    """Makes every write beyond `size` bytes of a file fail, as on a disk that fills up."""

    def apply():
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return apply
