"""The zip directory is read as zip files are really written, and lies are told from quirks."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from selaras.intake.archive import Archive
from selaras.intake.package import Package
from selaras.intake.refusal import Refusal, RefusalKind


def zipped(comment: bytes = b"", **options: int) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", **options) as archive:  # type: ignore[arg-type]
        archive.writestr("a.xml", "<a/>" * 100)
        archive.writestr("folder/b–c.xml", "x")
        archive.mkdir("empty")
        archive.comment = comment
    return buffer.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("comment", [b"", b"PK\x05", b"x" * 65_535])
@pytest.mark.parametrize("before", [b"", b"#!/bin/sh\n" * 9])
def test_members(method: int, comment: bytes, before: bytes) -> None:
    package = Package(before + zipped(comment, compression=method))
    assert set(package.members) == {"a.xml", "folder/b–c.xml", "empty/"}
    found = package.find("A.XML")
    assert found is not None
    assert package.read(found) == b"<a/>" * 100
    assert package.find("c.xml") is None


@pytest.mark.parametrize("length", range(0, 300, 7))
def test_any_piece_of_a_zip_file_is_refused(length: int) -> None:
    with pytest.raises(Refusal) as caught:
        Package(zipped()[:length])
    assert caught.value.kind is RefusalKind.TRUNCATED


def test_archive_holds_what_was_added_and_copied() -> None:
    source = Package(zipped(compression=zipfile.ZIP_DEFLATED))
    archive = Archive()
    archive.add("baru.xml", b"<baru/>")
    archive.copy("lama.xml", source.members["a.xml"], source)
    with zipfile.ZipFile(BytesIO(archive.close())) as made:
        assert made.testzip() is None
        assert made.read("baru.xml") == b"<baru/>"
        assert made.read("lama.xml") == b"<a/>" * 100
