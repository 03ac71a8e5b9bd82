"""A child may hang, eat memory, abort or lie; the parent always comes back, and in time."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest

from selaras.batch import isolate, wire
from selaras.batch.outcome import Outcome
from selaras.batch.pool import ordered
from selaras.model.setting import Limits

How = Literal["fork", "spawn"]
QUICK = Limits(seconds=20, megabytes=256)


@pytest.fixture(params=["fork", "spawn"])
def how(request: pytest.FixtureRequest) -> How:
    if request.param == "fork" and not hasattr(os, "fork"):
        pytest.skip("no fork here")
    return request.param


def run(how: How, function: Any, *arguments: Any, limits: Limits = QUICK) -> Outcome:
    return isolate.run_isolated(function, *arguments, limits=limits, how=how)


def no_children() -> bool:
    try:
        return os.waitpid(-1, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return True


def test_value_comes_back(how: How) -> None:
    assert run(how, divmod, 17, 5) == Outcome("result", (3, 2))


def test_long_value_comes_back(how: How) -> None:
    assert run(how, bytes, 5_000_000).value == bytes(5_000_000)


def test_stuck_child_ends_on_time(how: How) -> None:
    start = time.monotonic()
    outcome = run(how, time.sleep, 600, limits=Limits(seconds=1.5, megabytes=256))
    assert outcome.kind == "timeout"
    assert time.monotonic() - start < 6
    assert no_children()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_AS counts on Linux only")
def test_memory_hog_is_stopped(how: How) -> None:
    outcome = run(how, bytearray, 2_000_000_000)
    assert outcome.kind == "memory"


def test_abort_is_survived(how: How) -> None:
    outcome = run(how, os.abort)
    assert outcome.kind == "crash"
    assert outcome.detail == "SIGABRT"
    assert no_children()


@pytest.mark.parametrize("code", [0, 1, 7])
def test_exit_inside_is_no_answer(how: How, code: int) -> None:
    assert run(how, os._exit, code).kind == "garbage"
    assert run(how, sys.exit, code) == Outcome("error", detail="SystemExit")


def test_exception_is_named(how: How) -> None:
    assert run(how, int, "x") == Outcome("error", detail="ValueError")


def test_answer_that_cannot_be_sent_is_no_result(how: How) -> None:
    assert run(how, memoryview, b"x").kind == "error"
    assert run(how, iter, (1, 2)).kind == "garbage"


def test_signal_is_named(how: How) -> None:
    assert run(how, signal.raise_signal, signal.SIGTERM).kind == "crash"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_kernels_kill_counts_as_memory() -> None:
    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    assert run("fork", die).kind == "memory"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_words_of_a_dying_child_stay_off_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    def shout_and_die() -> None:
        os.write(2, b"memory allocation of 99999999999 bytes failed\n")
        os.write(1, b"noise")
        os.abort()

    assert run("fork", shout_and_die).kind == "memory"
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_endless_words_do_not_block_the_child() -> None:
    def chatter() -> str:
        for _ in range(100):
            with contextlib.suppress(BlockingIOError):
                os.write(2, b"x" * 65536)
        return "done"

    assert run("fork", chatter).value == "done"


def test_outcomes_keep_the_order_of_the_work() -> None:
    naps = [0.3, 0.0, 0.2, 0.0, 0.1, 0.0]
    work = [(_nap, (i, nap), QUICK) for i, nap in enumerate(naps)]
    for jobs in (1, 2, 4):
        assert [o.value for o in ordered(work, jobs=jobs)] == list(range(len(naps)))
    assert no_children()


def test_bad_children_cost_the_others_nothing() -> None:
    limits = Limits(seconds=1, megabytes=256)
    work: list[Any] = [(_nap, (i, 0.0), limits) for i in range(6)]
    work[1:1] = [(os.abort, (), limits), (time.sleep, (60,), limits)]
    kinds = [outcome.kind for outcome in ordered(work, jobs=2)]
    assert kinds == ["result", "crash", "timeout", *["result"] * 5]


def test_stopping_early_kills_all_children() -> None:
    work = [(_nap, (0, 0.0), QUICK), (time.sleep, (600,), QUICK), (time.sleep, (600,), QUICK)]
    outcomes: Iterator[Outcome] = ordered(work, jobs=3)
    assert next(outcomes).value == 0
    outcomes.close()  # type: ignore[attr-defined]
    assert no_children()


def test_slow_caller_is_not_held_against_a_child_with_a_long_answer() -> None:
    limits = Limits(seconds=0.5, megabytes=256)
    work = [(_nap, (0, 0.0), limits), (bytes, (3_000_000,), limits)]
    outcomes = ordered(work, jobs=2)
    assert next(outcomes).kind == "result"
    time.sleep(1.0)
    assert next(outcomes).kind == "result"


def test_descriptors_are_given_back() -> None:
    before = _descriptors()
    for function in (os.getpid, os.abort):
        run("fork", function)
        run("spawn", function)
    run("fork", time.sleep, 9, limits=Limits(seconds=0.1))
    assert _descriptors() == before


class TestWire:
    def test_only_values_are_unpickled(self) -> None:
        import pickle

        for evil in (os.system, wire.pack, pickle.loads, os.getcwd):
            body = pickle.dumps(("result", evil))
            with pytest.raises(wire.GarbageError):
                wire.unpack(len(body).to_bytes(8, "big") + body)

    def test_dotted_names_are_refused(self) -> None:
        body = b"\x80\x04\x8c\x17selaras.batch.isolate\x8c\x09os.getpid\x93."
        body = body.replace(b"\x17", b"\x15", 1)
        with pytest.raises(wire.GarbageError):
            wire.unpack(len(body).to_bytes(8, "big") + body)

    @pytest.mark.parametrize("data", [b"", b"\0" * 7, b"\xff" * 40, b"\0" * 8, b"\0" * 7 + b"\2.."])
    def test_garbage_is_named(self, data: bytes) -> None:
        with pytest.raises(wire.GarbageError):
            wire.unpack(data)

    def test_values_of_the_product_pass(self) -> None:
        from decimal import Decimal

        from selaras.values.finding import Finding, Severity
        from selaras.values.text import Text

        finding = Finding(message=Text("a", "b"), severity=Severity.INFO, expected=Decimal("1.5"))
        assert wire.unpack(wire.pack("result", finding)) == ("result", finding)


def _descriptors() -> int:
    folder = Path("/dev/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def _nap(number: int, seconds: float) -> int:
    time.sleep(seconds)
    return number
