"""The stage of a plan that a title or a sheet's name tells: a draft, the final one, a revision."""

from __future__ import annotations

from selaras.values.fold import fold
from selaras.values.lazy_regex import LazyPattern

#: Longer lines are sentences.
LONGEST_STAGE_LINE = 160

#: From the plan that counts least to the one that counts most, where a workbook has several.
_STAGES: tuple[tuple[str, LazyPattern], ...] = tuple(
    (name, LazyPattern(rf"\b(?:{words})\b"))
    for name, words in (
        ("lama", r"lama|draft?|konsep|old|arsip|backup|salinan|batal|tidak dipakai|dibuang"),
        ("usulan", r"usulan"),
        ("rancangan awal", r"rancangan awal|ranwal"),
        ("ppas", r"kua|ppas?|plafon anggaran"),
        ("rancangan", r"rancangan(?! a(?:wal|khir)\b)|asistensi|verifikasi|forum"),
        ("rancangan akhir", r"rancangan akhir|rankhir|ranhir"),
        ("murni", r"murni|induk|penetapan|final|fix"),
        ("pergeseran", r"pergeseran"),
        ("perubahan", r"perubahan(?! iklim)|p renja|prenja|renja p|renjap|revisi"),
    )
)
STAGES = tuple(name for name, _ in _STAGES)
_ORDER = {name: number for number, name in enumerate(STAGES)}


def read_stages(text: str) -> frozenset[str]:
    """Return the stages that a text names."""
    folded = fold(text.replace("_", " "))
    if len(folded) > LONGEST_STAGE_LINE:
        return frozenset()
    return frozenset(name for name, pattern in _STAGES if pattern.search(folded))


def rank_stages(stages: frozenset[str]) -> int:
    """Return how much a plan of such a stage counts; one without any is the plan itself."""
    return max((_ORDER[stage] for stage in stages), default=_ORDER["murni"])
