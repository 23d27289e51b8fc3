"""This machine's settings: one typed table with default, meaning and check, kept in a small TOML file.

Organisation settings are records, not these. Nothing here names a family or a note.
"""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import fields


class Setting(Struct, frozen=True):
    """What a setting means and which values it may take."""

    meaning: str
    check: Callable[[Any], bool]


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The values that hold on this machine."""

    theme: str = "system"
    text_percent: int = 100
    lock_after_minutes: int = 5
    warn_before_lock_seconds: int = 60
    sync_every_minutes: int = 5
    profile: str = ""


TABLE: dict[str, Setting] = {
    "theme": Setting(
        "Colours: as the system, light, dark or contrast.", lambda v: v in ("system", "light", "dark", "contrast")
    ),
    "text_percent": Setting("Text size, 100 to 200 per cent.", lambda v: 100 <= v <= 200),
    "lock_after_minutes": Setting(
        "Lock after so many minutes without a key or a click, 1 to 60.", lambda v: 1 <= v <= 60
    ),
    "warn_before_lock_seconds": Setting("Say so this many seconds before, 10 to 300.", lambda v: 10 <= v <= 300),
    "sync_every_minutes": Setting("Sync by itself every so many minutes, 1 to 240.", lambda v: 1 <= v <= 240),
    "profile": Setting("The profile that opens first.", lambda v: "/" not in v and "\\" not in v),
}


def read(path: Path) -> Settings:
    """The settings of a file. What it does not say, or says oddly, is as it is by default; so is a missing file."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return Settings()
    types = {field.name: field.type for field in fields(Settings)}
    good = {
        name: value
        for name, value in found.items()
        if name in TABLE and type(value) is types[name] and TABLE[name].check(value)
    }
    return Settings(**good)


def write(path: Path, settings: Settings) -> None:
    """Write the settings, each with its meaning above it, in one step. Raises ValueError for a value out of range."""
    lines = []
    for name, setting in TABLE.items():
        value = getattr(settings, name)
        if not setting.check(value):
            raise ValueError(name)
        written = json.dumps(value, ensure_ascii=False)  # so TOML writes words and numbers too
        lines.append(f"# {setting.meaning}\n{name} = {written}\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part")
    partial.write_text("\n".join(lines), encoding="utf-8")
    partial.replace(path)
