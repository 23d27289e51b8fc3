"""Sealing of bytes under a secret: HKDF-SHA256 makes a key and a commitment to it, AES-256-GCM does the rest.

    key (32) | commitment (32) = HKDF-SHA256(secret, salt, info)
    sealed = AES-256-GCM(key, nonce = 12 zero bytes, padded plaintext, associated data = bound)

A salt is 32 random bytes and used once, so a key is used once and its nonce may be fixed (decision 0002). AES-GCM alone
lets one ciphertext open under two keys; the commitment, compared first, does not.
"""

import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from visitapp.crypto.padding import pad, unpad
from visitapp.errors import NotAuthentic

KEY = 32
"""Bytes of a secret, a salt, a key and a commitment."""
TAG = 16
"""Bytes that AES-GCM adds."""
_NONCE = bytes(12)


def derive(secret: bytes, salt: bytes, info: bytes, length: int = KEY) -> bytes:
    """HKDF-SHA256 of a secret, for the purpose that info names. `salt` may be empty."""
    return HKDF(SHA256(), length, salt, info).derive(secret)


def seal(plain: bytes, secret: bytes, salt: bytes, info: bytes, bound: bytes) -> tuple[bytes, bytes]:
    """(sealed, commitment). `salt`: 32 bytes never used before with this secret. `bound`: authenticated with it."""
    keys = derive(secret, salt, info, 2 * KEY)
    return AESGCM(keys[:KEY]).encrypt(_NONCE, pad(plain), bound), keys[KEY:]


def unseal(sealed: bytes, commitment: bytes, secret: bytes, salt: bytes, info: bytes, bound: bytes) -> bytes:
    """The plain bytes. Raises NotAuthentic: "commitment" (another key), "seal" (changed bytes), "padding"."""
    keys = derive(secret, salt, info, 2 * KEY)
    if not hmac.compare_digest(keys[KEY:], commitment):
        raise NotAuthentic("commitment")
    try:
        padded = AESGCM(keys[:KEY]).decrypt(_NONCE, sealed, bound)
    except InvalidTag:
        raise NotAuthentic("seal") from None
    return unpad(padded)


def commit(secret: bytes, info: bytes) -> bytes:
    """A commitment (32 bytes) to a secret of 32 random bytes; tells nothing of it."""
    return derive(secret, b"", b"visitapp commitment 1" + info)
