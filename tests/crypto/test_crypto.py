"""Sealing, padding, signing, wrapping and the passphrase: vectors kept for ever, and properties."""

import hmac
from hashlib import sha3_256
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors.reading import by_name, cases, octets
from visitapp.crypto.padding import STEP, pad, unpad
from visitapp.crypto.passphrase import Argon, passphrase_key
from visitapp.crypto.sealing import TAG, commit, derive, seal, unseal
from visitapp.crypto.signing import SigningKey, verify
from visitapp.crypto.wrapping import OVERHEAD, PUBLIC, SECRET, WrappingKey, wrap
from visitapp.errors import NotAuthentic

keys = st.binary(min_size=32, max_size=32)


@pytest.mark.parametrize("case", cases("sealing.json"), ids=by_name)
def test_sealing_vectors(case: dict[str, Any]) -> None:
    sealed, commitment, key, salt, info, bound, plain = octets(
        case, "sealed", "commitment", "key", "salt", "info", "bound", "plain"
    )
    if case["outcome"] == "good":
        assert unseal(sealed, commitment, key, salt, info, bound) == plain
        assert seal(plain, key, salt, info, bound) == (sealed, commitment)
        return
    with pytest.raises(NotAuthentic) as refused:
        unseal(sealed, commitment, key, salt, info, bound)
    assert str(refused.value) == case["outcome"]


@pytest.mark.parametrize("case", cases("wraps.json"), ids=by_name)
def test_frozen_wraps_open_for_ever(case: dict[str, Any]) -> None:
    secret, public, wrapped, info, plain = octets(case, "secret", "public", "wrap", "info", "plain")
    key = WrappingKey(secret)
    assert key.public == public
    if case["outcome"] == "good":
        assert key.unwrap(wrapped, info) == plain
        return
    with pytest.raises(NotAuthentic) as refused:
        key.unwrap(wrapped, info)
    assert str(refused.value) == case["outcome"]


@pytest.mark.parametrize("case", [case for case in cases("wraps.json") if case["outcome"] == "good"], ids=by_name)
def test_a_frozen_wrap_opens_with_the_protocol_page_alone(case: dict[str, Any]) -> None:
    """HPKE by hand, so that the wraps open even where no library offers the hybrid any more."""
    secret, wrapped, info, plain = octets(case, "secret", "wrap", "info", "plain")
    kem_cipher, peer, ciphertext = wrapped[:1088], wrapped[1088:1120], wrapped[1120:]
    x25519 = X25519PrivateKey.from_private_bytes(secret[64:])
    shared = sha3_256(
        MLKEM768PrivateKey.from_seed_bytes(secret[:64]).decapsulate(kem_cipher)
        + x25519.exchange(X25519PublicKey.from_public_bytes(peer))
        + peer
        + x25519.public_key().public_bytes_raw()
        + b"\\.//^\\"
    ).digest()
    suite = b"HPKE" + bytes.fromhex("647a00010002")

    def extract(salt: bytes, label: bytes, value: bytes) -> bytes:
        return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + value, "sha256")

    def expand(key: bytes, label: bytes, context: bytes, length: int) -> bytes:
        told = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context
        return hmac.digest(key, told + b"\x01", "sha256")[:length]

    context = b"\0" + extract(b"", b"psk_id_hash", b"") + extract(b"", b"info_hash", info)
    base = extract(shared, b"secret", b"")
    aead = AESGCM(expand(base, b"key", context, 32))
    assert aead.decrypt(expand(base, b"base_nonce", context, 12), ciphertext, b"") == plain


@pytest.mark.parametrize("case", cases("passphrase.json"), ids=by_name)
def test_passphrase_vectors(case: dict[str, Any]) -> None:
    salt, key = octets(case, "salt", "key")
    argon = Argon(salt=salt, memory_kib=case["memory_kib"], passes=case["passes"], lanes=case["lanes"])
    assert passphrase_key(case["passphrase"], argon) == key


def test_a_passphrase_is_the_same_however_its_accents_are_typed() -> None:
    argon = Argon(salt=bytes(16), memory_kib=64, passes=1, lanes=1)
    assert passphrase_key("caf\u00e9", argon) == passphrase_key("cafe\u0301", argon)


@pytest.mark.parametrize(
    "odd",
    [{"salt": b"short"}, {"memory_kib": 1 << 30}, {"memory_kib": 8}, {"passes": 0}, {"passes": 1000}, {"lanes": 0}],
)
def test_odd_parameters_do_not_reach_the_library(odd: dict[str, Any]) -> None:
    argon = Argon(**{"salt": bytes(16), **odd})
    assert not argon.sound()
    with pytest.raises(ValueError, match="range"):
        passphrase_key("words", argon)


@given(st.binary(max_size=1000))
def test_padding_goes_and_comes_in_steps(plain: bytes) -> None:
    padded = pad(plain)
    assert unpad(padded) == plain
    assert len(padded) % STEP == 0
    assert 0 < len(padded) - len(plain) <= STEP


@given(st.binary(max_size=600) | st.binary(max_size=600).map(pad))
def test_only_what_was_padded_is_unpadded(padded: bytes) -> None:
    try:
        plain = unpad(padded)
    except NotAuthentic:
        return
    assert pad(plain) == padded


@pytest.mark.parametrize("padded", [b"", bytes(256), b"\x80" + bytes(255 + 256), b"\x80" + bytes(254), b"a" * 256])
def test_wrong_padding_is_refused(padded: bytes) -> None:
    with pytest.raises(NotAuthentic, match="padding"):
        unpad(padded)


@given(st.binary(max_size=600), keys, keys, st.binary(max_size=20), st.binary(max_size=20))
def test_what_is_sealed_opens(plain: bytes, key: bytes, salt: bytes, info: bytes, bound: bytes) -> None:
    sealed, commitment = seal(plain, key, salt, info, bound)
    assert unseal(sealed, commitment, key, salt, info, bound) == plain
    assert len(sealed) % STEP == TAG


def test_any_bit_of_what_is_sealed_counts() -> None:
    sealed, commitment = seal(b"words", bytes(32), bytes(32), b"", b"")
    for raw, other, name in ((sealed, commitment, "seal"), (commitment, sealed, "commitment")):
        for bit in range(8 * len(raw)):
            wrong = bytearray(raw)
            wrong[bit // 8] ^= 1 << bit % 8
            pair = (bytes(wrong), other) if name == "seal" else (other, bytes(wrong))
            with pytest.raises(NotAuthentic, match=name):
                unseal(*pair, bytes(32), bytes(32), b"", b"")


@given(keys, keys)
def test_a_commitment_is_to_one_key_and_purpose(key: bytes, other: bytes) -> None:
    assert (commit(key, b"a") == commit(other, b"a")) == (key == other)
    assert commit(key, b"a") != commit(key, b"b")
    assert derive(key, b"", b"a") != derive(key, b"", b"b")


def test_a_signature_of_rfc_8032() -> None:
    """Section 7.1, test 2."""
    key = SigningKey(bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    assert key.public.hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    signature = key.sign(b"\x72")
    assert signature.hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    verify(key.public, signature, b"\x72")


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_keys_and_signatures_of_another_length_are_refused(length: int) -> None:
    key = SigningKey.new()
    with pytest.raises(NotAuthentic, match="signature"):
        verify(bytes(length), key.sign(b"m"), b"m")
    with pytest.raises(NotAuthentic, match="signature"):
        verify(key.public, key.sign(b"m")[:length], b"n")


def test_keys_come_back_from_their_bytes() -> None:
    signing, wrapping = SigningKey.new(), WrappingKey.new()
    assert SigningKey(signing.seed).public == signing.public
    assert WrappingKey(wrapping.raw).public == wrapping.public
    assert (len(wrapping.raw), len(wrapping.public)) == (SECRET, PUBLIC)
    with pytest.raises(ValueError, match="96"):
        WrappingKey(wrapping.raw[:-1])


def test_a_wrap_opens_for_its_key_and_purpose_only() -> None:
    key, other = WrappingKey.new(), WrappingKey.new()
    wrapped = wrap(key.public, bytes(32), b"purpose")
    assert len(wrapped) == 32 + OVERHEAD
    assert key.unwrap(wrapped, b"purpose") == bytes(32)
    for wrong_key, info in ((other, b"purpose"), (key, b"other")):
        with pytest.raises(NotAuthentic, match="wrap"):
            wrong_key.unwrap(wrapped, info)


@pytest.mark.parametrize("public", [b"", bytes(PUBLIC - 1), bytes(PUBLIC + 1), b"\xff" * PUBLIC])
def test_a_wrong_public_key_is_refused(public: bytes) -> None:
    with pytest.raises(NotAuthentic, match="public-key"):
        wrap(public, bytes(32), b"")


def test_an_x25519_part_of_low_order_is_refused() -> None:
    public = WrappingKey.new().public[:-32] + bytes(32)
    with pytest.raises(NotAuthentic, match="public-key"):
        wrap(public, bytes(32), b"")


@given(st.binary(max_size=1300))
def test_bytes_from_anywhere_are_no_wrap(raw: bytes) -> None:
    with pytest.raises(NotAuthentic, match="wrap"):
        FIXED.unwrap(raw, b"")


FIXED = WrappingKey(bytes(range(96)))
