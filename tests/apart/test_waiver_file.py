"""selaras-pengecualian.toml: what it may say, where it is found, and whose is not believed."""

from __future__ import annotations

import datetime
import importlib.util
import json
import tomllib
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
from jsonschema import Draft202012Validator

from selaras.apart.waiver_file import WAIVERS_FILE, WaiverFile
from selaras.model.waiver import Waiver
from selaras.settings.errors import ConfigError

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(
    files("selaras").joinpath("selaras-pengecualian.schema.json").read_text("utf-8")
)

WHY = 'alasan = "disepakati"\npemilik = "Bappeda"\nberlaku_sampai = 2026-12-31\n'
FULL = f"""
[[pengecualian]]
sidik = "0123456789ABCDEF"
{WHY}
[[pengecualian]]
aturan = "jumlah.program"
kode = "2.17.1"
tabel = "T-C.33"
berkas = "dinas-a/renja.xlsx"
alasan = " rapat "
pemilik = "Sekretaris"
berlaku_sampai = "2026-06-30"
"""


def entry(lines: str) -> str:
    return f"[[pengecualian]]\n{lines}\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder of the one who checks; submissions lie in a folder of their own below it."""
    (tmp_path / "kiriman").mkdir()
    return tmp_path


def read(path: Path, text: str) -> tuple[Waiver, ...]:
    path.write_text(text, encoding="utf-8")
    return WaiverFile(str(path)).waivers


def test_everything_that_can_be_said(here: Path) -> None:
    first, second = read(here / "p.toml", FULL)
    day = datetime.date(2026, 12, 31)
    assert first == Waiver("disepakati", "Bappeda", day, fingerprint="0123456789abcdef")
    assert second == Waiver(
        "rapat",
        "Sekretaris",
        datetime.date(2026, 6, 30),
        rule_code="JML002",
        kode="2.17.01",
        table="T-C.33",
        file="dinas-a/renja.xlsx",
    )
    assert read(here / "kosong.toml", "# belum ada\n") == ()


RULE = f'aturan = "JML002"\n{WHY}'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (entry(RULE + "alasann = 'x'"), "pengecualian[1].alasann (maksud Anda alasan?)"),
        (entry(RULE) + entry("aturan = 'JML002'"), "pengecualian[2] memerlukan alasan"),
        (entry(RULE.replace('"disepakati"', '" "')), "pengecualian[1].alasan harus berupa teks"),
        (entry("aturan = 'JML002'\nalasan = 'x'\npemilik = 'y'"), "memerlukan berlaku_sampai"),
        (entry("aturan = 'JML002'\nalasan = 'x'\nberlaku_sampai = 2026-01-01"), "pemilik"),
        (entry(WHY), "pengecualian[1] memerlukan sidik atau aturan"),
        (entry("sidik = 'abc'\n" + WHY), "pengecualian[1].sidik harus berupa sidik (fingerprint)"),
        (entry("sidik = '0123456789abcdef'\nkode = '2.17'\n" + WHY), "aturan di samping kode"),
        (entry("aturan = 'JML02'\n" + WHY), "pengecualian[1].aturan: aturan tidak dikenal: JML02"),
        (entry("aturan = 'JML'\n" + WHY), "pengecualian[1].aturan harus berupa satu aturan"),
        (entry("aturan = 'SYS002'\n" + WHY), "tidak dapat dikecualikan"),
        (
            entry(RULE + "kode = 2.17"),
            "pengecualian[1].kode harus berupa kode di dalam tanda petik",
        ),
        (entry(RULE + "kode = 'program'"), "pengecualian[1].kode"),
        (entry(RULE + "tabel = 'T-C.34'"), "pengecualian[1].tabel = T-C.34 (maksud Anda T-C."),
        (entry(RULE.replace("2026-12-31", "'akhir tahun'")), "berlaku_sampai harus berupa tanggal"),
        (entry(RULE.replace("2026-12-31", "2026-12-31T00:00:00")), "harus berupa tanggal"),
        (entry(RULE.replace("2026-12-31", "2026")), "harus berupa tanggal"),
        ("[pengecualian]\n" + RULE, "pengecualian harus berupa daftar [[pengecualian]]"),
        ("[[pengecualiann]]\n" + RULE, "pengecualiann (maksud Anda pengecualian?)"),
        ("[[pengecualian]", "bukan TOML yang sah"),
    ],
)
def test_mistakes_name_the_file_and_the_entry(here: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(here / "p.toml", text)
    assert says in str(caught.value)
    assert str(here / "p.toml") in str(caught.value)
    assert caught.value.message.en


def test_file_that_is_not_there(here: Path) -> None:
    with pytest.raises(ConfigError, match="berkas pengecualian tidak dapat dibuka"):
        WaiverFile(str(here / "tiada.toml"))


class TestTrust:
    """Only the checker's own file sets anything apart."""

    def test_nearest_upwards_from_where_the_command_runs(self, here: Path) -> None:
        (here / WAIVERS_FILE).write_text(FULL)
        file = WaiverFile(folder=str(here / "kiriman"))
        assert len(file.waivers) == 2
        assert file.label == f"../{WAIVERS_FILE}"
        assert file.tell_ignored(str(here / "kiriman" / "renja.xlsx")) is None

    def test_beside_a_submission_it_is_not_even_read_and_that_is_said(self, here: Path) -> None:
        (here / "kiriman" / WAIVERS_FILE).write_text("ini bukan [TOML")
        file = WaiverFile(folder=str(here))
        assert file.waivers == ()
        note = file.tell_ignored(str(here / "kiriman" / "dinas" / "renja.xlsx"))
        assert note is not None
        assert f"../{WAIVERS_FILE} di samping buku kerja ini tidak dipakai" in note.id
        assert "--waivers" in note.en
        assert str(here) not in note.id

    def test_link_to_a_submission_leads_to_its_real_neighbours(self, here: Path) -> None:
        (here / "kiriman" / WAIVERS_FILE).write_text(FULL)
        (here / "kiriman" / "renja.xlsx").touch()
        (here / "renja.xlsx").symlink_to(here / "kiriman" / "renja.xlsx")
        file = WaiverFile(folder=str(here))
        assert file.tell_ignored(str(here / "renja.xlsx")) is not None

    def test_given_file_is_the_only_one(self, here: Path) -> None:
        (here / WAIVERS_FILE).write_text(FULL)
        (here / "saya.toml").write_text(entry(RULE))
        file = WaiverFile(str(here / "saya.toml"), str(here))
        assert [waiver.label for waiver in file.waivers] == ["JML002"]
        assert file.tell_ignored(str(here / "renja.xlsx")) is not None

    def test_the_submissions_own_file_counts_when_it_is_given(self, here: Path) -> None:
        (here / "kiriman" / WAIVERS_FILE).write_text(FULL)
        file = WaiverFile(str(here / "kiriman" / WAIVERS_FILE), str(here))
        assert len(file.waivers) == 2
        assert file.tell_ignored(str(here / "kiriman" / "renja.xlsx")) is None


class TestSchema:
    """selaras-pengecualian.schema.json tells editors what the reader tells users."""

    def test_is_made_from_the_keys(self) -> None:
        Draft202012Validator.check_schema(SCHEMA)
        assert builder().schema() == SCHEMA, "run python docs/build_skema.py"

    def test_accepts_what_the_reader_accepts(self) -> None:
        assert accepted(FULL)
        assert accepted("")

    @pytest.mark.parametrize(
        "text",
        [
            entry(RULE + "alasann = 'x'"),
            entry("aturan = 'JML002'"),
            entry(WHY),
            entry("sidik = 'abc'\n" + WHY),
            entry("sidik = '0123456789abcdef'\nkode = '2.17'\n" + WHY),
            entry(RULE + "kode = 2.17"),
            entry(RULE + "tabel = 'T-C.34'"),
            entry(RULE.replace('"disepakati"', '" "')),
            "[pengecualian]\n" + RULE,
        ],
    )
    def test_refuses_what_the_reader_refuses(self, here: Path, text: str) -> None:
        assert not accepted(text)
        with pytest.raises(ConfigError):
            read(here / "p.toml", text)


def accepted(text: str) -> bool:
    # As editors do, dates are taken for texts.
    plain = json.loads(json.dumps(tomllib.loads(text), default=str))
    return Draft202012Validator(SCHEMA).is_valid(plain)


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_skema", ROOT / "docs/build_skema.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
