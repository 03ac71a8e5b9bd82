"""Several children at once, their outcomes in the order in which the work was given."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from selaras.batch.outcome import Outcome
from selaras.batch.worker import Worker, start
from selaras.model.setting import Limits

#: A function, its arguments and its limits.
Assignment = tuple[Callable[..., Any], tuple[Any, ...], Limits]

#: Pieces of work that may be ahead of a slow one, per child: keeps the parent's memory flat.
_AHEAD = 8
#: How often to look at children that cannot be waited on, in seconds.
_GLANCE = 0.01


def ordered(
    work: Iterable[Assignment],
    *,
    jobs: int,
    how: Literal["auto", "fork", "spawn"] = "auto",
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[Outcome]:
    """Yield the outcome of each piece of work, in order, with at most `jobs` children at a time.

    `meanwhile` is called once, when the first children are at work and nothing is left but to wait.
    When the caller stops early (or is interrupted), all children are killed.
    """
    waiting = iter(work)
    running: dict[int, Worker] = {}
    done: dict[int, Outcome] = {}
    given = told = 0
    exhausted = False
    try:
        while True:
            while not exhausted and len(running) < jobs and given - told < jobs * _AHEAD:
                item = next(waiting, None)
                if item is None:
                    exhausted = True
                    break
                running[given] = start(*item, how=how)
                given += 1
            if told in done:
                left = time.monotonic()
                yield done.pop(told)
                told += 1
                # What the caller did in the meantime is not held against the children: one with a
                # long answer could not send it while nobody read.
                away = time.monotonic() - left
                for worker in running.values():
                    worker.deadline += away
            elif running:
                if meanwhile is not None:
                    meanwhile()
                    meanwhile = None
                _gather(running, done)
            else:
                return
    finally:
        for worker in running.values():
            worker.kill()


def _gather(running: dict[int, Worker], done: dict[int, Outcome]) -> None:
    """Wait until a child has something to say or has run out of time; collect those that ended."""
    patience = max(0.0, min(worker.deadline for worker in running.values()) - time.monotonic())
    handles = [worker.fileno() for worker in running.values()]
    if None in handles:
        time.sleep(min(patience, _GLANCE))
    else:
        # Not epoll: it would go on reporting descriptors whose twins live in forked siblings.
        poller = select.poll()
        for handle in handles:
            poller.register(handle or 0, select.POLLIN)
        poller.poll(patience * 1000 + 1)
    for index, worker in list(running.items()):
        outcome = worker.poll()
        if outcome is None and time.monotonic() >= worker.deadline:
            outcome = worker.expire()
        if outcome is not None:
            done[index] = outcome
            del running[index]
