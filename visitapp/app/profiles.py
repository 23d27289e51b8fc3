"""Where profiles are on this machine, and how one is made anew."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from visitapp.actions.tools import Tools
from visitapp.settings import Settings, read
from visitapp.words import Words

if TYPE_CHECKING:
    from visitapp.crypto.passphrase import Argon

NAME = "visitapp"
LEAST_MEMORY_KIB = 256 * 1024
"""The floor that the product keeps for deriving a key from a passphrase (DESIGN.md 3)."""


class Machine(Struct, frozen=True):
    """This machine: the folder of the profiles, the file of its settings, and what was read from it."""

    folder: Path
    settings_file: Path
    settings: Settings


def machine(data: Path | None) -> Machine:
    """Read this machine's settings. `data`: another folder than the user's own."""
    folder = data or _users_own()
    settings_file = folder / "settings.toml"
    return Machine(folder, settings_file, read(settings_file))


def _users_own() -> Path:
    import platformdirs  # the first page does not wait for it where the folder is given

    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def profile(machine: Machine, name: str) -> Path:
    """The folder of a profile: the one asked for, the one in the settings, else the first."""
    return machine.folder / "profiles" / (name or machine.settings.profile or "default")


def local_now() -> datetime:
    """The local time with its UTC offset."""
    return datetime.now().astimezone()


def random_id() -> str:
    """A fresh random id: 32 hex digits."""
    return os.urandom(16).hex()


def slow_guesses() -> "Argon":
    """Argon2id as the product uses it: each guess at a passphrase costs about a second and 256 MiB."""
    # Only when a profile is made: the cryptography is not loaded before the first page.
    from visitapp.crypto.passphrase import Argon

    return Argon(salt=os.urandom(16), memory_kib=LEAST_MEMORY_KIB)


def tools(say: Words, argon: "Callable[[], Argon]" = slow_guesses, clock: Callable[[], datetime] = local_now) -> Tools:
    """What new profiles are made with."""
    return Tools(argon, clock, random_id, say)
