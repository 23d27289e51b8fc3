"""The server's settings: one typed table with default, meaning and check, read once; an odd value stops the start.

They come from the environment as VISITAPP_SERVER_<NAME> and from the command line, which goes first. A name that is
not in the table is refused as well, so that a misspelt limit never counts as the default.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from visitapp.errors import Refused

PREFIX = "VISITAPP_SERVER_"
KIB = 1024
MIB = 1024 * KIB


class ServerSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one server runs with. Sizes in bytes, times in seconds."""

    host: str = "127.0.0.1"
    port: int = 8765
    data: Path = Path("visitapp-server")
    database_url: str = ""
    key: str = ""
    key_file: Path | None = None
    setup_code: str = ""
    setup_code_file: Path | None = None
    entry_bytes: int = 256 * KIB
    page_entries: int = 500
    page_bytes: int = 4 * MIB
    device_bytes: int = 16 * 1024 * MIB
    session_seconds: int = 600
    device_requests_a_minute: int = 1200
    stranger_requests_a_minute: int = 1200
    invite_requests_a_minute: int = 240


class Setting(Struct, frozen=True):
    """What a setting means, how its text is read, and which values it may take."""

    meaning: str
    read: Callable[[str], Any]
    check: Callable[[Any], bool]


def _hex_key(value: str) -> bool:
    try:
        return len(bytes.fromhex(value)) == 32
    except ValueError:
        return False


def _whole(low: int, high: int, meaning: str) -> Setting:
    return Setting(f"{meaning} {low} to {high}.", int, lambda value: low <= value <= high)


TABLE: dict[str, Setting] = {
    "host": Setting("The address to listen on.", str, lambda value: bool(value) and " " not in value),
    "port": _whole(0, 65535, "The port to listen on; 0 takes a free one."),
    "data": Setting("The folder that holds the database and the key.", Path, lambda value: bool(str(value))),
    "database_url": Setting(
        "A PostgreSQL database, postgresql://...; nothing: the embedded one in the data folder.",
        str,
        lambda value: value == "" or value.startswith(("postgresql://", "postgresql+psycopg://")),
    ),
    "key": Setting("The server's key, 64 hexadecimal digits.", str, _hex_key),
    "key_file": Setting("A file that holds the server's key; made at first start.", Path, lambda value: True),
    "setup_code": Setting("The code that lets the organisation be set up, once.", str, lambda value: len(value) >= 12),
    "setup_code_file": Setting("A file that holds the set-up code.", Path, lambda value: value.is_file()),
    "entry_bytes": _whole(1024, 256 * KIB, "The largest entry, in bytes."),
    "page_entries": _whole(1, 500, "The most entries in a page."),
    "page_bytes": _whole(4 * KIB, 4 * MIB, "The largest page, in bytes."),
    "device_bytes": _whole(4 * KIB, 1 << 50, "The most that one device may store, in bytes."),
    "session_seconds": _whole(1, 3600, "How long a session lasts, in seconds."),
    "device_requests_a_minute": _whole(1, 1_000_000, "Requests a minute from one device."),
    "stranger_requests_a_minute": _whole(1, 1_000_000, "Requests a minute from one address without a session."),
    "invite_requests_a_minute": _whole(1, 1_000_000, "Requests a minute about invites from one address."),
}


def read_settings(environment: Mapping[str, str], given: Mapping[str, str | None]) -> ServerSettings:
    """The settings from the environment and, before it, the command line (None: not given there).

    Raises Refused("error.server_setting", name=..., meaning=...) for an unknown name or a value out of its range.
    """
    texts = {
        name.removeprefix(PREFIX).lower(): text for name, text in environment.items() if name.startswith(PREFIX)
    } | {name: text for name, text in given.items() if text is not None}
    return ServerSettings(**{name: _value(name, text) for name, text in texts.items()})


def _value(name: str, text: str) -> Any:
    setting = TABLE.get(name)
    if setting is None:
        raise Refused("error.server_setting_unknown", name=name, names=", ".join(TABLE))
    try:
        value = setting.read(text)
    except ValueError:
        value = None
    if value is None or not setting.check(value):
        raise Refused("error.server_setting", name=name, meaning=setting.meaning)
    return value
