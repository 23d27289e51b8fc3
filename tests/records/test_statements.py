"""Certificates, epochs, grants and who may do what: every door that a server or a colleague might try."""

from typing import Any

import pytest

from tests.records.cast import Cast, Person, secret
from tests.vectors.reading import by_name, cases
from visitapp.errors import NotAuthentic, NotUnderstood, RecordError
from visitapp.records.canonical import decode, encode
from visitapp.records.certificates import (
    Certificate,
    Organisation,
    Role,
    certified,
    check_certificate,
    read_certificate,
    read_organisation,
)
from visitapp.records.cose import What, read1, sign1
from visitapp.records.epochs import (
    open_epoch,
    open_grant,
    read_epoch,
    read_grant,
)
from visitapp.records.membership import advance, fold_membership
from visitapp.records.receipts import make_receipt, read_receipt, read_restart

VECTORS = cases("statements.json")
GOOD = {case["name"]: bytes.fromhex(case["signed"]) for case in VECTORS if "signed" in case}


class Frozen:
    """The organisation of the vector file, from its bytes alone."""

    def __init__(self) -> None:
        self.organisation: Organisation = read_organisation(GOOD["organisation"])
        self.certificates = certified(self.organisation, (GOOD["lead"], GOOD["worker"], GOOD["server"]))
        self.server = next(one for one in self.certificates.values() if one.role == Role.RECEIPT)
        other = Cast().other.certificate
        self.certificates[other.id] = other

    def read(self, what: str, raw: bytes) -> object:
        if what == "organisation":
            return read_organisation(raw)
        if what in ("receipt", "restart"):
            return (read_receipt if what == "receipt" else read_restart)(raw, self.server)
        if what == "epoch":
            return advance(None, read_epoch(raw), self.certificates)
        if what == "grant":
            return fold_membership((read_epoch(GOOD["epoch"]), read_grant(raw)), self.certificates)
        certificate = read_certificate(raw)
        check_certificate(certificate, self.organisation, self.certificates)
        return certificate


@pytest.mark.parametrize("case", [case for case in VECTORS if case["reads"] != "keys"], ids=by_name)
def test_vectors(case: dict[str, Any]) -> None:
    frozen, raw = Frozen(), bytes.fromhex(case["signed"])
    if case["outcome"] == "good":
        frozen.read(case["reads"], raw)
        return
    with pytest.raises(RecordError) as refused:
        frozen.read(case["reads"], raw)
    assert str(refused.value) == case["outcome"]


def test_the_frozen_epoch_and_grant_open_for_ever() -> None:
    cast, keys = Cast(), next(case["keys"] for case in VECTORS if case["reads"] == "keys")
    epoch, grant, epoch_key = read_epoch(GOOD["epoch"]), read_grant(GOOD["grant"]), bytes.fromhex(keys["epoch key"])
    assert open_epoch(epoch, cast.worker.device, cast.worker.wrapping) == epoch_key
    assert open_epoch(epoch, cast.lead.device, cast.lead.wrapping) == epoch_key
    assert open_epoch(epoch, bytes.fromhex(keys["recovery id"]), cast.recovery) == epoch_key
    membership = fold_membership((epoch, grant), Frozen().certificates)
    opened = open_grant(grant, membership.epochs, cast.other.device, cast.other.wrapping)
    assert opened == {epoch.id: epoch_key}


def rewritten(raw: bytes, what: What, changes: dict[int, Any], cast: Cast, *, by: Person | None = None) -> bytes:
    """A statement whose core was changed, signed by the root, or by somebody."""
    payload = decode(read1(what, raw).payload)
    if isinstance(payload, list):
        payload[0] = encode({**decode(payload[0]), **changes})
    else:
        payload = {**payload, **changes}
    return sign1(what, encode(payload), by.signing if by else cast.root).raw


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({0: 2}, "not-understood: version"),
        ({2: 9}, "not-authentic: role"),
        ({3: b""}, "not-authentic: form"),
        ({5: b""}, "not-authentic: form"),
        ({6: b""}, "not-authentic: form"),
        ({4: bytes(31)}, "not-authentic: form"),
        ({7: -1}, "not-authentic: form"),
        ({8: 0}, "not-authentic: form"),
    ],
)
def test_an_odd_certificate_is_refused(cast: Cast, changes: dict[int, Any], outcome: str) -> None:
    raw = rewritten(cast.worker.certificate.signed, What.CERTIFICATE, changes, cast)
    with pytest.raises((NotAuthentic, NotUnderstood)) as refused:
        read_certificate(raw)
    assert str(refused.value) == outcome


def test_only_root_and_issuers_certify(cast: Cast) -> None:
    """A lead makes devices; neither a lead nor a worker makes a lead, and the root makes no worker's device."""
    known = cast.certificates

    def refused(certificate: Certificate, why: str) -> None:
        with pytest.raises(NotAuthentic, match=why):
            check_certificate(certificate, cast.organisation, known)

    as_lead = rewritten(cast.lead.certificate.signed, What.CERTIFICATE, {3: secret("x", 16)}, cast, by=cast.lead)
    refused(read_certificate(as_lead), "signature")
    worker = cast.worker.certificate.signed
    by_root = rewritten(worker, What.CERTIFICATE, {3: secret("x", 16)}, cast)
    refused(read_certificate(by_root), "signature")
    for issuer in (cast.worker.device, cast.server.id, secret("nobody")):
        raw = rewritten(worker, What.CERTIFICATE, {6: issuer}, cast, by=cast.worker)
        refused(read_certificate(raw), "issuer")
    server = rewritten(cast.server.signed, What.CERTIFICATE, {4: cast.lead.signing.public}, cast, by=cast.lead)
    refused(read_certificate(server), "signature")


def test_an_issuer_stands_before_what_it_signed(cast: Cast) -> None:
    lead, worker = cast.lead.certificate.signed, cast.worker.certificate.signed
    assert list(certified(cast.organisation, [lead, worker])) == [cast.lead.device, cast.worker.device]
    with pytest.raises(NotAuthentic, match="issuer"):
        certified(cast.organisation, [worker, lead])


def test_an_organisation_is_its_root(cast: Cast) -> None:
    forged = sign1(What.ORGANISATION, read1(What.ORGANISATION, cast.organisation.signed).payload, cast.lead.signing)
    with pytest.raises(NotAuthentic, match="signature"):
        read_organisation(forged.raw)
    assert read_organisation(cast.organisation.signed).id != Cast("Elsewhere").organisation.id


def test_a_receipt_is_of_a_day_that_a_calendar_has(cast: Cast) -> None:
    """It is kept for ever and shown with its day."""
    head, last = secret("head"), 253_402_300_799_999
    made = [make_receipt(cast.server_key, cast.server, cast.stream, 1, head, at) for at in (last, last + 1)]
    assert read_receipt(made[0].signed, cast.server).at == last
    with pytest.raises(NotAuthentic, match="form"):
        read_receipt(made[1].signed, cast.server)
