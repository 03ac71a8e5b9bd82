"""Settings of Excel and of an organisation that keep macros or add-ins from loading."""

from __future__ import annotations

import ntpath
from collections.abc import Iterator, Mapping
from pathlib import Path

from selaras.values.text import Text
from selaras_addin.setup.doctor.diagnosis import Diagnosis, say_ok, say_problem, say_warning
from selaras_addin.setup.doctor.excel import Excel
from selaras_addin.setup.places import Places
from selaras_addin.setup.registry import Hive, Registry, RegistryValue
from selaras_addin.xlam import ADDIN_FILE_NAME

_ASK_IT = Text(
    "Hubungi pengelola TI kantor Anda: kebijakan ini hanya dapat diubah olehnya.",
    "Ask the people who manage your office's computers: only they can change this policy.",
)
#: Values of VBAWarnings: only signed macros, and none at all.
_SIGNED_ONLY, _NONE = 3, 4


def diagnose_policy(registry: Registry, excel: Excel, places: Places) -> Iterator[Diagnosis]:
    """Yield what keeps macros or the add-in from loading, or that nothing does."""
    found = [
        *_check_vba(registry, excel),
        *_check_addins(registry, excel),
        *_check_macros(registry, excel, places),
        *_check_disabled_items(registry, excel),
        *_check_loaded_twice(registry, excel, places),
    ]
    yield from found or [
        say_ok(
            "macros",
            Text("Excel mengizinkan makro add-in ini.", "Excel allows the macros of this add-in."),
        )
    ]


def _check_vba(registry: Registry, excel: Excel) -> Iterator[Diagnosis]:
    if _read_setting(registry, excel, "Common", "vbaoff")[0] == 1:
        yield say_problem(
            "vba-off",
            Text("VBA dimatikan untuk seluruh Office.", "VBA is switched off for all of Office."),
            _ASK_IT,
        )


def _check_addins(registry: Registry, excel: Excel) -> Iterator[Diagnosis]:
    if _read_setting(registry, excel, _SECURITY, "disablealladdins")[0] == 1:
        yield say_problem(
            "addins-off",
            Text("Semua add-in Excel dimatikan.", "All add-ins of Excel are switched off."),
            _say_trust_center("Add-ins", "Disable all Application Add-ins"),
        )
    if _read_setting(registry, excel, _SECURITY, "requireaddinsig")[0] == 1:
        yield say_problem(
            "addins-signed",
            Text(
                "Excel hanya memuat add-in yang ditandatangani secara digital.",
                "Excel loads digitally signed add-ins only.",
            ),
            Text(
                f"Minta pengelola TI menandatangani {ADDIN_FILE_NAME}, lalu pasang dengan selaras "
                f"addin install --file {ADDIN_FILE_NAME}.",
                f"Have {ADDIN_FILE_NAME} signed by the people who manage your computers, then "
                f"install it with selaras addin install --file {ADDIN_FILE_NAME}.",
            ),
        )


def _check_macros(registry: Registry, excel: Excel, places: Places) -> Iterator[Diagnosis]:
    """Yield nothing where the add-in's folder is trusted: no other setting counts there."""
    if _is_trusted(registry, excel, places):
        return
    level, by_policy = _read_setting(registry, excel, _SECURITY, "vbawarnings")
    found = Text(
        f"Folder {places.startup} bukan lokasi tepercaya (Trusted Location) bagi Excel",
        f"The folder {places.startup} is no Trusted Location of Excel",
    )
    advice = (
        _ASK_IT
        if by_policy
        else Text(
            "Excel: File > Options > Trust Center > Trust Center Settings > Trusted Locations: "
            "hapus centang Disable all Trusted Locations, dan tambahkan folder itu bila tidak "
            "ada.",
            "Excel: File > Options > Trust Center > Trust Center Settings > Trusted Locations: "
            "clear Disable all Trusted Locations, and add the folder if it is missing.",
        )
    )
    if level == _NONE:
        off = Text(", dan semua makro lain dimatikan.", ", and all other macros are disabled.")
        yield say_problem("macros", found + off, advice)
    elif level == _SIGNED_ONLY:
        signed = Text(
            ", dan makro lain harus ditandatangani.", ", and other macros must be signed."
        )
        yield say_problem("macros", found + signed, advice)
    else:
        asks = Text(
            ": Excel menanyakan dulu apakah makronya boleh jalan.",
            ": Excel asks first whether its macros may run.",
        )
        yield say_warning("macros", found + asks, advice)


def _is_trusted(registry: Registry, excel: Excel, places: Places) -> bool:
    """Return whether the add-in's folder is a Trusted Location; a fresh Excel lists none yet."""
    if _read_setting(registry, excel, _LOCATIONS, "alllocationsdisabled")[0] == 1:
        return False
    key = f"Software\\Microsoft\\{excel.settings_key}\\{_LOCATIONS}"
    names = registry.list_subkeys("HKCU", key)
    locations = [registry.read_values("HKCU", f"{key}\\{name}") for name in names]
    return not locations or any(_has_folder(location, places.startup) for location in locations)


def _has_folder(location: Mapping[str, RegistryValue], folder: Path) -> bool:
    """Return whether a Trusted Location is this folder, or one above it with all below."""
    trusted = _normalise_path(ntpath.expandvars(str(location.get("path", ""))))
    wanted = _normalise_path(str(folder))
    below = location.get("allowsubfolders") == 1 and wanted.startswith(f"{trusted}\\")
    return bool(trusted) and (wanted == trusted or below)


def _check_disabled_items(registry: Registry, excel: Excel) -> Iterator[Diagnosis]:
    key = f"Software\\Microsoft\\{excel.settings_key}\\Excel\\Resiliency\\DisabledItems"
    for value in registry.read_values("HKCU", key).values():
        # The path stands somewhere in it, as UTF-16.
        if isinstance(value, bytes) and _NAME.encode("utf-16-le") in value.lower():
            yield say_problem(
                "disabled-item",
                Text(
                    "Excel menonaktifkan Selaras setelah Excel berhenti mendadak.",
                    "Excel disabled Selaras after Excel had stopped unexpectedly.",
                ),
                Text(
                    "Excel: File > Options > Add-ins > Manage: Disabled Items > Go, pilih "
                    "Selaras, Enable, lalu buka ulang Excel.",
                    "Excel: File > Options > Add-ins > Manage: Disabled Items > Go, choose "
                    "Selaras, Enable, then restart Excel.",
                ),
            )


def _check_loaded_twice(registry: Registry, excel: Excel, places: Places) -> Iterator[Diagnosis]:
    key = f"Software\\Microsoft\\{excel.settings_key}\\Excel\\Options"
    for name, value in registry.read_values("HKCU", key).items():
        # Excel writes these as texts; what is none, it does not open.
        if not isinstance(value, str) or not name.startswith("open"):
            continue
        opened = value.lower()
        if _NAME in opened and _normalise_path(str(places.addin)) not in opened:
            yield say_warning(
                "twice",
                Text(
                    f"Selaras dimuat dua kali; yang satu lagi: {value}",
                    f"Selaras is loaded twice; the other one: {value}",
                ),
                Text(
                    "Excel: File > Options > Add-ins > Manage: Excel Add-ins > Go, hapus centang "
                    "Selaras.",
                    "Excel: File > Options > Add-ins > Manage: Excel Add-ins > Go, clear Selaras.",
                ),
            )


#: Where an organisation's policies stand: of its domain, then of Microsoft 365.
_POLICIES: tuple[tuple[Hive, str], ...] = (
    ("HKCU", "Software\\Policies\\Microsoft"),
    ("HKLM", "Software\\Policies\\Microsoft"),
    ("HKCU", "Software\\Policies\\Microsoft\\Cloud"),
)
_SECURITY = "Excel\\Security"
_LOCATIONS = f"{_SECURITY}\\Trusted Locations"
_NAME = ADDIN_FILE_NAME.lower()


def _read_setting(
    registry: Registry, excel: Excel, path: str, name: str
) -> tuple[RegistryValue | None, bool]:
    """Return a value of Excel's settings, and whether a policy of the organisation sets it."""
    for hive, root in _POLICIES:
        value = registry.read_values(hive, f"{root}\\{excel.settings_key}\\{path}").get(name)
        if value is not None:
            return value, True
    key = f"Software\\Microsoft\\{excel.settings_key}\\{path}"
    return registry.read_values("HKCU", key).get(name), False


def _normalise_path(path: str) -> str:
    """Return a path as Windows compares it."""
    return ntpath.normcase(path).rstrip("\\")


def _say_trust_center(page: str, box: str) -> Text:
    return Text(
        f"Excel: File > Options > Trust Center > Trust Center Settings > {page}: hapus centang "
        f"{box}. Bila tidak dapat diubah, hubungi pengelola TI kantor Anda.",
        f"Excel: File > Options > Trust Center > Trust Center Settings > {page}: clear {box}. "
        "Where it cannot be changed, ask the people who manage your office's computers.",
    )
