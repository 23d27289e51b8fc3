"""Invites over HTTP: a whole enrolment, and every way to be refused."""

import secrets
from collections.abc import Callable

import pytest

from tests.records.cast import Person
from tests.server.office import NOW, Office
from visitapp.errors import InviteRefused, ServerRefused
from visitapp.records import invites
from visitapp.records.certificates import Role
from visitapp.records.cose import What
from visitapp.records.epochs import StreamRole, make_grant, open_grant
from visitapp.sync.transport import HttpServer

NOW_MS = int(NOW * 1000)
HOUR = 60 * 60 * 1000


@pytest.fixture
def lead(office: Office) -> HttpServer:
    return office.client(office.cast.lead)


def offered(lead: HttpServer, expires: int = NOW_MS + HOUR) -> bytes:
    invite = secrets.token_bytes(16)
    lead.offer_invite(invite, b"sealed", expires)
    return invite


def test_joining(office: Office, lead: HttpServer) -> None:
    code, joiner = invites.new_code(), Person("joiner")
    sealed = invites.seal_invite(
        code,
        invites.Invite(
            organisation=office.organisation,
            receipt=office.receipt_certificate,
            server=office.server.address,
            member=joiner.member,
            role=Role.DEVICE,
            name="Jo",
            expires=NOW_MS + HOUR,
        ),
    )
    invite = invites.invite_id(code)
    lead.offer_invite(invite, sealed, NOW_MS + HOUR)

    with HttpServer(office.server.address) as stranger:
        found = invites.open_invite(code, stranger.invite(invite).sealed, NOW_MS)
    joining = HttpServer(found.server, found.organisation.id, found.receipt.signing)
    with joining:
        request = invites.Request(joiner.signing.public, joiner.wrapping.public)
        joining.request_invite(invite, invites.seal_request(code, request))
        assert joining.invite(invite).answer is None

        (waiting,) = lead.open_requests().requests
        assert invites.open_request(code, waiting.request) == request
        joiner.certificate = office.cast.certify(joiner, Role.DEVICE)
        answer = invites.Answer(joiner.certificate, office.cast.lead.certificate)
        lead.answer_invite(waiting.id, invites.seal_answer(code, answer))
        assert lead.open_requests().requests == []
        grant = make_grant(
            organisation=office.organisation.id,
            stream=office.organisation.id,
            members=[(joiner.certificate, StreamRole.WORKER)],
            epoch_keys={office.office_epoch.id: b"k" * 32},
            author=office.cast.lead.device,
            key=office.cast.lead.signing,
            at=NOW_MS,
            previous=office.office_epoch.statement,
        )
        certified = office.statement(What.CERTIFICATE, joiner.certificate.signed)
        assert all(r.ok for r in lead.append([certified, office.statement(What.GRANT, grant.signed.raw)]).results)

        got = joining.invite(invite).answer
        assert got is not None
        assert invites.open_answer(code, got, found.organisation, request).certificate == joiner.certificate
        joining.open_session(joiner.device, joiner.signing)
        assert [moved.stream for moved in joining.changes(0).streams] == [office.organisation.id]
        commitments = {office.office_epoch.id: office.office_epoch.commitment}
        keys = open_grant(grant, commitments, joiner.device, joiner.wrapping)
        assert keys == {office.office_epoch.id: b"k" * 32}


def test_an_invite_is_used_once(office: Office, lead: HttpServer) -> None:
    invite, joiner, thief = offered(lead), office.stranger(), office.stranger()
    joiner.request_invite(invite, b"mine")
    joiner.request_invite(invite, b"mine")
    with pytest.raises(InviteRefused) as refused:
        thief.request_invite(invite, b"not yours")
    assert refused.value.message == "error.invite_used"
    assert [request.request for request in lead.open_requests().requests] == [b"mine"]


def test_unknown(office: Office) -> None:
    stranger, invite = office.stranger(), secrets.token_bytes(16)
    for call in (lambda: stranger.invite(invite), lambda: stranger.request_invite(invite, b"me")):
        with pytest.raises(InviteRefused) as refused:
            call()
        assert refused.value.message == "error.invite_unknown"


def test_expired(office: Office, lead: HttpServer) -> None:
    stranger, unused, used = office.stranger(), offered(lead), offered(lead)
    stranger.request_invite(used, b"me")
    office.clock.at += HOUR // 1000
    for call in (lambda: stranger.invite(unused), lambda: stranger.request_invite(unused, b"me")):
        with pytest.raises(InviteRefused) as refused:
            call()
        assert refused.value.message == "error.invite_expired"
    assert stranger.invite(used).requested


def test_an_invite_that_would_not_end(lead: HttpServer) -> None:
    for expires in (NOW_MS, NOW_MS + 32 * 24 * HOUR):
        with pytest.raises(ServerRefused, match="bad_form"):
            offered(lead, expires)


def test_leads_only(office: Office, lead: HttpServer) -> None:
    invite = offered(lead)
    worker = office.client(office.cast.worker)
    for call in (
        lambda: worker.offer_invite(secrets.token_bytes(16), b"sealed", NOW_MS + HOUR),
        worker.open_requests,
        lambda: worker.answer_invite(invite, b"answer"),
    ):
        with pytest.raises(ServerRefused) as refused:
            call()
        assert (refused.value.reason, refused.value.status) == ("not_a_lead", 403)


def test_offering_and_answering_again(office: Office, lead: HttpServer) -> None:
    invite = offered(lead)
    lead.offer_invite(invite, b"sealed", NOW_MS + HOUR)
    with pytest.raises(ServerRefused, match="invite_used"):
        lead.offer_invite(invite, b"another", NOW_MS + HOUR)
    with pytest.raises(ServerRefused, match="invite_unused"):
        lead.answer_invite(invite, b"answer")
    with pytest.raises(ServerRefused, match="invite_unknown"):
        lead.answer_invite(secrets.token_bytes(16), b"answer")
    office.stranger().request_invite(invite, b"me")
    lead.answer_invite(invite, b"answer")
    lead.answer_invite(invite, b"answer")
    with pytest.raises(ServerRefused, match="invite_used"):
        lead.answer_invite(invite, b"another answer")
    assert office.stranger().invite(invite).answer == b"answer"


def test_guessing_is_slow(make_office: Callable[..., Office]) -> None:
    stranger = make_office(invite_requests_a_minute=5).open().stranger()
    for _ in range(5):
        with pytest.raises(InviteRefused):
            stranger.invite(secrets.token_bytes(16))
    with pytest.raises(ServerRefused, match="rate"):
        stranger.invite(secrets.token_bytes(16))
