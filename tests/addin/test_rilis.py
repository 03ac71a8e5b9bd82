"""The bundle for Windows, and its scripts as far as they can be proved without Windows."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

from rilis.bundle import NAME, PROJECT, bundle
from rilis.plan import smoke_plan
from rilis.wheels import PYTHONS, missing_requirements
from selaras.version import __version__
from selaras_addin.fungsi import FUNCTIONS
from selaras_addin.ribbon import BUTTONS
from selaras_addin.xlam.build import build

ADDIN = build("id")
SCRIPTS = sorted([*PROJECT.glob("addin/windows/*.ps*1"), *PROJECT.glob("addin/smoke/*.ps1")])
POWERSHELL = Parser(Language(tree_sitter_powershell.language()))


@pytest.fixture
def wheels(tmp_path: Path) -> list[Path]:
    """Files in place of wheels: only their names and bytes matter to the bundle."""
    found = [tmp_path / "selaras-9-py3-none-any.whl", tmp_path / "xlwings-9-cp311-cp311-win.whl"]
    for path in found:
        path.write_bytes(path.name.encode())
    return found


@pytest.fixture
def files(wheels: list[Path]) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle(ADDIN, wheels))) as archive:
        return {name.removeprefix(f"{NAME}/"): archive.read(name) for name in archive.namelist()}


def test_the_bundle_is_the_same_bytes_whatever_the_order(wheels: list[Path]) -> None:
    assert bundle(ADDIN, wheels) == bundle(ADDIN, reversed(wheels))


def test_the_manifest_names_every_file_but_the_add_in_with_its_hash(
    files: dict[str, bytes],
) -> None:
    manifest = json.loads(files.pop("isi.json"))
    # The add-in may be signed by an organisation, which changes it.
    assert files.pop("Selaras.xlam") == ADDIN
    assert manifest["files"] == [
        {"path": path, "sha256": sha256(data).hexdigest()} for path, data in sorted(files.items())
    ]
    assert manifest["requirement"] == f"selaras[excel]=={__version__}"
    assert manifest["python"] == sorted(PYTHONS, key=lambda text: -int(text.split(".")[1]))
    assert "wheels/selaras-9-py3-none-any.whl" in files


def test_what_windows_reads_has_its_line_ends_and_no_letters_that_depend_on_a_code_page(
    files: dict[str, bytes],
) -> None:
    texts = [path for path in files if path.endswith((".ps1", ".psm1", ".cmd", ".txt"))]
    assert len(texts) == 8
    for path in texts:
        data = files[path]
        assert data.count(b"\n") == data.count(b"\r\n") > 0, path
        assert data.isascii(), path


def test_the_smoke_plan_is_the_tables() -> None:
    plan = json.loads(smoke_plan(ADDIN))
    assert plan["addin_sha256"] == sha256(ADDIN).hexdigest()
    assert [button["id"] for button in plan["buttons"]] == [button.id for button in BUTTONS]
    assert [function["name"] for function in plan["functions"]] == [
        function.name for function in FUNCTIONS
    ]
    for planned, function in zip(plan["functions"], FUNCTIONS, strict=True):
        assert len(planned["arguments"]) == len(function.example.arguments)
        assert all(isinstance(column, list) for column in planned["arguments"])
        result = function.example.result
        assert planned["expected"] == (list(result) if isinstance(result, tuple) else [result])


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from nodes(child)


def parsed(path: Path) -> Node:
    return POWERSHELL.parse(path.read_bytes()).root_node


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_are_powershell(path: Path) -> None:
    bad = [node.start_point for node in nodes(parsed(path)) if node.is_error or node.is_missing]
    assert bad == []


def test_a_script_with_a_brace_too_few_would_be_noticed() -> None:
    text = SCRIPTS[0].read_bytes().rstrip()
    broken = text[: text.rindex(b"}")]
    assert POWERSHELL.parse(broken).root_node.has_error


#: Of Windows PowerShell 5.1, which every Windows 10 and 11 has.
CMDLETS = {
    "Add-Type", "ConvertFrom-Json", "ConvertTo-Json", "Copy-Item",
    "Export-ModuleMember", "Get-ChildItem", "Get-Content", "Get-Date", "Get-FileHash", "Get-Item",
    "Get-Process", "Import-Module", "Join-Path", "New-Item", "New-Object", "Out-Host", "Out-Null",
    "Remove-Item", "Set-Content", "Set-ItemProperty", "Set-StrictMode", "Start-Sleep", "Test-Path",
    "Where-Object", "Write-Host",
}  # fmt: skip


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_call_only_what_there_is(path: Path) -> None:
    shared = PROJECT / "addin" / "windows" / "selaras.psm1"
    roots = [parsed(path)]
    if b"selaras.psm1" in path.read_bytes():
        roots.append(parsed(shared))
    defined = {
        node.text.decode()
        for root in roots
        for node in nodes(root)
        if node.type == "function_name" and node.text
    }
    called = {
        node.text.decode()
        for node in nodes(roots[0])
        if node.type == "command_name" and node.text and re.match(rb"\w+-\w+$", node.text)
    }
    assert called
    assert called <= CMDLETS | defined


def test_the_scripts_read_only_what_their_json_has(files: dict[str, bytes]) -> None:
    manifest = json.loads(files["isi.json"])
    plan = json.loads(files["smoke/selaras-smoke.json"])
    install = files["pasang.ps1"].decode()
    smoke = files["smoke/selaras-smoke.ps1"].decode()
    for text, name, keys in (
        (install, "bundle", set(manifest)),
        (install, "file", set(manifest["files"][0])),
        (smoke, "tasks", set(plan)),
        (smoke, "button", set(plan["buttons"][0])),
        (smoke, "function", set(plan["functions"][0])),
    ):
        used = set(re.findall(rf"\${name}\.(\w+)", text, re.IGNORECASE))
        assert used
        assert used <= keys


def test_the_scripts_name_only_files_of_the_bundle(files: dict[str, bytes]) -> None:
    folders = {path.partition("/")[0] for path in files if "/" in path}
    for script, folder in (
        ("pasang.ps1", ""),
        ("hapus.ps1", ""),
        ("smoke/selaras-smoke.ps1", "smoke/"),
    ):
        text = files[script].decode()
        named = re.findall(r"Join-Path \$PSScriptRoot '([^']+)'", text)
        assert named
        assert {folder + name for name in named} <= set(files) | folders, script
    for script in ("Pasang.cmd", "Hapus.cmd"):
        (named_script,) = re.findall(r"%~dp0([\w.]+)", files[script].decode())
        assert named_script in files


def wheel(folder: Path, name: str, *requires: str) -> Path:
    path = folder / name
    distribution = "-".join(name.split("-")[:2])
    lines = ["Metadata-Version: 2.1", *(f"Requires-Dist: {one}" for one in requires)]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{distribution}.dist-info/METADATA", "\n".join(lines) + "\n")
    return path


def test_what_is_missing_is_decided_for_windows_and_through_all_packages(tmp_path: Path) -> None:
    own = wheel(
        tmp_path, "selaras-1-py3-none-any.whl",
        'xlwings==0.37.8; extra == "excel"', "rich>=13", 'pandas; extra == "frame"',
    )  # fmt: skip
    assert set(missing_requirements(own, tmp_path, "3.12")) == {"xlwings==0.37.8", "rich>=13"}

    wheel(
        tmp_path, "xlwings-0.37.8-cp312-cp312-win_amd64.whl",
        'pywin32>=224; platform_system == "Windows"', 'appscript; platform_system == "Darwin"',
    )  # fmt: skip
    wheel(tmp_path, "rich-15.0.0-py3-none-any.whl", "pygments")
    assert set(missing_requirements(own, tmp_path, "3.12")) == {"pywin32>=224", "pygments"}
    # A wheel for another Python helps this one nothing.
    assert "xlwings==0.37.8" in set(missing_requirements(own, tmp_path, "3.11"))

    wheel(tmp_path, "pywin32-200-cp312-cp312-win_amd64.whl")
    wheel(tmp_path, "pygments-2-cp39-abi3-win_amd64.whl")
    assert set(missing_requirements(own, tmp_path, "3.12")) == {"pywin32>=224"}
    wheel(tmp_path, "pywin32-312-cp312-cp312-win_amd64.whl")
    assert set(missing_requirements(own, tmp_path, "3.12")) == set()
