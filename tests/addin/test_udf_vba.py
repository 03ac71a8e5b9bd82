"""The decorated functions against the table, through what xlwings makes of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest

from selaras_addin import functions
from selaras_addin.functions import CATEGORY, FUNCTIONS, Function

from .excel import MODULE, Excel, open_excel

EACH = pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)


@pytest.fixture(scope="module")
def xl() -> Iterator[Excel]:
    with open_excel() as found:
        yield found


def test_the_module_is_the_one_that_the_table_names() -> None:
    assert functions.UDF_MODULE == MODULE


def test_nothing_but_the_functions_of_the_table_is_given_to_excel(xl: Excel) -> None:
    given = {
        name for name, value in vars(sys.modules[MODULE]).items() if hasattr(value, "__xlfunc__")
    }
    assert given == {function.name for function in FUNCTIONS}
    written = re.findall(r"^Function (\w+)\(", xl.write_vba(), re.MULTILINE)
    assert sorted(written) == sorted(given)


@EACH
def test_names_arguments_and_help_agree(xl: Excel, function: Function) -> None:
    known = getattr(sys.modules[MODULE], function.name).__xlfunc__
    assert known["name"] == function.name
    assert known["ret"]["doc"] == function.help.id
    assert known["category"] == CATEGORY
    assert [(arg["name"], arg["doc"], "optional" in arg) for arg in known["args"]] == [
        (parameter.name, parameter.help.id, parameter.optional) for parameter in function.parameters
    ]
    signature = ", ".join(
        f"Optional {p.name}" if p.optional else p.name for p in function.parameters
    )
    assert f"Function {function.name}({signature})\n" in xl.write_vba().replace("\r\n", "\n")


@EACH
def test_no_function_is_volatile_or_runs_beside_the_calculation(
    xl: Excel, function: Function
) -> None:
    known = getattr(sys.modules[MODULE], function.name).__xlfunc__
    assert known["volatile"] is False
    assert known["async_mode"] is None
    assert not known["sub"]
    assert "Application.Volatile" not in xl.write_vba()


@EACH
def test_cells_are_handed_over_raw(xl: Excel, function: Function) -> None:
    assert xl
    known = getattr(sys.modules[MODULE], function.name).__xlfunc__
    assert {arg["options"]["convert"] for arg in known["args"]} == {"raw"}
    assert known["ret"]["options"] == {"convert": "raw"}


def test_parameters_that_the_table_does_not_have_are_refused(xl: Excel) -> None:
    assert xl

    def SELARAS_KODE(code: object) -> object:
        return code

    with pytest.raises(TypeError, match="SELARAS_KODE has other parameters"):
        sys.modules[MODULE]._register(SELARAS_KODE)
