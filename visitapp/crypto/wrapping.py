"""Wrapping of secrets to a hybrid public key: HPKE (RFC 9180) with MLKEM768-X25519, HKDF-SHA256, AES-256-GCM.

Whoever breaks one of the two, X25519 or ML-KEM-768, still cannot open a wrap. The library's hybrid keys have no
serialisation of their own, so ours is the two parts side by side:

    secret key  96 bytes = ML-KEM seed (64) | X25519 private key (32)
    public key  1216     = ML-KEM-768 encapsulation key (1184) | X25519 public key (32)
    wrap        1120 + length of what is wrapped + 16
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from visitapp.errors import NotAuthentic

SECRET = 96
PUBLIC = 1216
OVERHEAD = 1136
"""How much longer a wrap is than what is wrapped, in bytes."""
_SEED = 64
_MLKEM_PUBLIC = 1184
_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class WrappingKey:
    """A secret hybrid key. `raw` (96 bytes) is all of it; `public` (1216 bytes) is what others wrap to."""

    __slots__ = ("_key", "public", "raw")

    def __init__(self, raw: bytes) -> None:
        if len(raw) != SECRET:
            raise ValueError("a wrapping key has 96 bytes")
        mlkem = MLKEM768PrivateKey.from_seed_bytes(raw[:_SEED])
        x25519 = X25519PrivateKey.from_private_bytes(raw[_SEED:])
        self._key = MLKEM768X25519PrivateKey(mlkem, x25519)
        self.raw = raw
        self.public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()

    @classmethod
    def new(cls) -> "WrappingKey":
        """A fresh one from the system's randomness."""
        return cls(MLKEM768PrivateKey.generate().private_bytes_raw() + X25519PrivateKey.generate().private_bytes_raw())

    def unwrap(self, wrapped: bytes, info: bytes) -> bytes:
        """What was wrapped to this key with this info. Raises NotAuthentic("wrap")."""
        if len(wrapped) < OVERHEAD:
            raise NotAuthentic("wrap")
        try:
            return _SUITE.decrypt(wrapped, self._key, info)
        except (InvalidTag, ValueError):
            raise NotAuthentic("wrap") from None


def wrap(public: bytes, secret: bytes, info: bytes) -> bytes:
    """A wrap of a secret that only the holder of the public key's secret half opens, and only with the same info.

    Raises NotAuthentic("public-key") for bytes that are no hybrid public key.
    """
    if len(public) != PUBLIC:
        raise NotAuthentic("public-key")
    try:
        key = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC]),
            X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC:]),
        )
        return _SUITE.encrypt(secret, key, info)
    except ValueError:
        raise NotAuthentic("public-key") from None
