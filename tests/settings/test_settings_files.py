"""Settings files: found for each workbook, mistakes named, nothing silenced by a submission."""

from __future__ import annotations

import json
import os
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from selaras.model.setting import Limits, Opd, Pemda, Setting, Thresholds
from selaras.settings.errors import ConfigError
from selaras.settings.files import Overrides, Settings
from selaras.tables import BY_NAME
from selaras.values.finding import Severity

SCHEMA = json.loads(files("selaras").joinpath("selaras.schema.json").read_text("utf-8"))

FULL = """
tahun = 2025
toleransi = 1000
wajib = ["T-C.33"]
nomenklatur = "2024"
pemda = { jenis = "kabupaten", nama = "Mojokerto" }
opd.kode = "2.17.3.30.0.00.01.0000"
ambang.maju = 40
sumber_dana.APBD = ["NEM", "DID"]

[tabel]
"Lampiran 1" = "T-C.33"
Catatan = "-"

[kolom."Lampiran 1"]
kode = "A:F"
pagu = "k"

[aturan]
pilih = ["JML", "kode.format"]
abaikan = ["JML005"]

[aturan.tingkat]
JML004 = "warning"
KOD001 = "catatan"
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder of the one who checks; submissions lie in a folder of their own below it."""
    (tmp_path / "kiriman").mkdir()
    return tmp_path


def load(here: Path, workbook: str = "kiriman/renja.xlsx", **more: object) -> Setting:
    return notes_too(here, workbook, **more)[0]


def notes_too(
    here: Path, workbook: str = "kiriman/renja.xlsx", **more: object
) -> tuple[Setting, str]:
    overrides = more.pop("overrides", Overrides())
    assert isinstance(overrides, Overrides)
    config = more.pop("config", None)
    settings = Settings(overrides, None if config is None else str(config), str(here))
    setting, notes = settings.load(str(here / workbook))
    return setting, " ".join(note.id for note in notes)


def test_no_file_means_the_defaults(here: Path) -> None:
    assert load(here) == Setting(ignored=(), severities={})


def test_everything_that_can_be_set(here: Path) -> None:
    (here / "selaras.toml").write_text(FULL)
    assert load(here) == Setting(
        year=2025,
        tables={"Lampiran 1": "T-C.33", "Catatan": "-"},
        columns={"Lampiran 1": {"kode": "A:F", "pagu": "K"}},
        required=("T-C.33",),
        tolerance=1000,
        nomenklatur="2024",
        pemda=Pemda("kabupaten", "Mojokerto"),
        opd=Opd("2.17.3.30.0.00.01.0000"),
        thresholds=Thresholds(forward=40),
        sumber_dana={"APBD": ("NEM", "DID")},
        selected=("JML", "kode.format"),
        ignored=("JML005",),
        severities={"JML004": Severity.WARNING, "KOD001": Severity.INFO},
    )


def test_pyproject_counts_where_it_speaks_of_selaras(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool.selaras]\ntahun = 2026\n")
    assert load(here).year == 2026
    (here / "kiriman" / "pyproject.toml").write_text("[project]\nname = 'selaras'\n")
    assert load(here).year == 2026
    (here / "kiriman" / "pyproject.toml").write_text("[tool]\nselaras.tahun = 2027\n")
    assert load(here).year == 2027


def test_command_line_wins(here: Path) -> None:
    (here / "selaras.toml").write_text(FULL)
    given = Overrides(
        year=2030,
        selected=("LBR",),
        ignored=("LBR001",),
        severities={"JML004": Severity.INFO},
        limits=Limits(seconds=5),
    )
    setting = load(here, overrides=given)
    assert setting.year == 2030
    assert setting.selected == ("LBR",)
    assert setting.ignored == ("JML005", "LBR001")
    assert setting.severities == {"JML004": Severity.INFO, "KOD001": Severity.INFO}
    assert setting.limits.seconds == 5


def test_severity_of_a_family(here: Path) -> None:
    (here / "selaras.toml").write_text('[aturan.tingkat]\nJML001 = "info"\nJML = "warning"\n')
    level = load(here).severities
    assert level["JML001"] is Severity.INFO
    assert level["JML002"] is Severity.WARNING


class TestTrust:
    """What lies beside a submitted workbook may describe it, but not silence anything."""

    def test_submission_describes_itself(self, here: Path) -> None:
        (here / "selaras.toml").write_text('tahun = 2025\n[tabel]\nA = "T-C.33"\nB = "T-C.29"\n')
        (here / "kiriman" / "selaras.toml").write_text('tahun = 2024\n[tabel]\nA = "T-C.31"\n')
        setting, notes = notes_too(here)
        assert setting.year == 2024
        assert setting.tables == {"A": "T-C.31", "B": "T-C.29"}
        assert notes == ""

    @pytest.mark.parametrize(
        ("line", "name"),
        [
            ("toleransi = 1000000", "toleransi"),
            ("wajib = []", "wajib"),
            ("ambang.maju = 900", "ambang"),
            ("nomenklatur = 'kosong'", "nomenklatur"),
            ("sumber_dana.APBD = ['DAK NF']", "sumber_dana"),
            ("aturan.abaikan = ['JML']", "aturan.abaikan"),
            ("aturan.pilih = ['KOD004']", "aturan.pilih"),
            ("aturan.tingkat = {JML002 = 'info'}", "aturan.tingkat"),
        ],
    )
    def test_submission_silences_nothing_and_that_is_said(
        self, here: Path, line: str, name: str
    ) -> None:
        (here / "kiriman" / "selaras.toml").write_text(f"tahun = 2024\n{line}\n")
        setting, notes = notes_too(here)
        assert setting == Setting(year=2024, ignored=(), severities={})
        assert name in notes
        assert "selaras.toml" in notes
        assert str(here) not in notes

    def test_same_file_counts_in_full_where_the_command_runs(self, here: Path) -> None:
        (here / "kiriman" / "selaras.toml").write_text("toleransi = 5\n")
        settings = Settings(Overrides(), None, str(here / "kiriman"))
        setting, notes = settings.load(str(here / "kiriman" / "renja.xlsx"))
        assert setting.tolerance == 5
        assert notes == ()

    def test_file_above_both_counts_in_full(self, here: Path) -> None:
        (here / "selaras.toml").write_text("toleransi = 5\n")
        (here / "lain").mkdir()
        settings = Settings(Overrides(), None, str(here / "lain"))
        assert settings.load(str(here / "kiriman" / "renja.xlsx"))[0].tolerance == 5

    def test_explicit_file_counts_and_wins(self, here: Path) -> None:
        (here / "saya.toml").write_text('toleransi = 7\ntahun = 2026\n[tabel]\nA = "T-C.33"\n')
        (here / "selaras.toml").write_text("toleransi = 99\n")
        beside = here / "kiriman" / "selaras.toml"
        beside.write_text('toleransi = 1\ntahun = 2024\n[tabel]\nA = "T-C.31"\nB = "T-C.29"\n')
        setting, notes = notes_too(here, config=here / "saya.toml")
        assert (setting.tolerance, setting.year) == (7, 2026)
        assert setting.tables == {"A": "T-C.33", "B": "T-C.29"}
        assert "toleransi" in notes

    def test_link_to_a_submission_leads_to_its_real_neighbours(self, here: Path) -> None:
        (here / "kiriman" / "selaras.toml").write_text("toleransi = 5\ntahun = 2024\n")
        (here / "kiriman" / "renja.xlsx").write_bytes(b"")
        (here / "renja.xlsx").symlink_to(here / "kiriman" / "renja.xlsx")
        setting, notes = notes_too(here, "renja.xlsx")
        assert (setting.tolerance, setting.year) == (0, 2024)
        assert "toleransi" in notes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tahunn = 2025", "tahunn (maksud Anda tahun?)"),
        ("xyz = 1", "kunci tidak dikenal: xyz"),
        ("aturan.abaiken = []", "aturan.abaiken (maksud Anda abaikan?)"),
        ("tahun = '2025'", "tahun harus berupa tahun empat angka"),
        ("tahun = true", "tahun harus berupa"),
        ("tahun = 25", "tahun harus berupa"),
        ("toleransi = 1.5", "toleransi harus berupa bilangan bulat rupiah"),
        ("toleransi = -1", "toleransi harus berupa"),
        ("wajib = 'T-C.33'", "wajib harus berupa daftar teks"),
        ("wajib = ['T-C.34']", "tabel tidak dikenal: T-C.34 (maksud Anda T-C."),
        ("tabel = 'T-C.33'", "tabel harus berupa tabel kunci dan nilai"),
        ("tabel.'Lembar 1' = 3", '"Lembar 1" harus berupa nama tabel'),
        ("tabel.A = 'TC33'", "TC33"),
        ("kolom.A.pagoe = 'K'", "kolom.A.pagoe (maksud Anda pagu?)"),
        ("kolom.A.pagu = '11'", "kolom.A.pagu harus berupa huruf kolom"),
        ("aturan.tingkat.JML002 = 'parah'", "aturan.tingkat.JML002 harus berupa error, warning"),
        ("aturan.abaikan = ['JMLL']", "aturan tidak dikenal: JMLL"),
        ("pemda.jenis = 'desa'", "pemda.jenis harus berupa kabupaten, kota"),
        ("opd.kode = ''", "opd.kode harus berupa teks"),
        ("ambang.majuu = 1", "ambang.majuu (maksud Anda maju?)"),
        ("ambang.maju = 5.5", "ambang.maju harus berupa persen"),
        ("sumber_dana.APBD = 'NEM'", "sumber_dana.APBD harus berupa daftar teks"),
        ("aturan = 1", "aturan harus berupa"),
        ("tahun = ", "bukan TOML yang sah"),
        ("a = " + "[" * 5000, "selaras.toml"),
        ("#" * 300_000, "terlalu besar"),
    ],
)
def test_mistakes_are_named(here: Path, text: str, says: str) -> None:
    (here / "selaras.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(here)
    assert says in str(caught.value)
    assert str(here / "selaras.toml") in str(caught.value)
    assert caught.value.message.en


def test_text_that_is_not_utf8(here: Path) -> None:
    (here / "selaras.toml").write_bytes(b"tahun = 2025 # \xff")
    with pytest.raises(ConfigError, match="UTF-8"):
        load(here)


def test_windows_editors_are_welcome(here: Path) -> None:
    (here / "selaras.toml").write_bytes(b"\xef\xbb\xbftahun = 2025\r\ntoleransi = 3\r\n")
    assert load(here)[:1] == (2025,)


def test_mistake_in_pyproject_names_the_whole_key(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool.selaras]\naturan.pilihh = []\n")
    with pytest.raises(ConfigError, match=r"tool\.selaras\.aturan\.pilihh"):
        load(here)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs permissions that hold")
def test_file_that_may_not_be_read(here: Path) -> None:
    (here / "selaras.toml").touch(mode=0)
    with pytest.raises(ConfigError, match="tidak dapat dibuka"):
        load(here)


def test_each_folder_is_looked_at_once(here: Path) -> None:
    settings = Settings(Overrides(), None, str(here))
    first = settings.load(str(here / "kiriman" / "a.xlsx"))
    (here / "kiriman" / "selaras.toml").write_text("tahun = 2024\n")
    assert settings.load(str(here / "kiriman" / "b.xlsx")) == first


class TestSchema:
    """selaras.schema.json tells editors what the reader tells users."""

    def test_accepts_what_the_reader_accepts(self) -> None:
        Draft202012Validator.check_schema(SCHEMA)
        assert Draft202012Validator(SCHEMA).is_valid(tomllib.loads(FULL))

    @pytest.mark.parametrize(
        "text", ["tahunn = 1", "tahun = 25", "toleransi = -1", "wajib = 'x'", "aturan.x = 1",
                 "tabel.A = 'TC33'", "kolom.A.pagu = '11'",
                 "pemda.jenis = 'desa'", "opd.kode = ''", "ambang.maju = -1",
                 "aturan.tingkat.JML002 = 'parah'"]
    )  # fmt: skip
    def test_refuses_what_the_reader_refuses(self, here: Path, text: str) -> None:
        assert not Draft202012Validator(SCHEMA).is_valid(tomllib.loads(text))
        (here / "selaras.toml").write_text(text)
        with pytest.raises(ConfigError):
            load(here)

    def test_knows_the_same_keys_and_tables(self) -> None:
        from selaras.model.setting import PEMDA_KINDS, find_key
        from selaras.settings.keys import SETTING_KEYS

        known = SCHEMA["properties"]
        assert set(known) == set(SETTING_KEYS)
        assert set(known["ambang"]["properties"]) == set(map(find_key, Thresholds._fields))
        assert set(known["pemda"]["properties"]) == set(map(find_key, Pemda._fields))
        assert set(known["opd"]["properties"]) == set(map(find_key, Opd._fields))
        assert set(known["pemda"]["properties"]["jenis"]["enum"]) == set(PEMDA_KINDS)
        assert set(SCHEMA["$defs"]["table"]["enum"]) == set(BY_NAME)
