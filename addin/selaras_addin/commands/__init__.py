"""The commands behind the ribbon's buttons, and the one way in to all of them.

VBA calls `run("<id>")`. A command is a function that takes a `Press` (see `job`): the workbook in
front, and the means of speaking to the user. It ends by returning, or by raising `UserMessage` with
a sentence for the user; whatever else it raises is written to a log file and said in plain words.
"""

from __future__ import annotations

from collections.abc import Mapping

_PACKAGE = "selaras_addin.commands"

#: The id of a button -> "module:function".
BUTTON_COMMANDS: Mapping[str, str] = {
    "periksa_buku": f"{_PACKAGE}.check:periksa_buku",
    "periksa_lembar": f"{_PACKAGE}.check:periksa_lembar",
    "daftar_temuan": f"{_PACKAGE}.findings_list:daftar_temuan",
    "temuan_sebelumnya": f"{_PACKAGE}.trace:temuan_sebelumnya",
    "temuan_berikutnya": f"{_PACKAGE}.trace:temuan_berikutnya",
    "jelaskan": f"{_PACKAGE}.explain:jelaskan",
    "hapus_tanda": f"{_PACKAGE}.clear_marks:hapus_tanda",
    "hitung_ulang_subtotal": f"{_PACKAGE}.mend:hitung_ulang_subtotal",
    "rapikan_kode": f"{_PACKAGE}.mend:rapikan_kode",
    "isi_nama_resmi": f"{_PACKAGE}.mend:isi_nama_resmi",
    "terapkan_usulan": f"{_PACKAGE}.mend:terapkan_usulan",
    "batalkan": f"{_PACKAGE}.mend:batalkan",
    "bandingkan_renja_rkpd": f"{_PACKAGE}.compare:bandingkan_renja_rkpd",
    "bandingkan_renja_renstra": f"{_PACKAGE}.compare:bandingkan_renja_renstra",
    "template_baru": f"{_PACKAGE}.workbook:template_baru",
    "laporan_html": f"{_PACKAGE}.workbook:laporan_html",
    "pengaturan": f"{_PACKAGE}.help:pengaturan",
    "panduan": f"{_PACKAGE}.help:panduan",
    "tentang": f"{_PACKAGE}.help:tentang",
}


def run(id: str) -> None:
    """Run the command of a button on the workbook in front.

    What the user must know is shown in Excel; the rest goes to the log file that it names. Raises
    only ImportError, where Selaras was not installed whole: xlwings shows that.
    """
    from selaras_addin.commands.runner import run_command

    run_command(id, BUTTON_COMMANDS.get(id))
