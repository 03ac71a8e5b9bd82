"""What the texts of rows say of them: totals, rincian, items, sections, the signature block."""

from __future__ import annotations

import re
from collections.abc import Iterable

from selaras.model.book import Value
from selaras.model.column_values import TAK_ADA
from selaras.recognise.candidates import mirip_kepala
from selaras.recognise.words import himpunan
from selaras.values.lazy_regex import Pola

_SIGMA = re.compile("[Σσ∑]")
_BUKAN_HURUF = Pola(r"[^0-9a-zA-Z]+")
#: Agencies, as names of sections and of what a total is the total of.
_INSTANSI = (
    "dinas|badan|kantor|bagian|sekretariat|inspektorat|kecamatan|kelurahan|rsud|puskesmas|upt|"
    "uptd|satuan|satpol|kabupaten|kab|kota|provinsi|prov|perangkat|opd|skpd|pd|unit|bidang|urusan"
)
_TOTAL_PENUH = Pola(
    r"(?:grand |sub ?|pagu |anggaran |dana |belanja |kebutuhan )?"
    r"(?:total|jumlah|jml|j u m l a h|t o t a l)"
    r"(?: (?:total|jumlah|pagu|anggaran|seluruh(?:nya)?|keseluruhan|dana|kebutuhan|belanja|"
    r"indikatif|besar|umum|apbd|rp|rupiah|program|kegiatan|sub|dan|perangkat|daerah|opd|skpd|semua|"
    r"akhir|"
    r"alokasi|rencana|tahun|bidang|urusan|langsung|renja|rkpd|\d+|i+|iv|[a-f]))*",
    re.IGNORECASE,
)
#: Nothing but a total is labelled so: no noun that an indicator counts.
_TOTAL_POLOS = Pola(
    r"(?:grand |sub ?|pagu |anggaran |dana |belanja |kebutuhan )?"
    r"(?:total|jumlah|jml|j u m l a h|t o t a l)"
    r"(?: (?:total|jumlah|pagu|anggaran|seluruh(?:nya)?|keseluruhan|dana|kebutuhan|belanja|"
    r"indikatif|besar|umum|apbd|rp|rupiah|dan|semua|akhir|alokasi|rencana|tahun|langsung|renja|"
    r"rkpd|\d+|i+|iv|[a-f]))*",
    re.IGNORECASE,
)
_TOTAL_NAMA = Pola(
    r"(?:grand |sub ?)?(?:total|jumlah|jml) "
    r"(?:(?:pagu|anggaran|belanja|dana|kebutuhan|indikatif|alokasi) )*"
    rf"(?:program|kegiatan|sub kegiatan|{_INSTANSI})\b.*",
    re.IGNORECASE,
)
_RINCIAN = Pola(
    r"\W*(?:dengan |adapun )?(?:rincian(?:nya)?|uraian|terdiri (?:dari|atas))"
    r"(?: (?:kegiatan|belanja|pekerjaan|sub kegiatan|nya|sebagai berikut|sumber dana|anggaran|"
    r"dana|paket))*\W*",
    re.IGNORECASE,
)
_BUTIR = Pola(r"\s*(?:[-–—•*·>o]\s|[-–—•*·>]|\(?[a-z0-9]{1,2}[.)])\s*\S", re.IGNORECASE)
_NOMOR_BUTIR = Pola(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)?[.)]?|[-–—•*·>]+", re.IGNORECASE)
_BAGIAN = Pola(
    rf"\W*(?:[a-z0-9]{{1,3}}[.)] *)?(?:{_INSTANSI}|non urusan|unsur|wajib|pilihan|"
    r"penunjang urusan|pendukung|pemerintahan|kewilayahan|kekhususan)\b",
    re.IGNORECASE,
)
_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
#: Nothing but a signature block says so.
_PENUTUP = Pola(
    r"\s*(?:mengetahui\b|menyetujui\b|disetujui oleh|nip\b[\s.:]|nip$|"
    r"pembina (?:utama|tk|tingkat)\b|"
    r"ditetapkan di|dibuat oleh|disusun oleh|a\.n\.)"
    rf"|[^0-9]{{3,40}},\s*(?:\d{{1,2}}|\.{{2,}}|…)?\s*(?:{_BULAN})\s+(?:20\d\d|\.+|…)"
    r"|[^0-9]{3,40},\s*(?:\.{3,}|_{3,}|…+)\s*(?:20\d\d|20\.+|20_+)?\s*$"
    r"|\s*(?:\.{8,}|_{6,}|…{3,})",
    re.IGNORECASE,
)
#: Offices: they sign below a table, and answer for rows within it.
_JABATAN = Pola(
    r"\s*(?:kepala (?:dinas|badan|bagian|kantor|bidang|bappeda|sub|seksi)|plt\b|plh\b|pembina\b|"
    r"bupati|wali ?kota|gubernur|camat\b|sekretaris (?:daerah|dinas|badan)|inspektur\b|direktur\b)",
    re.IGNORECASE,
)
_BERISI = re.compile(r"[^\W_]")
_KODE_FORMULIR = re.compile(r"[xX]{1,4}(?:[.\- ]+[xX]{1,4})*\.?|[.…_\- ]+")
_TITIK = re.compile(r"\.{3,}|…|_{3,}")
_SATU_KATA = Pola(r"(?=.*[0-9A-Za-z])\S{1,25}")


def kosong(value: Value) -> bool:
    """Tell whether a cell holds nothing, or only a dash."""
    return value is None or (isinstance(value, str) and value.strip() in TAK_ADA)


def teks_total(text: str) -> bool:
    """Tell whether a text labels a total."""
    if len(text) > 160 or not text:
        return False
    words = _huruf(text)
    return bool(_TOTAL_PENUH.fullmatch(words) or _TOTAL_NAMA.fullmatch(words))


def _huruf(text: str) -> str:
    """Return the words of a label; the sign of a sum is one."""
    return " ".join(_BUKAN_HURUF.sub(" ", _SIGMA.sub(" jumlah ", text)).split())


def total_polos(text: str) -> bool:
    """Tell whether a text says that it is a total and nothing else: "JUMLAH", "Total Pagu (Rp)".

    "Jumlah Perangkat Daerah" labels a total, too, but an indicator as well.
    """
    return len(text) <= 160 and bool(_TOTAL_POLOS.fullmatch(_huruf(text)))


def judul_rincian(texts: Iterable[Value]) -> bool:
    """Tell whether a row says nothing but "Rincian :"."""
    said = [text for text in texts if isinstance(text, str) and not kosong(text)]
    return len(said) == 1 and len(said[0]) <= 60 and _RINCIAN.fullmatch(said[0]) is not None


def butir(nama: str) -> bool:
    """Tell whether a name begins with a bullet or a number of its own."""
    return _BUTIR.match(nama) is not None


def nomor_butir(value: Value) -> bool:
    """Tell whether a cell numbers an item: 1, "a.", "2)", "-"."""
    if isinstance(value, str):
        return _NOMOR_BUTIR.fullmatch(value.strip()) is not None
    return isinstance(value, float | int) and not isinstance(value, bool) and 0 < value < 1000


def bagian(nama: str) -> bool:
    """Tell whether a name is that of a section: an urusan, an agency."""
    return _BAGIAN.match(nama) is not None


def penutup(values: Iterable[Value]) -> bool:
    """Tell whether a row belongs to the signature block and to nothing else."""
    return any(isinstance(value, str) and _PENUTUP.match(value) for value in values)


def titik_saja(values: Iterable[Value]) -> bool:
    """Tell whether a row holds nothing but dots and dashes: a line of a form to be filled in."""
    said = [value for value in values if value is not None]
    return all(isinstance(value, str) and not _BERISI.search(value) for value in said)


def belum_diisi(kode: Value, nama: str) -> bool:
    """Tell whether a row is still as the form has it: "x.xx.xx", "Program .........."."""
    if not isinstance(kode, str) or kode[:1].isdigit():
        return False
    if not _KODE_FORMULIR.fullmatch(kode.strip()):
        return False
    return not _BERISI.search(nama) or _TITIK.search(nama) is not None


def jabatan(values: Iterable[Value]) -> bool:
    """Tell whether a row names an office that may sign."""
    return any(isinstance(value, str) and _JABATAN.match(value) for value in values)


def kode_keliru(value: Value) -> bool:
    """Tell whether a text in the code column stands for a code, though it reads as none."""
    if not isinstance(value, str):
        return False
    text = value.strip()
    return (
        _SATU_KATA.fullmatch(text) is not None
        and not nomor_butir(text)
        and not mirip_kepala(text)
        and not teks_total(text)
        and text.strip("*):.").casefold() not in _BUKAN_KODE
    )


_BUKAN_KODE = himpunan("rincian sumber catatan keterangan jumlah total")
