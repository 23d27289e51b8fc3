"""Invite codes as people pass them on, and what is sealed under them."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.cast import Cast, secret
from tests.vectors.reading import by_name, cases, octets
from visitapp.errors import InviteRefused, NotAuthentic
from visitapp.records.invites import (
    Answer,
    Invite,
    Request,
    invite_id,
    new_code,
    open_answer,
    open_invite,
    open_request,
    read_code,
    seal_answer,
    seal_invite,
    show_code,
)
from visitapp.records.sessions import check_session

codes = st.binary(min_size=16, max_size=16)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.mark.parametrize("case", cases("invites.json"), ids=by_name)
def test_vectors(case: dict[str, Any], cast: Cast) -> None:
    code, sealed = octets(case, "code", "sealed")
    assert show_code(code) == case["shown"]
    asked = Request(cast.worker.signing.public, cast.worker.wrapping.public)

    def opened() -> object:
        if case["reads"] == "invite":
            return open_invite(code, sealed, 0).name
        if case["reads"] == "request":
            return open_request(code, sealed)
        return open_answer(code, sealed, cast.organisation, asked).certificate

    if case["outcome"] == "good":
        expected = {"invite": "Sam Reed", "request": asked, "answer": cast.worker.certificate}
        assert opened() == expected[case["reads"]]
        return
    with pytest.raises(InviteRefused) as refused:
        opened()
    assert refused.value.message == "records.invite_wrong"


@pytest.mark.parametrize("case", cases("sessions.json"), ids=by_name)
def test_session_vectors(case: dict[str, Any]) -> None:
    parts = octets(case, "public", "signature", "organisation", "server", "nonce", "device")
    if case["outcome"] == "good":
        check_session(*parts)
        return
    with pytest.raises(NotAuthentic, match="signature"):
        check_session(*parts)


@given(codes)
def test_a_code_is_read_as_it_was_shown(code: bytes) -> None:
    shown = show_code(code)
    assert [len(group) for group in shown.split("-")] == [4] * 6 + [3]
    assert read_code(shown) == code


@given(codes, st.randoms(use_true_random=False))
def test_a_code_is_read_as_people_type(code: bytes, random: Any) -> None:
    typed = "".join(
        random.choice({"0": "0Oo", "1": "1iIlL"}.get(letter, letter + letter.lower()))
        for letter in show_code(code).replace("-", "")
    )
    assert read_code(f" {typed[:5]} {typed[5:9]}\u2013{typed[9:]}\n") == code


@given(codes, st.integers(0, 26), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_noticed(code: bytes, at: int, letter: str) -> None:
    letters = show_code(code).replace("-", "")
    if letters[at] != letter:
        with pytest.raises(InviteRefused) as refused:
            read_code(letters[:at] + letter + letters[at + 1 :])
        assert refused.value.message == "records.invite_mistyped"


@given(codes, st.integers(0, 25))
def test_two_neighbours_swapped_are_noticed(code: bytes, at: int) -> None:
    letters = show_code(code).replace("-", "")
    if letters[at] != letters[at + 1]:
        with pytest.raises(InviteRefused):
            read_code(letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :])


@given(st.text(max_size=40))
def test_other_words_are_no_code(typed: str) -> None:
    with contextlib.suppress(InviteRefused):
        code = read_code(typed)
        assert read_code(show_code(code)) == code


def test_codes_differ_and_their_ids_tell_nothing() -> None:
    one, other = new_code(), new_code()
    assert one != other
    assert invite_id(one) != invite_id(other)
    assert len(invite_id(one)) == 16
    assert one not in invite_id(one)


def invite(cast: Cast, **changes: Any) -> Invite:
    """An invite for the worker."""
    values: dict[str, Any] = {
        "organisation": cast.organisation,
        "receipt": cast.server,
        "server": "https://visits.example",
        "member": cast.worker.member,
        "role": cast.worker.certificate.role,
        "name": "Sam Reed",
        "expires": 10,
    }
    return Invite(**{**values, **changes})


def test_an_invite_says_whom_to_trust_until_it_ends(cast: Cast) -> None:
    code = new_code()
    sealed = seal_invite(code, invite(cast))
    assert open_invite(code, sealed, 10) == invite(cast)
    with pytest.raises(InviteRefused) as refused:
        open_invite(code, sealed, 11)
    assert refused.value.message == "records.invite_expired"


def test_an_invite_is_never_sealed_twice_alike(cast: Cast) -> None:
    code = new_code()
    assert seal_invite(code, invite(cast)) != seal_invite(code, invite(cast))


@pytest.mark.parametrize("wrong", ["server of another organisation", "lead as server"])
def test_an_invite_to_a_server_that_is_not_ours_is_refused(cast: Cast, wrong: str) -> None:
    receipt = Cast("Elsewhere").server if "another" in wrong else cast.lead.certificate
    code = new_code()
    with pytest.raises(InviteRefused):
        open_invite(code, seal_invite(code, invite(cast, receipt=receipt)), 0)


def test_an_answer_is_about_the_keys_that_were_asked_for(cast: Cast) -> None:
    code = new_code()
    asked = Request(cast.worker.signing.public, cast.worker.wrapping.public)
    right = Answer(cast.worker.certificate, cast.lead.certificate)
    assert open_answer(code, seal_answer(code, right), cast.organisation, asked) == right
    as_lead = Request(cast.lead.signing.public, cast.lead.wrapping.public)
    by_root = Answer(cast.lead.certificate, None)
    assert open_answer(code, seal_answer(code, by_root), cast.organisation, as_lead) == by_root
    other = Cast("Elsewhere")
    for answer, request, organisation in (
        (Answer(cast.other.certificate, cast.lead.certificate), asked, cast.organisation),
        (Answer(cast.worker.certificate, None), asked, cast.organisation),
        (right, asked, other.organisation),
        (Answer(cast.worker.certificate, other.lead.certificate), asked, cast.organisation),
        (right, Request(secret("another"), asked.wrapping), cast.organisation),
    ):
        with pytest.raises(InviteRefused):
            open_answer(code, seal_answer(code, answer), organisation, request)


@given(st.binary(max_size=600))
def test_bytes_from_anywhere_are_nothing_sealed(raw: bytes) -> None:
    with pytest.raises(InviteRefused):
        open_request(bytes(16), raw)
