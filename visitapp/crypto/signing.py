"""Ed25519 signatures (RFC 8032): seed 32 bytes, public key 32, signature 64."""

from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from visitapp.errors import NotAuthentic

PUBLIC = 32
SIGNATURE = 64


class SigningKey:
    """A secret key. `seed` is all of it; `public` is what others check with."""

    __slots__ = ("_key", "public", "seed")

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.seed = seed
        self.public = self._key.public_key().public_bytes_raw()

    @classmethod
    def new(cls) -> "SigningKey":
        """A fresh one from the system's randomness."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """The signature over a message."""
        return self._key.sign(message)


def verify(public: bytes, signature: bytes, message: bytes) -> None:
    """Raises NotAuthentic("signature") unless this key made this signature over this message."""
    try:
        _public(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        raise NotAuthentic("signature") from None


@lru_cache(maxsize=1024)
def _public(raw: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(raw)
