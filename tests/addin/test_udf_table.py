"""The table of the functions in cells: what Excel and the VBA source can hold."""

from __future__ import annotations

import pytest

from selaras_addin.functions import CATEGORY, FUNCTIONS, HELP_LIMIT, Function


def test_all_functions_of_the_contract_are_there() -> None:
    assert [function.name for function in FUNCTIONS] == [
        "SELARAS_KODE",
        "SELARAS_TINGKAT",
        "SELARAS_INDUK",
        "SELARAS_PERIKSA_KODE",
        "SELARAS_NAMA",
        "SELARAS_SUBTOTAL",
        "SELARAS_SELISIH",
        "SELARAS_COCOK",
        "SELARAS_RUPIAH",
        "SELARAS_TERBILANG",
        "SELARAS_CAPAIAN",
    ]
    assert CATEGORY == "Selaras"


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_help_fits_into_excel_and_into_the_code_page_of_vba(function: Function) -> None:
    for words in (function.help, *(parameter.help for parameter in function.parameters)):
        for text in words:
            assert 10 < len(text) <= HELP_LIMIT
            assert text.isprintable()
            text.encode("cp1252")
            assert '"' not in text  # would end the string in the VBA source


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_required_parameters_come_first_and_have_names_that_vba_takes(function: Function) -> None:
    optional = [parameter.optional for parameter in function.parameters]
    assert optional == sorted(optional)
    names = [parameter.name for parameter in function.parameters]
    assert len(set(names)) == len(names) > 0
    assert all(name.isidentifier() and name.isascii() for name in (*names, function.name))
    required = optional.count(False)
    assert required <= len(function.example.arguments) <= len(names)
