"""The key file beside the vault: the vault's key, wrapped by a passphrase and by the organisation's recovery key.

    vault.key = {"format": "visitapp-key", "version": 1,
                 "passphrase": {"kdf": "argon2id", "salt", "memory_kib", "passes", "lanes", "wrap_salt", "wrap",
                                "commitment"},
                 "recovery": null or {"recipient", "wrap"}}                              bytes as base64

By passphrase: `crypto.sealing` under the Argon2id key; version and parameters are authenticated with it. By recovery
key: HPKE, info "visitapp vault key 1". Which Argon2id parameters are strong enough is the caller's to enforce.
"""

import os
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from visitapp.crypto.passphrase import Argon, passphrase_key
from visitapp.crypto.sealing import seal, unseal
from visitapp.crypto.wrapping import WrappingKey, wrap
from visitapp.errors import KeyFileDamaged, NotAuthentic, Refused, VaultMissing, VaultTooNew, WrongPassphrase
from visitapp.store.change import told_of_files
from visitapp.store.files import write_whole

VERSION = 1
_FORMAT = "visitapp-key"
_INFO = b"visitapp vault key 1"
_KEY = 32
_MOST = 64 * 1024


class ByPassphrase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The vault's key under a passphrase, and the parameters of the derivation. Memory in KiB."""

    kdf: str
    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    wrap_salt: bytes
    wrap: bytes
    commitment: bytes

    @property
    def argon(self) -> Argon:
        """The parameters of the derivation."""
        return Argon(salt=self.salt, memory_kib=self.memory_kib, passes=self.passes, lanes=self.lanes)


class ByRecovery(Struct, frozen=True, forbid_unknown_fields=True):
    """The vault's key under the organisation's recovery key. `recipient`: SHA-256 of its public half, hex."""

    recipient: str
    wrap: bytes


class KeyFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file as it stands."""

    format: str = _FORMAT
    version: int = VERSION
    passphrase: ByPassphrase
    recovery: ByRecovery | None = None


class _Version(Struct, frozen=True):
    format: str
    version: int


def key_file(profile: Path) -> Path:
    """Where a profile's key file is."""
    return profile / "vault.key"


def create(profile: Path, passphrase: str, argon: Argon, recovery: bytes | None = None) -> bytes:
    """A new vault key (32 bytes) and the file that keeps it, before the vault itself is made.

    `recovery`: the organisation's recovery public key, where it is known already. Raises Refused("store.exists") where
    there is a vault: nothing may take the place of a key that opens one.
    """
    try:
        profile.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (profile / "vault.db").exists():
            raise Refused("store.exists")
    except OSError as problem:
        raise told_of_files(problem) from None
    key = os.urandom(_KEY)
    write(profile, sealed(key, passphrase, argon, recovery))
    return key


def unlock(profile: Path, passphrase: str) -> bytes:
    """The vault's key. Raises WrongPassphrase, and what read() raises. Takes as long as Argon2id is told to take."""
    held = read(profile).passphrase
    try:
        key = unseal(held.wrap, held.commitment, passphrase_key(passphrase, held.argon), held.wrap_salt, _INFO,
                     _bound(held.argon))  # fmt: skip
    except NotAuthentic:
        raise WrongPassphrase from None
    return _sound(key)


def recover(profile: Path, recovery: WrappingKey) -> bytes:
    """The vault's key by the organisation's recovery key. Raises WrongPassphrase when it is wrapped for another."""
    held = read(profile).recovery
    if held is None:
        raise WrongPassphrase
    try:
        return _sound(recovery.unwrap(held.wrap, _INFO))
    except NotAuthentic:
        raise WrongPassphrase from None


def change_passphrase(profile: Path, old: str, new: str, argon: Argon) -> None:
    """Put a new passphrase in the place of the old. Raises WrongPassphrase. The vault itself stays as it is."""
    key = unlock(profile, old)
    write(profile, replace(read(profile), passphrase=_by_passphrase(key, new, argon)))


def add_recovery(profile: Path, key: bytes, recovery: bytes) -> None:
    """Wrap the vault's key for the organisation's recovery public key too, or for a newer one."""
    write(profile, replace(read(profile), recovery=_by_recovery(key, recovery)))


def sealed(key: bytes, passphrase: str, argon: Argon, recovery: bytes | None = None) -> KeyFile:
    """The key file of a vault key; nothing is written."""
    by_recovery = None if recovery is None else _by_recovery(key, recovery)
    return KeyFile(passphrase=_by_passphrase(key, passphrase, argon), recovery=by_recovery)


def read(profile: Path) -> KeyFile:
    """The file. Raises VaultMissing, KeyFileDamaged, VaultTooNew, VaultNotWritable when the system withholds it."""
    try:
        with key_file(profile).open("rb") as file:
            raw = file.read(_MOST)
    except FileNotFoundError:
        # A vault whose key file is gone is damage; a profile with neither was never set up.
        raise (KeyFileDamaged if (profile / "vault.db").exists() else VaultMissing) from None
    except OSError as problem:
        raise told_of_files(problem) from None
    return parse(raw)


def parse(raw: bytes) -> KeyFile:
    """The key file in these bytes. Raises KeyFileDamaged, VaultTooNew."""
    try:
        begins = msgspec.json.decode(raw, type=_Version)
        if begins.format == _FORMAT and begins.version > VERSION:
            raise VaultTooNew
        found = msgspec.json.decode(raw, type=KeyFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise KeyFileDamaged from None
    held = found.passphrase
    sizes = len(held.wrap_salt) == _KEY and len(held.commitment) == _KEY
    if found.format != _FORMAT or found.version != VERSION or held.kdf != "argon2id" or not sizes:
        raise KeyFileDamaged
    if not held.argon.sound():
        raise KeyFileDamaged
    return found


def write(profile: Path, file: KeyFile) -> None:
    """Put the file in place in one step. Raises DiskFull, VaultNotWritable; the one before then stays."""
    write_whole(key_file(profile), msgspec.json.format(msgspec.json.encode(file)) + b"\n")


def _by_passphrase(key: bytes, passphrase: str, argon: Argon) -> ByPassphrase:
    wrap_salt = os.urandom(_KEY)
    wrapped, commitment = seal(key, passphrase_key(passphrase, argon), wrap_salt, _INFO, _bound(argon))
    return ByPassphrase(
        kdf="argon2id",
        salt=argon.salt,
        memory_kib=argon.memory_kib,
        passes=argon.passes,
        lanes=argon.lanes,
        wrap_salt=wrap_salt,
        wrap=wrapped,
        commitment=commitment,
    )


def _by_recovery(key: bytes, recovery: bytes) -> ByRecovery:
    return ByRecovery(sha256(recovery).hexdigest(), wrap(recovery, key, _INFO))


def _bound(argon: Argon) -> bytes:
    return msgspec.json.encode([_FORMAT, VERSION, argon.salt, argon.memory_kib, argon.passes, argon.lanes])


def _sound(key: bytes) -> bytes:
    if len(key) != _KEY:
        raise KeyFileDamaged
    return key
