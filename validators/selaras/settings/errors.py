"""What is wrong with settings, in words for the user."""

from __future__ import annotations

from selaras.values.text import Text


class ConfigError(Exception):
    """Settings that cannot be used: the file (or option) and what is wrong, for the user."""

    def __init__(self, where: str, message: Text) -> None:
        super().__init__(f"{where}: {message.id}")
        self.where = where
        self.message = message
