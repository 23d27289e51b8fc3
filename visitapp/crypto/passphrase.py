"""A key from a passphrase: Argon2id (RFC 9106), with its parameters kept beside what it opens."""

import unicodedata

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from msgspec import Struct

SALT = 16


class Argon(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parameters of one derivation. `memory_kib` in KiB. The defaults are the product's; a caller enforces a floor."""

    salt: bytes
    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def sound(self) -> bool:
        """Whether the library can use them and they do not ask for more than 4 GiB: a damaged file must not hang us."""
        return (
            8 <= len(self.salt) <= 64
            and 1 <= self.lanes <= 64
            and 8 * self.lanes <= self.memory_kib <= 4 * 1024 * 1024
            and 1 <= self.passes <= 64
        )


def passphrase_key(passphrase: str, argon: Argon) -> bytes:
    """32 bytes from a passphrase, in Unicode form NFC: however a keyboard composes its accents.

    Raises ValueError when the parameters are not sound.
    """
    if not argon.sound():
        raise ValueError("Argon2id parameters out of range")
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    kdf = Argon2id(salt=argon.salt, length=32, iterations=argon.passes, lanes=argon.lanes, memory_cost=argon.memory_kib)
    return kdf.derive(words)
