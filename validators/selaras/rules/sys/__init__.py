"""Findings of the run itself (SYS): the engine raises them, no rule looks for them."""

from __future__ import annotations

from selaras.rules.sys.run import (
    build_expired_waiver_finding,
    build_failed_rule_finding,
    build_timeout_finding,
    build_unreadable_file_finding,
    build_unused_waiver_finding,
)

__all__ = [
    "build_expired_waiver_finding",
    "build_failed_rule_finding",
    "build_timeout_finding",
    "build_unreadable_file_finding",
    "build_unused_waiver_finding",
]
