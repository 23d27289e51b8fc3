"""Setting the organisation up: once, with the code, for this server's key."""

from collections.abc import Callable

import pytest

from tests.records.cast import Cast
from tests.server.office import CODE, Office
from visitapp.errors import ServerRefused
from visitapp.records.certificates import Role, make_certificate
from visitapp.records.cose import What
from visitapp.records.epochs import StreamKind
from visitapp.records.receipts import read_receipt
from visitapp.server.running import RunningServer
from visitapp.server.settings import ServerSettings
from visitapp.sync.transport import HttpServer

MakeOffice = Callable[..., Office]


def test_before_and_after(make_office: MakeOffice) -> None:
    office = make_office().open(founded=False)
    assert office.server.needs_setup
    with HttpServer(office.server.address) as stranger:
        assert stranger.status().organisation is None
        with pytest.raises(ServerRefused, match="no_organisation"):
            stranger.open_session(office.cast.lead.device, office.cast.lead.signing)
    told = office.found()
    assert not office.server.needs_setup
    assert office.stranger().status().organisation == office.organisation.id.hex()
    assert read_receipt(told.receipt, office.receipt_certificate).sequence == 4
    entries = office.client(office.cast.lead).page(office.organisation.id, 0).entries
    expected = [What.ORGANISATION, What.CERTIFICATE, What.CERTIFICATE, What.EPOCH]
    assert [(entry.sequence, entry.what) for entry in entries] == list(enumerate(expected, 1))
    assert entries[0].signed == office.organisation.signed


def test_the_same_again_is_harmless(make_office: MakeOffice) -> None:
    office = make_office().open(founded=False)
    first, again = office.found(), office.found(code=f" {CODE.lower()} ")
    assert (first.stream, first.before, first.receipt) == (again.stream, again.before, again.receipt)


def test_wrong_code(make_office: MakeOffice) -> None:
    office = make_office().open(founded=False)
    with pytest.raises(ServerRefused, match="wrong_code"):
        office.found(code="WRONG-CODE-WRONG")
    assert office.server.needs_setup


def test_another_organisation_comes_too_late(office: Office) -> None:
    other = Cast("Beech Hill")
    receipt = make_certificate(
        organisation=other.organisation.id,
        role=Role.RECEIPT,
        signing_public=office.receipt_certificate.signing,
        issued_at=1,
        key=other.root,
    )
    mine = office.cast, office.organisation
    office.cast, office.organisation = other, other.organisation
    epoch = office.epoch(other.organisation.id, StreamKind.ORGANISATION, other.lead, other.lead)
    with pytest.raises(ServerRefused, match="already_set_up"):
        office.found(issuer=other.lead.certificate.signed, receipt=receipt.signed, epoch=epoch.signed.raw)
    office.cast, office.organisation = mine
    assert office.stranger().status().organisation == office.organisation.id.hex()


def test_the_receipt_key_of_another_server(make_office: MakeOffice) -> None:
    office = make_office().open(founded=False)
    with pytest.raises(ServerRefused, match="other_server_key"):
        office.found(receipt=office.cast.server.signed)


def test_statements_that_do_not_hold(make_office: MakeOffice) -> None:
    office = make_office().open(founded=False)
    cast = office.cast
    by_nobody = make_certificate(
        organisation=cast.organisation.id,
        role=Role.ISSUER,
        member=cast.lead.member,
        signing_public=cast.lead.signing.public,
        wrapping_public=cast.lead.wrapping.public,
        issued_at=1,
        key=cast.other.signing,
    )
    for changed, code in (
        ({"organisation": b"\xa0"}, "bad_form"),
        ({"organisation": Cast("Beech Hill").organisation.signed}, "wrong_organisation"),
        ({"issuer": by_nobody.signed}, "bad_signature"),
        ({"issuer": cast.worker.certificate.signed}, "unknown_device"),
        ({"epoch": cast.epoch.signed.raw}, "unknown_device"),
        ({"receipt": cast.lead.certificate.signed}, "bad_form"),
    ):
        with pytest.raises(ServerRefused) as refused:
            office.found(**changed)
        assert (refused.value.reason, refused.value.status) == (code, 400), changed
    assert office.server.needs_setup


def test_a_code_is_made_when_none_is_given() -> None:
    one, two = (RunningServer(ServerSettings()).setup_code for _ in range(2))
    assert one != two
    assert [len(part) for part in one.split("-")] == [4, 4, 4, 4]
