"""A child by a fresh interpreter, for systems without fork and for parents with threads.

Its answer goes to a temporary file, since not every system can wait on a pipe: the parent looks
now and then whether the child has ended.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selaras.batch.forked import death, outcome_of
from selaras.batch.outcome import Outcome, deadline
from selaras.model.setting import Limits

_LAST_WORDS = 1 << 16


class SpawnedWorker:
    """One child process that was started afresh."""

    def __init__(
        self, function: Callable[..., Any], arguments: tuple[Any, ...], limits: Limits
    ) -> None:
        self.deadline = deadline(limits)
        self._answer = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        self._words = tempfile.TemporaryFile()  # noqa: SIM115
        work = pickle.dumps((function, arguments, limits.seconds, limits.megabytes))
        self._process = subprocess.Popen(
            # -P: a module that lies in the folder of the submissions must never be imported.
            [sys.executable, "-P", "-m", "selaras.batch.child"],
            stdin=subprocess.PIPE,
            stdout=self._answer,
            stderr=self._words,
            env=_environment(),
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin is not None
        with contextlib.suppress(OSError), self._process.stdin as stream:
            stream.write(work)

    def fileno(self) -> None:
        """Return None: its end can only be polled."""

    def poll(self) -> Outcome | None:
        """Return how the work ended, or None while it goes on."""
        code = self._process.poll()
        if code is None:
            return None
        self._answer.seek(0)
        self._words.seek(0)
        data, words = self._answer.read(), self._words.read(_LAST_WORDS)
        self.kill()
        if data:
            return outcome_of(data)
        # Windows ends an aborted process with a status such as 0xC0000409.
        return death(-code, words) if code < 256 else Outcome("crash", detail=hex(code))

    def expire(self) -> Outcome:
        """End work that has taken too long."""
        self.kill()
        return Outcome("timeout")

    def kill(self) -> None:
        """End the child and its session; close what belongs to it."""
        if self._process.poll() is None:
            if os.name == "posix":
                with contextlib.suppress(OSError):
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.wait()
        self._answer.close()
        self._words.close()


def _environment() -> dict[str, str]:
    """Return this process's environment, with the package's own folder first on the path."""
    home = str(Path(__file__).resolve().parents[2])
    paths = [home, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
