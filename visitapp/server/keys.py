"""The server's one secret and what is derived from it: the database key, the receipt key, the key of its tokens.

The secret is 32 bytes, from the environment or a file beside the data that only the server's user may read. Whoever
holds it can sign receipts and open the server's database; that still holds no word of any note.
"""

import base64
import os
import secrets
from pathlib import Path

from msgspec import Struct

from visitapp.crypto.sealing import derive
from visitapp.crypto.signing import SigningKey
from visitapp.errors import Refused
from visitapp.server.settings import ServerSettings

KEY_FILE = "server.key"


class ServerKeys(Struct, frozen=True):
    """The keys of one server. `database` and `token`: 32 bytes each."""

    database: bytes
    token: bytes
    receipt: SigningKey


def keys_of(secret: bytes) -> ServerKeys:
    """All keys of one server secret (32 bytes)."""
    return ServerKeys(
        database=derive(secret, b"", b"visitapp-server database"),
        token=derive(secret, b"", b"visitapp-server token"),
        receipt=SigningKey(derive(secret, b"", b"visitapp-server receipt")),
    )


def load(settings: ServerSettings) -> ServerKeys:
    """The keys by the settings; the key file is made when none is there. Raises Refused when it cannot be read."""
    if settings.key:
        return keys_of(bytes.fromhex(settings.key))
    path = settings.key_file or settings.data / KEY_FILE
    if not path.exists():
        _make(path)
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        secret = b""
    if len(secret) != 32:
        raise Refused("error.server_key", file=str(path))
    return keys_of(secret)


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")
        file.flush()
        os.fsync(file.fileno())


def new_setup_code() -> str:
    """A fresh code that an administrator types once: 16 base32 signs in groups of four, 80 random bits."""
    signs = base64.b32encode(secrets.token_bytes(10)).decode("ascii")
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4))


def setup_code(settings: ServerSettings) -> str:
    """The code of the settings, or a fresh one. Raises Refused when the file holds none."""
    if settings.setup_code_file is None:
        return settings.setup_code or new_setup_code()
    try:
        code = settings.setup_code_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        code = ""
    if len(code) < 12:
        raise Refused("error.server_setup_code", file=str(settings.setup_code_file))
    return code
