"""Each hostile file is refused in its own words, soon, and in little memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hostile import EXPECTED, HOSTILE
from selaras.intake import read_book
from selaras.intake.refusal import Refusal, RefusalKind

_BOMBS = sorted(name for name, kind in EXPECTED.items() if kind is RefusalKind.BOMB)
#: Run in a process of its own: what the read may add to the memory is set before it starts.
_BOUNDED = """
import resource, sys
from selaras.intake import read_book
from selaras.intake.refusal import Refusal
import selaras.intake.reader, selaras.intake.xlsx
pages = int(open("/proc/self/statm").read().split()[0])
limit = pages * resource.getpagesize() + 60_000_000
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
try:
    read_book(sys.argv[1])
except Refusal as refusal:
    print(refusal.kind)
"""


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_file_gets_its_refusal(name: str, tmp_path: Path) -> None:
    path = HOSTILE[name](tmp_path)
    before = path.stat().st_mtime_ns if path.is_file() else None
    with pytest.raises(Refusal) as caught:
        read_book(path)
    assert caught.value.kind is EXPECTED[name]
    assert path.stat().st_mtime_ns == before if before else True
    assert (caught.value.sha256 is None) == (caught.value.kind is RefusalKind.UNREADABLE)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits are set by Linux means")
@pytest.mark.parametrize("name", _BOMBS)
def test_bomb_is_refused_within_limits(name: str, tmp_path: Path) -> None:
    path = HOSTILE[name](tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", _BOUNDED, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.stdout.strip() == RefusalKind.BOMB, done.stderr


@pytest.mark.parametrize("kind", list(RefusalKind))
def test_every_kind_has_words_in_both_languages(kind: RefusalKind) -> None:
    refusal = Refusal(kind)
    for words in (refusal.message, refusal.advice):
        assert len(words.id) > 20
        assert len(words.en) > 20
        assert words.id != words.en


def test_every_kind_is_met() -> None:
    assert {*EXPECTED.values(), RefusalKind.CRASHED} == set(RefusalKind)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read anything")
def test_forbidden_file(tmp_path: Path) -> None:
    path = tmp_path / "terkunci.xlsx"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(Refusal) as caught:
        read_book(path)
    assert caught.value.kind is RefusalKind.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipa.xlsx"
    os.mkfifo(path)
    with pytest.raises(Refusal) as caught:
        read_book(path)
    assert caught.value.kind is RefusalKind.UNREADABLE


def test_name_with_a_null() -> None:
    with pytest.raises(Refusal) as caught:
        read_book("a\0b.xlsx")
    assert caught.value.kind is RefusalKind.UNREADABLE
