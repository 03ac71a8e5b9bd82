"""The members of a zip file, read with bounds.

Not zipfile: importing that costs a fifth of a whole check of a small workbook, and it neither
bounds what it inflates nor refuses overlapping members. And the annotated copy needs the members
as they lie in the file, packed.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from selaras.intake import limits
from selaras.intake.refusal import Refusal, RefusalKind

if TYPE_CHECKING:
    from mmap import mmap

_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"
_LOCATOR64 = b"PK\x06\x07"
_CENTRAL = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8


class Member(NamedTuple):
    """One file in the archive: where its packed bytes lie, and what the directory says of it."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    start: int


class Package:
    """A zip file whose directory has passed the preflight.

    The directory's sizes are checked against the limits here, and against the real bytes when a
    member is read: a member that unpacks to more than it says is refused at the first byte too
    many. Members that nobody reads are never unpacked.
    """

    __slots__ = ("_folded", "data", "members")

    def __init__(self, data: bytes | mmap) -> None:
        """Read the directory. Raises Refusal when it is not one of an honest zip file."""
        self.data = data
        self.members = _directory(data)
        self._folded = {name.replace("\\", "/").lower(): name for name in self.members}
        if len(self._folded) != len(self.members):
            raise Refusal(RefusalKind.PART_NAME, "duplicate member")
        _check_sizes(self.members)
        _check_overlap(self.members)

    def find(self, name: str) -> Member | None:
        """Return the member of that name, in whatever case it is written; None when it lacks."""
        stored = self._folded.get(name.lower())
        return None if stored is None else self.members[stored]

    def packed(self, member: Member) -> memoryview:
        """Return a member's bytes as they lie in the file."""
        return memoryview(self.data)[member.start : member.start + member.packed]

    def read(self, member: Member) -> bytes:
        """Return a member's bytes, unpacked. Raises Refusal when it is damaged or lies."""
        packed = self.packed(member)
        if member.method == _STORED:
            content = bytes(packed)
        elif member.method == _DEFLATED:
            content = _inflate(packed, member)
        else:
            raise Refusal(RefusalKind.BROKEN, f"{member.name}: compression method {member.method}")
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise Refusal(RefusalKind.BROKEN, f"{member.name}: size or checksum")
        return content


def _inflate(packed: memoryview, member: Member) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, member.size + 1)
    except zlib.error as error:
        raise Refusal(RefusalKind.BROKEN, f"{member.name}: {error}") from None
    if len(content) > member.size:
        raise Refusal(RefusalKind.BOMB, f"{member.name}: more than the {member.size} bytes it says")
    return content


def _number(data: bytes | mmap, at: int, width: int) -> int:
    return int.from_bytes(data[at : at + width], "little")


def _directory(data: bytes | mmap) -> dict[str, Member]:
    end = data.rfind(_END, max(0, len(data) - 65_557))
    if end < 0 or end + 22 > len(data):
        raise Refusal(RefusalKind.TRUNCATED, "no end of directory")
    size, offset = _number(data, end + 12, 4), _number(data, end + 16, 4)
    stop = end
    if data[end - 20 : end - 16] == _LOCATOR64 and end >= 76:
        stop = data.rfind(_END64, 0, end - 20)
        if stop < 0:
            raise Refusal(RefusalKind.TRUNCATED, "no zip64 end of directory")
        size, offset = _number(data, stop + 40, 8), _number(data, stop + 48, 8)
    # Offsets count from the archive's first byte, which need not be the file's.
    shift = stop - size - offset
    if shift < 0:
        raise Refusal(RefusalKind.TRUNCATED, "the directory lies outside the file")
    members: dict[str, Member] = {}
    at = stop - size
    while at < stop:
        if len(members) >= limits.MEMBERS:
            raise Refusal(RefusalKind.TOO_MANY_PARTS, f"more than {limits.MEMBERS} members")
        if data[at : at + 4] != _CENTRAL or at + 46 > stop:
            raise Refusal(RefusalKind.BROKEN, "directory entry")
        member, at = _entry(data, at, shift)
        if member.name in members:
            raise Refusal(RefusalKind.PART_NAME, f"{member.name!r} twice")
        members[member.name] = member
    return members


def _entry(data: bytes | mmap, at: int, shift: int) -> tuple[Member, int]:
    flags, method = _number(data, at + 8, 2), _number(data, at + 10, 2)
    crc, packed, size = (_number(data, at + 16 + 4 * n, 4) for n in range(3))
    name_width, extra_width, comment_width = (_number(data, at + 28 + 2 * n, 2) for n in range(3))
    offset = _number(data, at + 42, 4)
    name_end = at + 46 + name_width
    name = _name(data[at + 46 : name_end], flags)
    extra = data[name_end : name_end + extra_width]
    if 0xFFFFFFFF in (packed, size, offset):
        size, packed, offset = _zip64(extra, size, packed, offset)
    if flags & 1:
        raise Refusal(RefusalKind.PASSWORD, f"{name} is encrypted")
    local = offset + shift
    if data[local : local + 4] != _LOCAL:
        raise Refusal(RefusalKind.BROKEN, f"{name}: no local header")
    start = local + 30 + _number(data, local + 26, 2) + _number(data, local + 28, 2)
    if start + packed > len(data):
        raise Refusal(RefusalKind.TRUNCATED, f"{name} reaches beyond the file's end")
    member = Member(name, flags, method, crc, packed, size, start)
    return member, name_end + extra_width + comment_width


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & 0x800 or raw.isascii() else "cp437")
    except UnicodeDecodeError:
        raise Refusal(RefusalKind.PART_NAME, repr(raw)) from None
    steps = name.replace("\\", "/").split("/")
    if not name or steps[0] == "" or ".." in steps or ":" in steps[0] or "\0" in name:
        raise Refusal(RefusalKind.PART_NAME, repr(name))
    return name


def _zip64(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Return the three numbers, those that did not fit 32 bits taken from the extra field."""
    at = 0
    while at + 4 <= len(extra):
        width = _number(extra, at + 2, 2)
        if _number(extra, at, 2) == 1:
            large = extra[at + 4 : at + 4 + width]
            found = []
            for value in (size, packed, offset):
                if value == 0xFFFFFFFF:
                    value, large = _number(large, 0, 8), large[8:]
                found.append(value)
            return found[0], found[1], found[2]
        at += 4 + width
    return size, packed, offset


def _check_sizes(members: dict[str, Member]) -> None:
    total = 0
    for member in members.values():
        if member.size > member.packed * limits.RATIO + limits.RATIO_GRACE:
            raise Refusal(
                RefusalKind.BOMB, f"{member.name}: {member.packed} bytes become {member.size}"
            )
        if member.size > limits.PART_BYTES:
            raise Refusal(RefusalKind.TOO_LARGE, f"{member.name}: {member.size} bytes")
        total += member.size
    if total > limits.ALL_BYTES:
        raise Refusal(RefusalKind.TOO_LARGE, f"{total} bytes in all")


def _check_overlap(members: dict[str, Member]) -> None:
    free = 0
    for member in sorted(members.values(), key=lambda member: member.start):
        if member.start - 30 - len(member.name) < free and free:
            raise Refusal(RefusalKind.BOMB, f"{member.name} overlaps another member")
        free = member.start + member.packed
