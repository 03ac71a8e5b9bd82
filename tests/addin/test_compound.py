"""Our compound files as another project (olefile) reads them, and what it does not check."""

from __future__ import annotations

import io
import struct

import olefile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras_addin.xlam.compound import build_compound_file

SIZES = [0, 1, 63, 64, 65, 511, 512, 4095, 4096, 4097, 8192, 70_000, 300_000]


def read_contents(data: bytes) -> dict[str, bytes]:
    with olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_UNSURE) as file:
        assert file.parsing_issues == []
        return {"/".join(path): file.openstream(path).read() for path in file.listdir()}


def test_streams_of_every_size_come_back_from_mini_stream_and_sectors() -> None:
    streams = {f"S{size}": bytes(n % 251 for n in range(size)) for size in SIZES}
    assert read_contents(build_compound_file({"VBA": streams})) == {
        f"VBA/{name}": data for name, data in streams.items()
    }


def test_a_fat_of_more_than_one_sector_is_in_the_header() -> None:
    data = build_compound_file({"besar": b"x" * 200_000})
    (sectors,) = struct.unpack_from("<I", data, 44)
    assert sectors == 4
    assert read_contents(data) == {"besar": b"x" * 200_000}


def test_what_needs_more_than_the_header_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        build_compound_file({"besar": bytes(7_200_000)})


def test_a_name_of_more_than_31_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        build_compound_file({"n" * 32: b""})


names = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=31)
trees = st.dictionaries(
    names, st.binary(max_size=200) | st.dictionaries(names, st.binary(max_size=5000)), max_size=40
).filter(lambda tree: len({name.upper() for name in tree}) == len(tree))


@settings(max_examples=50, deadline=None)
@given(trees)
def test_any_tree_comes_back_and_its_directory_is_a_red_black_tree(tree: dict) -> None:
    tree = {
        name: content
        if isinstance(content, bytes)
        else {child.upper(): data for child, data in content.items()}
        for name, content in tree.items()
    }
    data = build_compound_file(tree)
    expected = {}
    for name, content in tree.items():
        if isinstance(content, bytes):
            expected[name] = content
        else:
            expected |= {f"{name}/{child}": stream for child, stream in content.items()}
    assert read_contents(data) == expected
    check_directory(data)


def check_directory(data: bytes) -> None:
    """Office finds names by going down the tree: it must be ordered, and red-black."""
    (first,) = struct.unpack_from("<I", data, 48)
    start = 512 * (first + 1)

    def read_entry(index: int) -> tuple[str, int, int, int, int]:
        raw = data[start + 128 * index : start + 128 * (index + 1)]
        length, _kind, colour, left, right, child = struct.unpack_from("<HBB3I", raw, 64)
        return raw[: length - 2].decode("utf-16-le"), colour, left, right, child

    def walk(index: int, parent_red: bool) -> tuple[list[str], int]:
        """Return the names in order and how many black nodes lie on every path."""
        if index == 0xFFFFFFFF:
            return [], 1
        name, colour, left, right, child = read_entry(index)
        red = colour == 0
        assert not (red and parent_red)
        below, blacks = walk(left, red)
        above, other = walk(right, red)
        assert blacks == other
        check_order(child)
        return [*below, name, *above], blacks + (not red)

    def check_order(root: int) -> None:
        if root != 0xFFFFFFFF:
            assert read_entry(root)[1] == 1
            found, _blacks = walk(root, parent_red=False)
            assert found == sorted(found, key=lambda name: (len(name), name.upper()))

    # The directory is written in one run of sectors, so its entries lie one behind the other.
    check_order(read_entry(0)[4])
