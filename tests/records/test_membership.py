"""Who may read and write a stream: every door that a server or a colleague might try."""

from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.cast import Cast, secret
from visitapp.crypto.wrapping import wrap
from visitapp.errors import ChainBroken, NotAMember, NotAuthentic, RecordError
from visitapp.records.canonical import decode, encode
from visitapp.records.certificates import (
    Certificate,
    check_certificate,
    read_certificate,
    read_organisation,
)
from visitapp.records.cose import What, sign1
from visitapp.records.epochs import (
    Epoch,
    Grant,
    StreamKind,
    StreamRole,
    make_epoch,
    make_grant,
    open_epoch,
    open_grant,
    read_epoch,
    read_grant,
    recovery_id,
)
from visitapp.records.membership import advance, fold_membership


def grant(cast: Cast, **changes: Any) -> Grant:
    """A grant by the lead of the case's epoch to the other worker."""
    values: dict[str, Any] = {
        "organisation": cast.organisation.id,
        "stream": cast.stream,
        "members": [(cast.other.certificate, StreamRole.WORKER)],
        "epoch_keys": {cast.epoch.id: cast.epoch_key},
        "author": cast.lead.device,
        "key": cast.lead.signing,
        "at": 5,
        "previous": cast.epoch.statement,
    }
    return make_grant(**{**values, **changes})


def epoch(cast: Cast, **changes: Any) -> Epoch:
    """A case stream's first epoch by the worker."""
    values: dict[str, Any] = {
        "organisation": cast.organisation,
        "stream": secret("new stream", 16),
        "kind": StreamKind.CASE,
        "members": [(cast.worker.certificate, StreamRole.WORKER)],
        "epoch_key": secret("new epoch"),
        "author": cast.worker.device,
        "key": cast.worker.signing,
        "at": 5,
    }
    return make_epoch(**{**values, **changes})


def test_a_grant_lets_one_more_in(cast: Cast) -> None:
    given_ = read_grant(grant(cast).signed.raw)
    after = advance(cast.membership, given_, cast.certificates)
    assert after.members == {**cast.membership.members, cast.other.device: StreamRole.WORKER}
    assert after.head == given_.statement
    assert after.epoch == cast.epoch.id
    assert fold_membership((cast.epoch, given_), cast.certificates) == after
    assert open_grant(given_, after.epochs, cast.other.device, cast.other.wrapping) == {cast.epoch.id: cast.epoch_key}
    with pytest.raises(NotAMember, match="recipient"):
        open_grant(given_, after.epochs, cast.worker.device, cast.worker.wrapping)
    with pytest.raises(NotAuthentic, match="epoch"):
        open_grant(given_, {}, cast.other.device, cast.other.wrapping)


def test_a_new_epoch_shuts_somebody_out(cast: Cast) -> None:
    rotated = epoch(
        cast,
        stream=cast.stream,
        members=[(cast.lead.certificate, StreamRole.LEAD)],
        author=cast.lead.device,
        key=cast.lead.signing,
        parent=cast.epoch.id,
        previous=cast.epoch.statement,
    )
    after = advance(cast.membership, read_epoch(rotated.signed.raw), cast.certificates)
    assert after.members == {cast.lead.device: StreamRole.LEAD}
    assert list(after.epochs) == [cast.epoch.id, rotated.id]
    assert (after.epoch, after.head) == (rotated.id, rotated.statement)
    with pytest.raises(NotAMember, match="recipient"):
        open_epoch(rotated, cast.worker.device, cast.worker.wrapping)
    with pytest.raises(NotAMember, match="member"):
        after.check_writer(cast.worker.device, rotated.id)


REFUSED_GRANTS: dict[str, tuple[dict[str, Any], str]] = {
    "by a worker": ({"by": "worker"}, "not-a-member: author"),
    "by a lead who is not in it": ({"into": "worker's own"}, "not-a-member: author"),
    "stale": ({"previous": secret("old head")}, "chain-broken: stale"),
    "of another stream": ({"stream": secret("elsewhere", 16)}, "not-authentic: stream"),
    "of an epoch that is not there": ({"epoch_keys": {secret("epoch"): bytes(32)}}, "not-authentic: epoch"),
    "of another organisation": ({"organisation": secret("else", 16)}, "not-authentic: organisation"),
    "worker as lead": ({"role": StreamRole.LEAD}, "not-a-member: role"),
    "to somebody uncertified": ({"to": "stranger"}, "not-a-member: uncertified"),
    "signed by another": ({"key": "worker"}, "not-authentic: signature"),
    "by somebody uncertified": ({"author": secret("nobody")}, "not-a-member: uncertified"),
}


@pytest.mark.parametrize("name", REFUSED_GRANTS)
def test_a_grant_that_may_not_be_is_refused(cast: Cast, name: str) -> None:
    changes, outcome = REFUSED_GRANTS[name]
    changes = dict(changes)
    before = cast.membership
    if changes.pop("by", None):
        changes |= {"author": cast.worker.device, "key": cast.worker.signing}
    if changes.pop("into", None):
        own = epoch(cast)
        before = advance(None, own, cast.certificates)
        changes |= {"stream": own.stream, "previous": own.statement, "epoch_keys": {own.id: secret("new epoch")}}
    if role := changes.pop("role", None):
        changes["members"] = [(cast.other.certificate, role)]
    if changes.pop("to", None):
        changes["members"] = [(Cast("Elsewhere").worker.certificate, StreamRole.WORKER)]
    if changes.get("key") == "worker":
        changes["key"] = cast.worker.signing
    with pytest.raises(RecordError) as refused:
        advance(before, grant(cast, **changes), cast.certificates)
    assert str(refused.value) == outcome


def test_a_stream_begins_with_an_epoch_of_somebody_in_it(cast: Cast) -> None:
    lead = {"author": cast.lead.device, "key": cast.lead.signing}
    own = cast.organisation.id
    refused: list[tuple[Epoch | Grant, str]] = [
        (grant(cast), "chain-broken: stale"),
        (epoch(cast, parent=secret("parent")), "chain-broken: stale"),
        (epoch(cast, previous=secret("previous")), "chain-broken: stale"),
        (epoch(cast, **lead), "not-a-member: author"),
        (epoch(cast, kind=StreamKind.ORGANISATION), "not-authentic: kind"),
        (epoch(cast, stream=own), "not-authentic: kind"),
        (epoch(cast, stream=own, kind=StreamKind.ORGANISATION), "not-a-member: author"),
        (epoch(cast, members=[(cast.worker.certificate, StreamRole.LEAD)]), "not-a-member: role"),
    ]
    for statement, outcome in refused:
        with pytest.raises(RecordError) as error:
            advance(None, statement, cast.certificates)
        assert str(error.value) == outcome
    with pytest.raises(ValueError, match="first epoch"):
        fold_membership((), cast.certificates)


def test_the_organisations_stream_is_written_by_leads(cast: Cast) -> None:
    own = epoch(
        cast,
        stream=cast.organisation.id,
        kind=StreamKind.ORGANISATION,
        members=[(cast.lead.certificate, StreamRole.LEAD), (cast.worker.certificate, StreamRole.WORKER)],
        author=cast.lead.device,
        key=cast.lead.signing,
    )
    membership = advance(None, own, cast.certificates)
    membership.check_writer(cast.lead.device, own.id)
    with pytest.raises(NotAMember, match="member"):
        membership.check_writer(cast.worker.device, own.id)


@pytest.mark.parametrize("changed", ["parent", "previous", "kind"])
def test_a_rotation_follows_what_is_there(cast: Cast, changed: str) -> None:
    values: dict[str, Any] = {
        "stream": cast.stream,
        "members": [(cast.lead.certificate, StreamRole.LEAD)],
        "author": cast.lead.device,
        "key": cast.lead.signing,
        "parent": cast.epoch.id,
        "previous": cast.epoch.statement,
    }
    values[changed] = StreamKind.THREAD if changed == "kind" else secret("other")
    with pytest.raises((ChainBroken, NotAuthentic), match="kind" if changed == "kind" else "stale"):
        advance(cast.membership, epoch(cast, **values), cast.certificates)


def test_a_wrap_opens_in_its_own_statement_only(cast: Cast) -> None:
    """A server that moves a wrap between epochs, recipients or authors opens nothing and fools nobody."""
    other = epoch(cast, stream=cast.stream, epoch_key=secret("attacker's"), members=list_of(cast))
    for recipient, holder in ((cast.worker.device, cast.worker), (cast.lead.device, cast.lead)):
        swapped = swap_wraps(cast.epoch, other, recipient)
        with pytest.raises(NotAuthentic, match="wrap"):
            open_epoch(swapped, recipient, holder.wrapping)
    with pytest.raises(NotAuthentic, match="wrap"):
        open_epoch(cast.epoch, cast.lead.device, cast.worker.wrapping)


def test_a_key_that_is_not_the_one_committed_to_is_refused(cast: Cast) -> None:
    """An author who gives two members two keys is found out by the one who opens the wrong one."""
    payload = decode(cast.epoch.signed.payload)
    payload[0] = encode({**decode(payload[0]), 8: secret("commitment to another key")})
    wrong = epoch_with_own_wraps(cast, payload[0])
    with pytest.raises(NotAuthentic, match="commitment"):
        open_epoch(wrong, cast.worker.device, cast.worker.wrapping)


def list_of(cast: Cast) -> list[tuple[Certificate, StreamRole]]:
    return [(cast.worker.certificate, StreamRole.WORKER), (cast.lead.certificate, StreamRole.LEAD)]


def swap_wraps(one: Epoch, other: Epoch, recipient: bytes) -> Epoch:
    """The first epoch with the other's wrap for one recipient."""
    core, wraps = decode(one.signed.payload)
    wraps = [[to, other.wraps[to] if to == recipient else wrapped] for to, wrapped in wraps]
    return read_epoch(sign1(What.EPOCH, encode([core, wraps]), Cast().worker.signing).raw)


def epoch_with_own_wraps(cast: Cast, core: bytes) -> Epoch:
    """An epoch with this core, the case's key wrapped anew under its id."""
    recipients = {cast.worker.device: cast.worker.wrapping.public, cast.lead.device: cast.lead.wrapping.public}
    recipients[recovery_id(cast.organisation.recovery)] = cast.recovery.public
    epoch_id = sha256(core).digest()
    wraps = [
        [to, wrap(public, cast.epoch_key, encode(["visitapp-wrap", epoch_id, to, cast.worker.device]))]
        for to, public in sorted(recipients.items())
    ]
    return read_epoch(sign1(What.EPOCH, encode([core, wraps]), cast.worker.signing).raw)


@pytest.mark.parametrize("changed", ["dropped", "twice", "order", "stranger", "short", "none"])
def test_every_member_and_recovery_have_exactly_one_wrap(cast: Cast, changed: str) -> None:
    core, wraps = decode(cast.epoch.signed.payload)
    to, wrapped = wraps[1]
    altered = {
        "dropped": wraps[1:],
        "twice": [wraps[0], wraps[0], *wraps[1:]],
        "order": wraps[::-1],
        "stranger": sorted([*(one for one in wraps if one[0] != cast.lead.device), [secret("stranger"), wrapped]]),
        "short": [wraps[0], [to, wrapped[:-1]], wraps[2]],
        "none": [],
    }[changed]
    with pytest.raises(NotAuthentic):
        read_epoch(sign1(What.EPOCH, encode([core, altered]), cast.worker.signing).raw)


@given(st.data())
def test_any_bit_of_a_statement_counts(data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from([EPOCH, GRANT, CERTIFICATE]))
    at = data.draw(st.integers(0, 8 * len(raw) - 1))
    wrong = raw[: at // 8] + bytes((raw[at // 8] ^ 1 << at % 8,)) + raw[at // 8 + 1 :]
    with pytest.raises(RecordError):
        believe(raw, wrong)


def believe(raw: bytes, wrong: bytes) -> None:
    """Take in the wrong bytes as what the right ones are."""
    if raw == EPOCH:
        advance(None, read_epoch(wrong), CAST.certificates)
    elif raw == GRANT:
        advance(CAST.membership, read_grant(wrong), CAST.certificates)
    else:
        check_certificate(read_certificate(wrong), CAST.organisation, CAST.certificates)


CAST = Cast()
EPOCH, GRANT, CERTIFICATE = CAST.epoch.signed.raw, grant(CAST).signed.raw, CAST.worker.certificate.signed


@given(st.binary(max_size=300))
def test_bytes_from_anywhere_are_no_statement(raw: bytes) -> None:
    for read in (read_epoch, read_grant, read_certificate, read_organisation):
        with pytest.raises(RecordError):
            read(raw)


def test_members_write_under_epochs_of_the_stream(cast: Cast) -> None:
    cast.membership.check_writer(cast.worker.device, cast.epoch.id)
    with pytest.raises(NotAMember, match="member"):
        cast.membership.check_writer(cast.other.device, cast.epoch.id)
    with pytest.raises(NotAMember, match="epoch"):
        cast.membership.check_writer(cast.worker.device, secret("epoch"))
