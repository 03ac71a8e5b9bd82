"""The table of the ribbon against the contract, and against what Office demands of it."""

from __future__ import annotations

import re

from selaras_addin.commands import BUTTON_COMMANDS
from selaras_addin.ribbon import BUTTONS, GROUPS, TAB_KEYTIP

CONTRACT = {
    "Periksa": ["periksa_buku", "periksa_lembar"],
    "Temuan": [
        "daftar_temuan", "temuan_sebelumnya", "temuan_berikutnya", "jelaskan", "hapus_tanda",
    ],
    "Perbaiki": [
        "hitung_ulang_subtotal", "rapikan_kode", "isi_nama_resmi", "terapkan_usulan", "batalkan",
    ],
    "Selaraskan": ["bandingkan_renja_rkpd", "bandingkan_renja_renstra"],
    "Buku Kerja": ["template_baru", "laporan_html"],
    "Bantuan": ["pengaturan", "panduan", "tentang"],
}  # fmt: skip


def test_groups_and_buttons_are_those_of_the_contract_in_its_order() -> None:
    found = {
        group.label.id: [button.id for button in BUTTONS if button.group == group.id]
        for group in GROUPS
    }
    assert found == CONTRACT
    assert list(found) == list(CONTRACT)
    assert len(BUTTONS) == sum(map(len, CONTRACT.values()))


def test_each_button_has_its_command_and_each_command_its_button() -> None:
    assert set(BUTTON_COMMANDS) == {button.id for button in BUTTONS}


def test_labels_and_tips_stand_in_both_languages_within_the_limits_of_office() -> None:
    for button in BUTTONS:
        for text in (button.label, button.screentip, button.supertip):
            assert text.id.strip(), button.id
            assert text.en.strip(), button.id
            # Office refuses the whole ribbon over one attribute that is too long.
            assert max(map(len, text)) <= 1024
        assert button.supertip.id.endswith("."), button.id


def test_key_tips_are_unique_and_lead_to_one_button() -> None:
    keytips = [button.keytip for button in BUTTONS]
    assert len(set(keytips)) == len(keytips)
    assert all(re.fullmatch(r"[A-Z0-9]{1,3}", keytip) for keytip in [*keytips, TAB_KEYTIP])
