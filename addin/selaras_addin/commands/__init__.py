"""The commands behind the ribbon's buttons, and the one way in to all of them.

VBA calls `run("<id>")`. A command is a function that takes a `Kerja` (see `kerja`): the workbook in
front, and the means of speaking to the user. It ends by returning, or by raising `Pesan` with a
sentence for the user; whatever else it raises is written to a log file and said in plain words.
"""

from __future__ import annotations

from collections.abc import Mapping

_PAKET = "selaras_addin.commands"

#: The id of a button -> "module:function".
COMMANDS: Mapping[str, str] = {
    "periksa_buku": f"{_PAKET}.check:periksa_buku",
    "periksa_lembar": f"{_PAKET}.check:periksa_lembar",
    "daftar_temuan": f"{_PAKET}.findings_list:daftar_temuan",
    "temuan_sebelumnya": f"{_PAKET}.trace:temuan_sebelumnya",
    "temuan_berikutnya": f"{_PAKET}.trace:temuan_berikutnya",
    "jelaskan": f"{_PAKET}.explain:jelaskan",
    "hapus_tanda": f"{_PAKET}.clear_marks:hapus_tanda",
    "hitung_ulang_subtotal": f"{_PAKET}.mend:hitung_ulang_subtotal",
    "rapikan_kode": f"{_PAKET}.mend:rapikan_kode",
    "isi_nama_resmi": f"{_PAKET}.mend:isi_nama_resmi",
    "terapkan_usulan": f"{_PAKET}.mend:terapkan_usulan",
    "batalkan": f"{_PAKET}.mend:batalkan",
    "bandingkan_renja_rkpd": f"{_PAKET}.compare:bandingkan_renja_rkpd",
    "bandingkan_renja_renstra": f"{_PAKET}.compare:bandingkan_renja_renstra",
    "template_baru": f"{_PAKET}.workbook:template_baru",
    "laporan_html": f"{_PAKET}.workbook:laporan_html",
    "pengaturan": f"{_PAKET}.help:pengaturan",
    "panduan": f"{_PAKET}.help:panduan",
    "tentang": f"{_PAKET}.help:tentang",
}


def run(id: str) -> None:
    """Run the command of a button on the workbook in front.

    What the user must know is shown in Excel; the rest goes to the log file that it names. Raises
    only ImportError, where Selaras was not installed whole: xlwings shows that.
    """
    from selaras_addin.commands.runner import jalankan

    jalankan(id, COMMANDS.get(id))
