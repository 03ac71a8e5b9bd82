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

from release.bundle import PACKAGE_NAME, PROJECT, build_bundle
from release.plan import build_smoke_plan
from release.wheels import PYTHONS, find_missing_requirements
from selaras.version import __version__
from selaras_addin.functions import FUNCTIONS
from selaras_addin.ribbon import BUTTONS
from selaras_addin.xlam.build import build_addin

ADDIN = build_addin("id")
SCRIPTS = sorted([*PROJECT.glob("addin/windows/*.ps*1"), *PROJECT.glob("addin/smoke/*.ps1")])
SMOKE = PROJECT / "addin" / "smoke" / "selaras-smoke.ps1"
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
    with zipfile.ZipFile(io.BytesIO(build_bundle(ADDIN, wheels))) as archive:
        return {
            name.removeprefix(f"{PACKAGE_NAME}/"): archive.read(name) for name in archive.namelist()
        }


def test_the_bundle_is_the_same_bytes_whatever_the_order(wheels: list[Path]) -> None:
    assert build_bundle(ADDIN, wheels) == build_bundle(ADDIN, reversed(wheels))


def test_the_manifest_names_every_file_with_its_hash_and_the_add_in_apart(
    files: dict[str, bytes],
) -> None:
    manifest = json.loads(files.pop("isi.json"))
    # The add-in may be signed by an organisation, which changes it.
    assert files.pop("Selaras.xlam") == ADDIN
    assert manifest["addin"] == {"path": "Selaras.xlam", "sha256": sha256(ADDIN).hexdigest()}
    assert b"$bundle.addin" not in files["pasang.ps1"]
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
    plan = json.loads(build_smoke_plan(ADDIN))
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


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from walk(child)


def parse(path: Path) -> Node:
    return POWERSHELL.parse(path.read_bytes()).root_node


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_are_powershell(path: Path) -> None:
    bad = [node.start_point for node in walk(parse(path)) if node.is_error or node.is_missing]
    assert bad == []


def test_a_script_with_a_brace_too_few_would_be_noticed() -> None:
    text = SCRIPTS[0].read_bytes().rstrip()
    broken = text[: text.rindex(b"}")]
    assert POWERSHELL.parse(broken).root_node.has_error


#: Of Windows PowerShell 5.1, which every Windows 10 and 11 has.
CMDLETS = {
    "Add-Type", "ConvertFrom-Json", "ConvertTo-Json", "Copy-Item",
    "Export-ModuleMember", "Get-ChildItem", "Get-Content", "Get-Date", "Get-FileHash", "Get-Item",
    "ForEach-Object", "Get-Process", "Import-Module", "Join-Path", "Move-Item", "New-Item",
    "New-Object",
    "Out-Host", "Out-Null",
    "Remove-Item", "Set-Content", "Set-ItemProperty", "Set-StrictMode", "Start-Sleep", "Test-Path",
    "Where-Object", "Write-Host",
}  # fmt: skip


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_call_only_what_there_is(path: Path) -> None:
    shared = PROJECT / "addin" / "windows" / "selaras.psm1"
    roots = [parse(path)]
    if b"selaras.psm1" in path.read_bytes():
        roots.append(parse(shared))
    defined = {
        node.text.decode()
        for root in roots
        for node in walk(root)
        if node.type == "function_name" and node.text
    }
    called = {
        node.text.decode()
        for node in walk(roots[0])
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
        (smoke, "effect", set(plan["buttons"][0]["effects"][0])),
        (smoke, "cell", {"sheet", "cell", "value", "NumberFormat", "Value2"}),
        (smoke, "place", {"sheet", "cell"}),
        (smoke, "function", set(plan["functions"][0])),
    ):
        used = set(re.findall(rf"\${name}\.(\w+)", text, re.IGNORECASE))
        assert used
        assert used <= keys


def test_what_the_plan_asks_about_the_script_can_read() -> None:
    plan = json.loads(build_smoke_plan(ADDIN))
    smoke = SMOKE.read_text()
    steps = plan["buttons"]
    assert {key for step in steps for cell in step["write"] for key in cell} == {
        "sheet", "cell", "value",
    }  # fmt: skip
    assert {key for step in steps for place in step["select"] for key in place} == {"sheet", "cell"}
    read = set(re.findall(r"^        '(\w+)' {", smoke, re.MULTILINE))
    assert {effect["fact"] for step in steps for effect in step["effects"]} == read
    patterns = [effect["pattern"] for step in steps for effect in step["effects"]]
    patterns += [words for step in steps for box in step["dialogs"] for words in box]
    for pattern in patterns:
        # What all would fit says nothing; these letters PowerShell and Python read differently.
        assert pattern != "*"
        assert not set(pattern) & set("[]?`")
    for step in steps:
        assert step["effects"] or step["dialogs"], f"{step['id']} would pass whatever happens"
    assert plan["title"] == "Selaras"
    assert 0 < plan["seconds"] <= 600


def find_function(root: Node, name: str) -> Node:
    (found,) = (
        node
        for node in walk(root)
        if node.type == "function_statement" and node.named_children[0].text == name.encode()
    )
    return found


def read_words(node: Node) -> str:
    """Return the text of a node on one line, without comments."""
    assert node.text
    lines = node.text.decode().splitlines()
    return " ".join(" ".join(line for line in lines if not line.strip().startswith("#")).split())


def find_of_type(node: Node, kind: str) -> list[str]:
    return [read_words(one) for one in walk(node) if one.type == kind]


def find_verdict_gaps(script: bytes) -> list[str]:
    """Return the ways in which a fault of a step would not end in a failure of the script."""
    root = POWERSHELL.parse(script).root_node
    step, box, effect = (
        find_function(root, name) for name in ("Invoke-Step", "Get-BoxFault", "Get-EffectFault")
    )
    body, whole = read_words(step), read_words(root)
    add = "$null = $faults.Add("
    must = {
        "an exception is a fault": find_of_type(step, "catch_clause")
        == [f"catch {{ {add}$_.Exception.Message) }}"],
        "time lost is a fault": f"if ($watcher.End()) {{ {add}" in body,
        "the time runs": "$watcher.Begin($tasks.seconds) try { $note = " in body,
        "a box is a fault": f"in @(Get-BoxFault $Boxes $said)) {{ {add}$fault) }}" in body,
        "an effect is a fault": f"in @(Get-EffectFault $Effects)) {{ {add}$fault) }}" in body,
        "faults stay": len(re.findall(r"\$faults\s*[-+]?=", whole)) == 1
        and not re.search(r"\$faults\.(?!Add|Count)", whole),
        "every fault is added": body.count(add) == len(re.findall(r"\.Add\(", body)) - 1 == 4,
        "ok is no faults": re.findall(r"\bok = [^;]+;", whole) == ["ok = ($faults.Count -eq 0);"],
        "nothing else sets ok": not re.search(r"\.ok\s*=|\['ok'\]", whole),
        "the step is kept": body.count("$null = $results.Add($step)") == 1
        and whole.count("$results.") == 1,
        "the mark is that of ok": "$mark = 'GAGAL' if ($step.ok) { $mark = 'baik' }" in body,
        "no way out": not {"return", "continue", "break"} & set(re.findall(r"\w+", body)),
        "each box is looked at": "for ($at = 0; $at -lt [Math]::Max($Expected.Count, $Said.Count)"
        in read_words(box),
        "boxes are compared": re.findall(r"if \((.+?)\) { \"", read_words(box))
        == [
            "$at -ge $Said.Count",
            "$at -ge $Expected.Count",
            "$Said[$at].Title -cne $tasks.title -or -not "
            "@($Expected[$at] | Where-Object { $Said[$at].Words -clike $_ }).Count",
        ],
        "what cannot be read is seen": find_of_type(effect, "catch_clause")
        == ["catch { $found = 'tidak terbaca: ' + $_.Exception.Message }"],
        "effects are compared": 'if ($found -cnotlike $effect.pattern) { "' in read_words(effect),
        "found is read": read_words(effect).count("$found = ") == 2
        and "try { $found = [string](Read-Fact $effect) }" in read_words(effect),
        "buttons bring their plan": "Invoke-Step 'tombol' $button.id { Invoke-Button $button.id } "
        "$button.dialogs $button.effects" in whole,
        "failures are counted": whole.count("failed = ") == 1
        and "failed = @($results | Where-Object { -not $_.ok }).Count steps" in whole,
        "failures end in 1": re.search(
            r"} if \(\$summary\.failed -gt 0\) { [^}]+ exit 1 } Write-Host '[^']+' [^$]+ exit 0$",
            whole,
        )
        and re.findall(r"exit \d", whole) == ["exit 1", "exit 0"],
    }
    return [what for what, holds in must.items() if not holds]


def test_every_fault_of_a_step_fails_the_smoke_test() -> None:
    assert find_verdict_gaps(SMOKE.read_bytes()) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$null = $faults.Add($_.Exception.Message)", "$note = $_.Exception.Message"),
        ("if ($watcher.End()) {", "if ($false) {"),
        ("$watcher.Begin($tasks.seconds)", ""),
        ("@(Get-BoxFault $Boxes $said)", "@()"),
        ("@(Get-EffectFault $Effects)", "@()"),
        ("ok = ($faults.Count -eq 0)", "ok = $true"),
        ("ok = ($faults.Count -eq 0)", "ok = ($faults.Count -ge 0)"),
        ("$null = $results.Add($step)", "$step.ok = $true; $null = $results.Add($step)"),
        ("$said = @($watcher.Take())", "$said = @($watcher.Take()); $faults.Clear()"),
        ("if ($step.ok) { $mark", "if ($step) { $mark"),
        ("-cnotlike $effect.pattern", "-cnotlike '*'"),
        ("'tidak terbaca: ' + $_.Exception.Message", "$effect.pattern"),
        ("elseif ($at -ge $Expected.Count)", "elseif ($false)"),
        ("$Said[$at].Words -clike $_", "$true"),
        (" $button.dialogs $button.effects", ""),
        ("Where-Object { -not $_.ok }", "Where-Object { $_.ok -eq 'x' }"),
        ("$summary.failed -gt 0", "$summary.failed -gt 99"),
        ("exit 1", "exit 0"),
    ],
)  # fmt: skip
def test_a_verdict_that_lets_a_fault_pass_would_be_noticed(before: str, after: str) -> None:
    script = SMOKE.read_text()
    assert script.count(before) == 1
    assert find_verdict_gaps(script.replace(before, after).encode()) != []


def test_every_box_of_that_excel_is_answered_whatever_its_title(files: dict[str, bytes]) -> None:
    smoke = files["smoke/selaras-smoke.ps1"].decode()
    # A box of another program counts only by Selaras' title; xlwings' "Error" is one of Excel's.
    assert "if (owner != excel && box.Title != title) return true;" in smoke
    assert "if (!late && DateTime.UtcNow > limit) { late = true; EndExcel(); }" in smoke
    # Loaded by Windows PowerShell's compiler of C# 5, with no more than System.dll.
    assert not re.search(r"HashSet|Linq|\?\.|out var|\$\"", smoke.partition("'@")[0])


def test_the_note_in_the_zip_and_the_guide_say_the_same_of_the_zip(files: dict[str, bytes]) -> None:
    guide = (PROJECT / "docs" / "excel.md").read_text(encoding="utf-8")
    manifest = json.loads(files["isi.json"])
    for text in (files["BACA-SAYA.txt"].decode(), guide):
        told = " ".join(text.replace("`", "").split())
        # Where it comes from, what to do before unpacking it, and which hash may differ.
        assert "dari orang atau kantor yang membuatnya dengan skrip rilis, atau dari rilis" in (
            told.lower()
        )
        assert told.index("centang Unblock") < told.index("klik dua kali Pasang.cmd")
        assert "ditulis tersendiri" in told
        assert "(addin) dan tidak ditegakkan" in told
    assert manifest["addin"]["path"] not in {file["path"] for file in manifest["files"]}


def find_installation_gaps(script: bytes) -> list[str]:
    """Return the ways in which an installation that fails would leave none that works."""
    root = POWERSHELL.parse(script).root_node
    whole = read_words(root)
    *_, attempt = (node for node in walk(root) if node.type == "try_statement")
    tried = read_words(attempt.named_children[0])
    (at_last,) = find_of_type(attempt, "finally_clause")
    before = whole.partition(read_words(attempt))[0]
    must = {
        "all that may fail is tried": tried.count("Invoke-Program ") == 3,
        "nothing runs before or after": "Invoke-Program " not in whole.replace(tried, ""),
        "it is done at the end": tried.endswith("$installed = $true }")
        and re.findall(r"\$installed = (\S+)", whole) == ["$false", "$true"],
        "the old one is put aside": "elseif (Test-Path -LiteralPath $target) { try { Move-Item "
        "-LiteralPath $target -Destination $aside } catch { Stop-Selaras " in before,
        "what was put aside before stays": "if (Test-Path -LiteralPath $aside) { Remove-Tree "
        "$target } elseif" in before,
        "the old one comes back": at_last == "finally { if (-not $installed) { Remove-Tree $target "
        "if (Test-Path -LiteralPath $aside) { Move-Item -LiteralPath $aside -Destination $target } "
        "} }",
    }
    return [what for what, holds in must.items() if not holds]


INSTALLER = PROJECT / "addin" / "windows" / "pasang.ps1"


def test_where_an_installation_fails_the_old_one_comes_back() -> None:
    assert find_installation_gaps(INSTALLER.read_bytes()) == []
    # What was put aside goes with the other versions, after all has gone well.
    name = f"{__version__}.lama"
    (pattern,) = re.findall(r"-match '([^']+)'", INSTALLER.read_text())
    assert re.match(pattern, name)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    $installed = $true\n", ""),
        ("$installed = $false", "$installed = $true"),
        ("Move-Item -LiteralPath $target -Destination $aside", "Remove-Tree $target"),
        ("Move-Item -LiteralPath $aside -Destination $target", "Remove-Tree $aside"),
        ("if (-not $installed)", "if ($installed)"),
        ("if (Test-Path -LiteralPath $aside) {\n    #", "if ($false) {\n    #"),
    ],
)
def test_an_installer_that_loses_the_old_one_would_be_noticed(before: str, after: str) -> None:
    script = INSTALLER.read_text()
    assert script.count(before) == 1
    assert find_installation_gaps(script.replace(before, after).encode()) != []


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


def write_wheel(folder: Path, name: str, *requires: str) -> Path:
    path = folder / name
    distribution = "-".join(name.split("-")[:2])
    lines = ["Metadata-Version: 2.1", *(f"Requires-Dist: {one}" for one in requires)]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{distribution}.dist-info/METADATA", "\n".join(lines) + "\n")
    return path


def test_what_is_missing_is_decided_for_windows_and_through_all_packages(tmp_path: Path) -> None:
    own = write_wheel(
        tmp_path, "selaras-1-py3-none-any.whl",
        'xlwings==0.37.8; extra == "excel"', "rich>=13", 'pandas; extra == "frame"',
    )  # fmt: skip
    assert set(find_missing_requirements(own, tmp_path, "3.12")) == {"xlwings==0.37.8", "rich>=13"}

    write_wheel(
        tmp_path, "xlwings-0.37.8-cp312-cp312-win_amd64.whl",
        'pywin32>=224; platform_system == "Windows"', 'appscript; platform_system == "Darwin"',
    )  # fmt: skip
    write_wheel(tmp_path, "rich-15.0.0-py3-none-any.whl", "pygments")
    assert set(find_missing_requirements(own, tmp_path, "3.12")) == {"pywin32>=224", "pygments"}
    # A wheel for another Python helps this one nothing.
    assert "xlwings==0.37.8" in set(find_missing_requirements(own, tmp_path, "3.11"))

    write_wheel(tmp_path, "pywin32-200-cp312-cp312-win_amd64.whl")
    write_wheel(tmp_path, "pygments-2-cp39-abi3-win_amd64.whl")
    assert set(find_missing_requirements(own, tmp_path, "3.12")) == {"pywin32>=224"}
    write_wheel(tmp_path, "pywin32-312-cp312-cp312-win_amd64.whl")
    assert set(find_missing_requirements(own, tmp_path, "3.12")) == set()
