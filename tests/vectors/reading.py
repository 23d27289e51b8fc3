"""Reading vector files: each case by its name, bytes from hex."""

import json
from pathlib import Path
from typing import Any


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a vector file."""
    found: list[dict[str, Any]] = json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["cases"]
    return found


def octets(case: dict[str, Any], *names: str) -> list[bytes]:
    """Fields of a case, from hex."""
    return [bytes.fromhex(case[name]) for name in names]


def by_name(case: dict[str, Any]) -> str:
    """For pytest's ids."""
    return str(case["name"])
