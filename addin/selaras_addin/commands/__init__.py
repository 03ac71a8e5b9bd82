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
    "periksa_buku": f"{_PAKET}.periksa:periksa_buku",
    "periksa_lembar": f"{_PAKET}.periksa:periksa_lembar",
    "daftar_temuan": f"{_PAKET}.daftar:daftar_temuan",
    "temuan_sebelumnya": f"{_PAKET}.telusur:temuan_sebelumnya",
    "temuan_berikutnya": f"{_PAKET}.telusur:temuan_berikutnya",
    "jelaskan": f"{_PAKET}.jelaskan:jelaskan",
    "hapus_tanda": f"{_PAKET}.hapus:hapus_tanda",
    "hitung_ulang_subtotal": f"{_PAKET}.perbaiki:hitung_ulang_subtotal",
    "rapikan_kode": f"{_PAKET}.perbaiki:rapikan_kode",
    "isi_nama_resmi": f"{_PAKET}.perbaiki:isi_nama_resmi",
    "terapkan_usulan": f"{_PAKET}.perbaiki:terapkan_usulan",
    "batalkan": f"{_PAKET}.perbaiki:batalkan",
    "bandingkan_renja_rkpd": f"{_PAKET}.selaraskan:bandingkan_renja_rkpd",
    "bandingkan_renja_renstra": f"{_PAKET}.selaraskan:bandingkan_renja_renstra",
    "template_baru": f"{_PAKET}.buku_kerja:template_baru",
    "laporan_html": f"{_PAKET}.buku_kerja:laporan_html",
    "pengaturan": f"{_PAKET}.bantuan:pengaturan",
    "panduan": f"{_PAKET}.bantuan:panduan",
    "tentang": f"{_PAKET}.bantuan:tentang",
}


def run(id: str) -> None:
    """Run the command of a button on the workbook in front.

    What the user must know is shown in Excel; the rest goes to the log file that it names. Raises
    only ImportError, where Selaras was not installed whole: xlwings shows that.
    """
    from selaras_addin.commands.runner import jalankan

    jalankan(id, COMMANDS.get(id))
