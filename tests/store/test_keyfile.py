"""The key file: it opens for its passphrase and the recovery key only, and whatever is wrong with it is told apart."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.vectors.reading import by_name, cases
from visitapp.crypto.passphrase import Argon
from visitapp.crypto.wrapping import WrappingKey
from visitapp.errors import KeyFileDamaged, Refused, VaultMissing, VaultTooNew, WrongPassphrase
from visitapp.store import keyfile
from visitapp.store.opening import create, open_vault

WORDS = "larch kettle harbour nine"
ERRORS = {error.__name__: error for error in (KeyFileDamaged, VaultTooNew, WrongPassphrase)}


def test_the_passphrase_opens_it_however_the_keyboard_composes_accents(profile: Path, quick: Argon) -> None:
    key = keyfile.create(profile, "Caf\u00e9 larch", quick)
    assert len(key) == 32
    assert keyfile.unlock(profile, "Cafe\u0301 larch") == key


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(profile: Path, quick: Argon) -> None:
    keyfile.create(profile, WORDS, quick)
    before = keyfile.key_file(profile).read_bytes()
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(profile, WORDS + " ")
    assert keyfile.key_file(profile).read_bytes() == before


def test_the_recovery_key_opens_it_and_another_does_not(profile: Path, quick: Argon) -> None:
    recovery = WrappingKey.new()
    key = keyfile.create(profile, WORDS, quick, recovery.public)
    assert keyfile.recover(profile, recovery) == key
    with pytest.raises(WrongPassphrase):
        keyfile.recover(profile, WrappingKey.new())
    held = keyfile.read(profile).recovery
    assert held is not None
    assert held.recipient == sha256(recovery.public).hexdigest()


def test_a_recovery_key_can_come_later_and_the_passphrase_still_opens(profile: Path, quick: Argon) -> None:
    key = keyfile.create(profile, WORDS, quick)
    recovery = WrappingKey.new()
    with pytest.raises(WrongPassphrase):
        keyfile.recover(profile, recovery)
    keyfile.add_recovery(profile, key, recovery.public)
    assert keyfile.recover(profile, recovery) == keyfile.unlock(profile, WORDS) == key


def test_a_new_passphrase_takes_the_place_of_the_old_and_keeps_the_recovery_key(profile: Path, quick: Argon) -> None:
    recovery = WrappingKey.new()
    key = keyfile.create(profile, WORDS, quick, recovery.public)
    with pytest.raises(WrongPassphrase):
        keyfile.change_passphrase(profile, "something else", "new words", quick)
    keyfile.change_passphrase(profile, WORDS, "new words", quick)
    assert keyfile.unlock(profile, "new words") == keyfile.recover(profile, recovery) == key
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(profile, WORDS)


def test_no_key_takes_the_place_of_one_that_opens_a_vault(profile: Path, quick: Argon) -> None:
    key = keyfile.create(profile, WORDS, quick)
    create(profile, key).close()
    before = keyfile.key_file(profile).read_bytes()
    with pytest.raises(Refused) as refused:
        keyfile.create(profile, WORDS, quick)
    assert refused.value.message == "store.exists"
    assert keyfile.key_file(profile).read_bytes() == before
    open_vault(profile, keyfile.unlock(profile, WORDS)).close()


def test_a_set_up_that_was_broken_off_before_the_vault_was_made_can_begin_again(profile: Path, quick: Argon) -> None:
    keyfile.create(profile, "first try", quick)
    create(profile, keyfile.create(profile, WORDS, quick)).close()
    open_vault(profile, keyfile.unlock(profile, WORDS)).close()


def test_a_missing_file_is_a_profile_never_set_up_or_a_loss(profile: Path, quick: Argon) -> None:
    with pytest.raises(VaultMissing):
        keyfile.read(profile)
    create(profile, keyfile.create(profile, WORDS, quick)).close()
    keyfile.key_file(profile).unlink()
    with pytest.raises(KeyFileDamaged):
        keyfile.read(profile)


def _changed(raw: bytes, **fields: object) -> bytes:
    return json.dumps({**json.loads(raw), **fields}).encode()


def _held(raw: bytes, **fields: object) -> bytes:
    return _changed(raw, passphrase={**json.loads(raw)["passphrase"], **fields})


DAMAGE = {
    "empty": lambda raw: b"",
    "garbage": lambda raw: bytes(range(256)),
    "cut off": lambda raw: raw[: len(raw) // 2],
    "not an object": lambda raw: b"[]",
    "another format": lambda raw: _changed(raw, format="something"),
    "version 0": lambda raw: _changed(raw, version=0),
    "a field too many": lambda raw: _changed(raw, more=1),
    "no passphrase": lambda raw: _changed(raw, passphrase=None),
    "not base64": lambda raw: _held(raw, wrap="%%%"),
    "a short salt": lambda raw: _held(raw, wrap_salt="AAAA"),
    "another derivation": lambda raw: _held(raw, kdf="scrypt"),
    "a terabyte of memory": lambda raw: _held(raw, memory_kib=1 << 30),
    "no lanes": lambda raw: _held(raw, lanes=0),
    "deeply nested": lambda raw: b"[" * 100_000,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_told_as_damage_and_the_file_stays_as_it_is(profile: Path, quick: Argon, damage: str) -> None:
    keyfile.create(profile, WORDS, quick)
    file = keyfile.key_file(profile)
    file.write_bytes(DAMAGE[damage](file.read_bytes()))
    before = file.read_bytes()
    with pytest.raises(KeyFileDamaged):
        keyfile.unlock(profile, WORDS)
    assert file.read_bytes() == before


def test_a_newer_version_is_told_as_newer_even_with_fields_that_nobody_knows_yet(profile: Path, quick: Argon) -> None:
    keyfile.create(profile, WORDS, quick)
    file = keyfile.key_file(profile)
    file.write_bytes(_changed(file.read_bytes(), version=2, passphrase=["quite", "another", "form"]))
    before = file.read_bytes()
    with pytest.raises(VaultTooNew):
        keyfile.unlock(profile, WORDS)
    assert file.read_bytes() == before


def test_weaker_parameters_written_into_the_file_open_nothing(profile: Path, quick: Argon) -> None:
    keyfile.create(profile, WORDS, quick)
    file = keyfile.key_file(profile)
    file.write_bytes(_held(file.read_bytes(), passes=2))
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(profile, WORDS)


@pytest.mark.parametrize("case", cases("keyfile.json"), ids=by_name)
def test_the_vectors_hold_for_ever(profile: Path, case: dict[str, str]) -> None:
    profile.mkdir()
    keyfile.key_file(profile).write_text(case["file"], encoding="utf-8")
    if case["outcome"] in ERRORS:
        with pytest.raises(ERRORS[case["outcome"]]):
            keyfile.unlock(profile, case["passphrase"])
        return
    assert keyfile.unlock(profile, case["passphrase"]).hex() == case["key"]
    if case.get("recovery"):
        assert keyfile.recover(profile, WrappingKey(bytes.fromhex(case["recovery"]))).hex() == case["key"]
