"""A writer of compound files, [MS-CFB] version 3: storages and streams in sectors of 512 bytes."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

#: A storage's members by name: streams are bytes, storages are trees again.
Tree: TypeAlias = "Mapping[str, bytes | Tree]"

_SECTOR = 512
_MINI_SECTOR = 64
#: A stream shorter than this lies in the mini stream.
_CUTOFF = 4096
_FREE, _END, _FAT, _DIFAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
_NONE = 0xFFFFFFFF
_PER_SECTOR = _SECTOR // 4
#: FAT sectors that the header itself has room for; more need a DIFAT.
_IN_HEADER = 109
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_RED, _BLACK = 0, 1


@dataclass
class _Entry:
    """One entry of the directory."""

    name: str
    kind: int
    data: bytes = b""
    children: list[int] = field(default_factory=list)
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    colour: int = _BLACK
    start: int = _END
    size: int = 0


def build_compound_file(tree: Tree) -> bytes:
    """Return the bytes of a compound file with these storages and streams. No times are in it.

    Raises ValueError for a name that is too long or a file that would need a DIFAT (over 6.8 MB).
    """
    entries = [_Entry("Root Entry", _ROOT)]
    _collect(tree, entries, 0)
    for entry in entries:
        entry.child = _balance(entries, sorted(entry.children, key=lambda i: _rank(entries[i])))

    mini, mini_fat = _place_mini_stream(entries)
    sectors: list[bytes] = []
    fat: list[int] = []
    entries[0].start, entries[0].size = _append(mini, sectors, fat), len(mini)
    for entry in entries:
        if entry.kind == _STREAM and len(entry.data) >= _CUTOFF:
            entry.start, entry.size = _append(entry.data, sectors, fat), len(entry.data)
    mini_fat_start = _append(_pack_numbers(mini_fat), sectors, fat)
    directory_start = _append(_pack_directory(entries), sectors, fat)
    fat_start = len(sectors)
    _append_fat(sectors, fat)

    header = _pack_header(
        fat_sectors=range(fat_start, len(sectors)),
        directory=directory_start,
        mini_fat=mini_fat_start,
        mini_fat_sectors=-(-len(mini_fat) // _PER_SECTOR),
    )
    return header + b"".join(sectors)


def _collect(tree: Tree, entries: list[_Entry], parent: int) -> None:
    for name, content in tree.items():
        if len(name) > 31:
            raise ValueError(f"name too long for a compound file: {name}")
        index = len(entries)
        entries[parent].children.append(index)
        if isinstance(content, bytes):
            entries.append(_Entry(name, _STREAM, content))
        else:
            entries.append(_Entry(name, _STORAGE))
            _collect(content, entries, index)


def _rank(entry: _Entry) -> tuple[int, str]:
    """Return what siblings are ordered by: the name's length first, then its capitals."""
    return len(entry.name), entry.name.upper()


def _balance(entries: list[_Entry], ordered: list[int]) -> int:
    """Link siblings into a red-black tree and return its root.

    Halving fills all levels but the last: with that one red and the others black, every path
    passes as many black nodes, and no red node has a red child.
    """
    deepest = len(ordered).bit_length() - 1

    def link(low: int, high: int, depth: int) -> int:
        if low >= high:
            return _NONE
        middle = (low + high) // 2
        entry = entries[ordered[middle]]
        entry.colour = _RED if depth == deepest and depth else _BLACK
        entry.left = link(low, middle, depth + 1)
        entry.right = link(middle + 1, high, depth + 1)
        return ordered[middle]

    return link(0, len(ordered), 0)


def _place_mini_stream(entries: list[_Entry]) -> tuple[bytes, list[int]]:
    """Place the short streams; return the mini stream and its FAT."""
    stream = bytearray()
    fat: list[int] = []
    for entry in entries:
        if entry.kind == _STREAM and 0 < len(entry.data) < _CUTOFF:
            entry.start, entry.size = len(fat), len(entry.data)
            _chain(fat, -(-len(entry.data) // _MINI_SECTOR))
            stream += _pad(entry.data, _MINI_SECTOR)
    return bytes(stream), fat


def _append(data: bytes, sectors: list[bytes], fat: list[int]) -> int:
    """Add the sectors of the data, chained; return the first one's number."""
    if not data:
        return _END
    start = len(sectors)
    filled = _pad(data, _SECTOR)
    sectors += [filled[at : at + _SECTOR] for at in range(0, len(filled), _SECTOR)]
    _chain(fat, len(filled) // _SECTOR)
    return start


def _chain(fat: list[int], count: int) -> None:
    fat += [*range(len(fat) + 1, len(fat) + count), _END]


def _append_fat(sectors: list[bytes], fat: list[int]) -> None:
    """Add the FAT itself, whose own sectors it accounts for too."""
    count = 1
    while count * _PER_SECTOR < len(fat) + count:
        count += 1
    if count > _IN_HEADER:
        raise ValueError("too large for a compound file without a DIFAT")
    fat += [_FAT] * count
    data = _pack_numbers(fat)
    sectors += [data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR)]


def _pack_numbers(numbers: list[int]) -> bytes:
    filled = numbers + [_FREE] * (-len(numbers) % _PER_SECTOR)
    return struct.pack(f"<{len(filled)}I", *filled)


def _pack_directory(entries: list[_Entry]) -> bytes:
    packed = b"".join(map(_pack_entry, entries))
    empty = struct.pack("<64xHBB3I16xI8x8xIQ", 0, 0, _RED, _NONE, _NONE, _NONE, 0, 0, 0)
    return packed + empty * (-len(entries) % (_SECTOR // len(empty)))


def _pack_entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    # An empty stream starts nowhere; a storage has no start at all.
    start = 0 if entry.kind == _STORAGE else entry.start
    return struct.pack(
        "<64sHBB3I16xI8x8xIQ",
        name, len(name), entry.kind, entry.colour,
        entry.left, entry.right, entry.child,
        0, start, entry.size,
    )  # fmt: skip


def _pack_header(fat_sectors: range, directory: int, mini_fat: int, mini_fat_sectors: int) -> bytes:
    in_header = [*fat_sectors, *[_FREE] * (_IN_HEADER - len(fat_sectors))]
    return struct.pack(
        "<8s16xHHHHH6xIIIIIIIII109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x003E, 0x0003, 0xFFFE, 9, 6,
        0, len(fat_sectors), directory, 0, _CUTOFF,
        mini_fat, mini_fat_sectors, _END, 0,
        *in_header,
    )  # fmt: skip


def _pad(data: bytes, size: int) -> bytes:
    return data + b"\0" * (-len(data) % size)
