"""The compression of VBA source text, [MS-OVBA] 2.4.1: runs repeated, in chunks of 4096 bytes."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator

_CHUNK = 4096
#: What a CompressedContainer begins with.
_SIGNATURE = b"\x01"
#: In a chunk's header: always 0b011, and whether its data are tokens or the bytes themselves.
_CHUNK_MARK = 0b011 << 12
_TOKENS = 1 << 15
_SHORTEST_COPY = 3
#: Candidates tried for a copy: more would cost time and gain hardly a byte on source text.
_TRIES = 32


def compress(data: bytes) -> bytes:
    """Return the CompressedContainer of the bytes.

    Raises ValueError for random bytes, which this format cannot hold in every length.
    """
    chunks = (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))
    return _SIGNATURE + b"".join(map(_compress_chunk, chunks))


def _compress_chunk(data: bytes) -> bytes:
    packed = _pack_tokens(data)
    if len(packed) <= _CHUNK:
        return struct.pack("<H", _TOKENS | _CHUNK_MARK | (len(packed) + 2 - 3)) + packed
    if len(data) < _CHUNK:
        # A raw chunk has a fixed size, so the bytes would come back with zeros behind them.
        raise ValueError("bytes without any repetition: this is no source text")
    return struct.pack("<H", _CHUNK_MARK | (_CHUNK + 2 - 3)) + data


def _pack_tokens(data: bytes) -> bytes:
    out = bytearray()
    group: list[bytes] = []
    flags = 0
    for token in _split_tokens(data):
        if len(token) == 2:
            flags |= 1 << len(group)
        group.append(token)
        if len(group) == 8:
            out += bytes([flags]) + b"".join(group)
            group, flags = [], 0
    if group:
        out += bytes([flags]) + b"".join(group)
    return bytes(out)


def _split_tokens(data: bytes) -> Iterator[bytes]:
    """Yield literals (one byte) and copies (two bytes) for a chunk."""
    seen: defaultdict[bytes, list[int]] = defaultdict(list)
    position = 0
    while position < len(data):
        width = _count_offset_bits(position)
        longest = (0xFFFF >> width) + _SHORTEST_COPY
        offset, length = _find_match(data, position, seen, longest)
        if length < _SHORTEST_COPY:
            length = 1
            yield data[position : position + 1]
        else:
            yield struct.pack("<H", (offset - 1) << (16 - width) | (length - _SHORTEST_COPY))
        for at in range(position, position + length):
            seen[data[at : at + _SHORTEST_COPY]].append(at)
        position += length


def _count_offset_bits(position: int) -> int:
    """Return how many bits a copy's offset takes this far into the chunk: 4 to 12."""
    return max((position - 1).bit_length(), 4)


def _find_match(
    data: bytes, position: int, seen: dict[bytes, list[int]], longest: int
) -> tuple[int, int]:
    """Return offset and length of the longest earlier run that goes on as the data do."""
    best = (0, 0)
    limit = min(longest, len(data) - position)
    for start in seen.get(data[position : position + _SHORTEST_COPY], ())[: -_TRIES - 1 : -1]:
        length = 0
        while length < limit and data[start + length] == data[position + length]:
            length += 1
        if length > best[1]:
            best = (position - start, length)
    return best
