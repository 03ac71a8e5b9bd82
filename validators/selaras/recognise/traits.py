"""What the texts of rows say of them: totals, rincian, items, sections, the signature block."""

from __future__ import annotations

import re
from collections.abc import Iterable

from selaras.model.book import Value
from selaras.model.column_values import NONE_SIGNS
from selaras.recognise.head_cell import is_like_head
from selaras.recognise.words import split_words
from selaras.values.lazy_regex import LazyPattern

_SIGMA = re.compile("[Σσ∑]")
_OTHER_SIGNS = LazyPattern(r"[^0-9a-zA-Z]+")
#: Agencies, as names of sections and of what a total is the total of.
_AGENCY = (
    "dinas|badan|kantor|bagian|sekretariat|inspektorat|kecamatan|kelurahan|rsud|puskesmas|upt|"
    "uptd|satuan|satpol|kabupaten|kab|kota|provinsi|prov|perangkat|opd|skpd|pd|unit|bidang|urusan"
)
_FULL_TOTAL = LazyPattern(
    r"(?:grand |sub ?|pagu |anggaran |dana |belanja |kebutuhan )?"
    r"(?:total|jumlah|jml|j u m l a h|t o t a l)"
    r"(?: (?:total|jumlah|pagu|anggaran|seluruh(?:nya)?|keseluruhan|dana|kebutuhan|belanja|"
    r"indikatif|besar|umum|apbd|rp|rupiah|program|kegiatan|sub|dan|perangkat|daerah|opd|skpd|semua|"
    r"akhir|"
    r"alokasi|rencana|tahun|bidang|urusan|langsung|renja|rkpd|\d+|i+|iv|[a-f]))*",
    re.IGNORECASE,
)
#: Nothing but a total is labelled so: no noun that an indicator counts.
_PLAIN_TOTAL = LazyPattern(
    r"(?:grand |sub ?|pagu |anggaran |dana |belanja |kebutuhan )?"
    r"(?:total|jumlah|jml|j u m l a h|t o t a l)"
    r"(?: (?:total|jumlah|pagu|anggaran|seluruh(?:nya)?|keseluruhan|dana|kebutuhan|belanja|"
    r"indikatif|besar|umum|apbd|rp|rupiah|dan|semua|akhir|alokasi|rencana|tahun|langsung|renja|"
    r"rkpd|\d+|i+|iv|[a-f]))*",
    re.IGNORECASE,
)
_NAMED_TOTAL = LazyPattern(
    r"(?:grand |sub ?)?(?:total|jumlah|jml) "
    r"(?:(?:pagu|anggaran|belanja|dana|kebutuhan|indikatif|alokasi) )*"
    rf"(?:program|kegiatan|sub kegiatan|{_AGENCY})\b.*",
    re.IGNORECASE,
)
_RINCIAN = LazyPattern(
    r"\W*(?:dengan |adapun )?(?:rincian(?:nya)?|uraian|terdiri (?:dari|atas))"
    r"(?: (?:kegiatan|belanja|pekerjaan|sub kegiatan|nya|sebagai berikut|sumber dana|anggaran|"
    r"dana|paket))*\W*",
    re.IGNORECASE,
)
_BULLET = LazyPattern(r"\s*(?:[-–—•*·>o]\s|[-–—•*·>]|\(?[a-z0-9]{1,2}[.)])\s*\S", re.IGNORECASE)
_ITEM_NUMBER = LazyPattern(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)?[.)]?|[-–—•*·>]+", re.IGNORECASE)
_SECTION = LazyPattern(
    rf"\W*(?:[a-z0-9]{{1,3}}[.)] *)?(?:{_AGENCY}|non urusan|unsur|wajib|pilihan|"
    r"penunjang urusan|pendukung|pemerintahan|kewilayahan|kekhususan)\b",
    re.IGNORECASE,
)
_MONTHS = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
#: Nothing but a signature block says so.
_SIGNATURE = LazyPattern(
    r"\s*(?:mengetahui\b|menyetujui\b|disetujui oleh|nip\b[\s.:]|nip$|"
    r"pembina (?:utama|tk|tingkat)\b|"
    r"ditetapkan di|dibuat oleh|disusun oleh|a\.n\.)"
    rf"|[^0-9]{{3,40}},\s*(?:\d{{1,2}}|\.{{2,}}|…)?\s*(?:{_MONTHS})\s+(?:20\d\d|\.+|…)"
    r"|[^0-9]{3,40},\s*(?:\.{3,}|_{3,}|…+)\s*(?:20\d\d|20\.+|20_+)?\s*$"
    r"|\s*(?:\.{8,}|_{6,}|…{3,})",
    re.IGNORECASE,
)
#: Offices: they sign below a table, and answer for rows within it.
_OFFICE = LazyPattern(
    r"\s*(?:kepala (?:dinas|badan|bagian|kantor|bidang|bappeda|sub|seksi)|plt\b|plh\b|pembina\b|"
    r"bupati|wali ?kota|gubernur|camat\b|sekretaris (?:daerah|dinas|badan)|inspektur\b|direktur\b)",
    re.IGNORECASE,
)
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_FORM_KODE = re.compile(r"[xX]{1,4}(?:[.\- ]+[xX]{1,4})*\.?|[.…_\- ]+")
_DOTS = re.compile(r"\.{3,}|…|_{3,}")
_ONE_WORD = LazyPattern(r"(?=.*[0-9A-Za-z])\S{1,25}")


def is_blank_value(value: Value) -> bool:
    """Tell whether a cell holds nothing, or only a dash."""
    return value is None or (isinstance(value, str) and value.strip() in NONE_SIGNS)


def is_total_label(text: str) -> bool:
    """Tell whether a text labels a total."""
    if len(text) > 160 or not text:
        return False
    words = _read_label_words(text)
    return bool(_FULL_TOTAL.fullmatch(words) or _NAMED_TOTAL.fullmatch(words))


def _read_label_words(text: str) -> str:
    """Return the words of a label; the sign of a sum is one."""
    return " ".join(_OTHER_SIGNS.sub(" ", _SIGMA.sub(" jumlah ", text)).split())


def is_plain_total(text: str) -> bool:
    """Tell whether a text says that it is a total and nothing else: "JUMLAH", "Total Pagu (Rp)".

    "Jumlah Perangkat Daerah" labels a total, too, but an indicator as well.
    """
    return len(text) <= 160 and bool(_PLAIN_TOTAL.fullmatch(_read_label_words(text)))


def is_rincian_heading(texts: Iterable[Value]) -> bool:
    """Tell whether a row says nothing but "Rincian :"."""
    said = [text for text in texts if isinstance(text, str) and not is_blank_value(text)]
    return len(said) == 1 and len(said[0]) <= 60 and _RINCIAN.fullmatch(said[0]) is not None


def has_bullet(name: str) -> bool:
    """Tell whether a name begins with a bullet or a number of its own."""
    return _BULLET.match(name) is not None


def is_item_number(value: Value) -> bool:
    """Tell whether a cell numbers an item: 1, "a.", "2)", "-"."""
    if isinstance(value, str):
        return _ITEM_NUMBER.fullmatch(value.strip()) is not None
    return isinstance(value, float | int) and not isinstance(value, bool) and 0 < value < 1000


def is_section(name: str) -> bool:
    """Tell whether a name is that of a section: an urusan, an agency."""
    return _SECTION.match(name) is not None


def is_signature_line(values: Iterable[Value]) -> bool:
    """Tell whether a row belongs to the signature block and to nothing else."""
    return any(isinstance(value, str) and _SIGNATURE.match(value) for value in values)


def has_only_dots(values: Iterable[Value]) -> bool:
    """Tell whether a row holds nothing but dots and dashes: a line of a form to be filled in."""
    said = [value for value in values if value is not None]
    return all(isinstance(value, str) and not _LETTER_OR_DIGIT.search(value) for value in said)


def is_not_filled_in(kode: Value, name: str) -> bool:
    """Tell whether a row is still as the form has it: "x.xx.xx", "Program .........."."""
    if not isinstance(kode, str) or kode[:1].isdigit():
        return False
    if not _FORM_KODE.fullmatch(kode.strip()):
        return False
    return not _LETTER_OR_DIGIT.search(name) or _DOTS.search(name) is not None


def is_office(values: Iterable[Value]) -> bool:
    """Tell whether a row names an office that may sign."""
    return any(isinstance(value, str) and _OFFICE.match(value) for value in values)


def is_mistaken_kode(value: Value) -> bool:
    """Tell whether a text in the code column stands for a code, though it reads as none."""
    if not isinstance(value, str):
        return False
    text = value.strip()
    return (
        _ONE_WORD.fullmatch(text) is not None
        and not is_item_number(text)
        and not is_like_head(text)
        and not is_total_label(text)
        and text.strip("*):.").casefold() not in _NOT_KODE
    )


_NOT_KODE = split_words("rincian sumber catatan keterangan jumlah total")
