"""A look into the registry of Windows, small enough that a test can stand in for it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Literal, Protocol, TypeAlias

Hive = Literal["HKCU", "HKLM"]
RegistryValue: TypeAlias = "str | int | bytes"


class Registry(Protocol):
    """Reads keys and names in whatever case; a key that is not there is empty."""

    def read_values(self, hive: Hive, key: str) -> Mapping[str, RegistryValue]:
        """Return the values of a key by name in small letters, the unnamed one as ''."""
        ...

    def list_subkeys(self, hive: Hive, key: str) -> list[str]:
        """Return the names of the keys below a key."""
        ...


class WindowsRegistry:
    """The registry of this computer, as a 64-bit program sees it; empty where there is none."""

    def read_values(self, hive: Hive, key: str) -> Mapping[str, RegistryValue]:
        """Return the values of a key by name in small letters, the unnamed one as ''."""
        return _read_values(hive, key)

    def list_subkeys(self, hive: Hive, key: str) -> list[str]:
        """Return the names of the keys below a key."""
        return _list_subkeys(hive, key)


if sys.platform == "win32":
    import winreg

    def _read_values(hive: Hive, key: str) -> Mapping[str, RegistryValue]:
        found: dict[str, RegistryValue] = {}
        try:
            with _open(hive, key) as handle:
                for index in range(winreg.QueryInfoKey(handle)[1]):
                    name, value, _kind = winreg.EnumValue(handle, index)
                    found[name.lower()] = value
        except OSError:
            return {}
        return found

    def _list_subkeys(hive: Hive, key: str) -> list[str]:
        try:
            with _open(hive, key) as handle:
                count = winreg.QueryInfoKey(handle)[0]
                return [winreg.EnumKey(handle, index) for index in range(count)]
        except OSError:
            return []

    def _open(hive: Hive, key: str) -> winreg.HKEYType:
        root = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}[hive]
        return winreg.OpenKey(root, key, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY)

else:

    def _read_values(_hive: Hive, _key: str) -> Mapping[str, RegistryValue]:
        return {}

    def _list_subkeys(_hive: Hive, _key: str) -> list[str]:
        return []
