"""A zip file written in memory, whose members can be put in packed as they lie in another."""

from __future__ import annotations

import zlib

from selaras.intake.package import Member, Package


class Archive:
    """Collects members, then gives the bytes of the zip file that holds them."""

    def __init__(self) -> None:
        self._pieces: list[bytes | memoryview] = []
        self._directory: list[bytes] = []
        self._at = 0

    def add(self, name: str, content: bytes) -> None:
        """Add a member, not packed: it is read once, and at once."""
        self._put(name, 0, zlib.crc32(content), content, len(content))

    def copy(self, name: str, member: Member, package: Package) -> None:
        """Add a member of another package as it lies there, packed."""
        self._put(name, member.method, member.crc, package.packed(member), member.size)

    def _put(self, name: str, method: int, crc: int, packed: bytes | memoryview, size: int) -> None:
        stored = name.encode()
        common = b"".join(
            number.to_bytes(width, "little")
            for number, width in (
                (20, 2),
                (0, 2),
                (method, 2),
                (0, 4),
                (crc, 4),
                (len(packed), 4),
                (size, 4),
                (len(stored), 2),
                (0, 2),
            )
        )
        self._directory.append(
            b"PK\x01\x02\x14\0" + common + bytes(10) + self._at.to_bytes(4, "little") + stored
        )
        self._pieces += (b"PK\x03\x04" + common + stored, packed)
        self._at += 30 + len(stored) + len(packed)

    def close(self) -> bytes:
        """Return the finished file."""
        directory = b"".join(self._directory)
        count = len(self._directory).to_bytes(2, "little")
        end = b"PK\x05\x06" + bytes(4) + count + count
        end += len(directory).to_bytes(4, "little") + self._at.to_bytes(4, "little") + bytes(2)
        return b"".join((*self._pieces, directory, end))
