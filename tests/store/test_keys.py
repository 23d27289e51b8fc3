"""Keys, the pinned organisation, certificates and small facts: kept as given, the past ones for ever."""

import os

import pytest

from tests.records.cast import Cast
from tests.store.pen import Room
from visitapp.errors import VaultDamaged
from visitapp.records.certificates import certified
from visitapp.store import keys
from visitapp.store.keys import Device, Pinned
from visitapp.store.opening import Vault


def _device() -> Device:
    return Device(
        id="ab" * 32, member="cd" * 16, incarnation="01" * 16, signing=os.urandom(32), wrapping=os.urandom(96),
        certificate=b"signed",
    )  # fmt: skip


def test_a_laptops_own_keys_are_kept(vault: Vault) -> None:
    assert keys.device(vault) is None
    device = _device()
    keys.keep_device(vault, device)
    assert keys.device(vault) == device


def test_a_new_incarnation_changes_nothing_else(vault: Vault) -> None:
    with pytest.raises(ValueError, match="without keys"):
        keys.new_incarnation(vault, "02" * 16)
    device = _device()
    keys.keep_device(vault, device)
    keys.new_incarnation(vault, "02" * 16)
    held = keys.device(vault)
    assert held is not None
    assert held.incarnation == "02" * 16
    assert (held.id, held.signing, held.wrapping) == (device.id, device.signing, device.wrapping)


def test_the_pinned_organisation_is_kept(vault: Vault) -> None:
    assert keys.pinned(vault) is None
    pinned = Pinned(organisation="ab" * 16, statement=b"one", receipt=b"two", server="https://visits.example")
    keys.pin(vault, pinned)
    assert keys.pinned(vault) == pinned


def test_certificates_come_back_in_an_order_that_can_be_checked(vault: Vault) -> None:
    cast = Cast()
    given = list(cast.certificates.values())
    keys.keep_certificates(vault, given)
    keys.keep_certificates(vault, given[:1])
    assert keys.certificates(vault) == tuple(one.signed for one in given)
    assert set(certified(cast.organisation, keys.certificates(vault))) == {one.id for one in given}


def test_every_past_epochs_key_is_kept_and_the_first_told_holds(vault: Vault) -> None:
    """Peer lesson 35."""
    room = Room()
    keys.keep_epochs(vault, room.id, {"aa": bytes(32)})
    keys.keep_epochs(vault, room.id, {"bb": b"\1" * 32, "aa": b"\2" * 32})
    assert keys.epoch_keys(vault, room.id) == {"aa": bytes(32), "bb": b"\1" * 32}
    assert keys.epoch_key(vault, "bb") == b"\1" * 32
    assert keys.epoch_key(vault, "cc") is None
    assert keys.epoch_keys(vault, Room("another").id) == {}


def test_a_fact_of_another_form_is_damage_and_tells_nothing(vault: Vault) -> None:
    keys.keep_fact(vault, "device", Pinned(organisation="secret", statement=b"", receipt=b"", server=""))
    with pytest.raises(VaultDamaged) as problem:
        keys.device(vault)
    assert "secret" not in repr(problem.value)
    assert problem.value.__suppress_context__
    keys.forget_fact(vault, "device")
    assert keys.device(vault) is None
