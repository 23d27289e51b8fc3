"""Sessions over HTTP: a signature over a fresh nonce, a token that ends."""

import secrets
from collections.abc import Callable

import httpx
import pytest

from tests.records.cast import Person
from tests.server.office import Office
from visitapp.crypto.signing import SigningKey
from visitapp.errors import OtherOrganisation, ServerRefused, SignedOut
from visitapp.records.canonical import decode, encode
from visitapp.records.certificates import Role
from visitapp.records.sessions import sign_session
from visitapp.server.refusals import RequestRefused
from visitapp.server.sessions import Sessions
from visitapp.sync.transport import HttpServer


def test_a_session_ends_and_a_new_one_goes_on(office: Office) -> None:
    client = office.client(office.cast.worker)
    assert client.in_session
    before = client.changes(0)
    office.clock.at += office.settings.session_seconds
    with pytest.raises(SignedOut):
        client.changes(0)
    assert not client.in_session
    client.open_session(office.cast.worker.device, office.cast.worker.signing)
    assert client.changes(0) == before


def test_no_session(office: Office) -> None:
    client = office.stranger()
    assert not client.in_session
    for call in (
        lambda: client.append([]),
        lambda: client.changes(0),
        lambda: client.page(office.organisation.id, 0),
        client.open_requests,
    ):
        with pytest.raises(SignedOut):
            call()


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Bearer é", "Basic eDp5", "Bearer " + "A" * 96])
def test_a_token_of_nobody(office: Office, header: str) -> None:
    with httpx.Client(base_url=office.server.address) as client:
        answer = client.get("/v1/changes", headers={"authorization": header.encode()})
    assert (answer.status_code, answer.json()["code"]) == (401, "signed_out")


def test_unknown_device(office: Office) -> None:
    stranger = Person("stranger")
    stranger.certificate = office.cast.certify(stranger, Role.DEVICE)
    with pytest.raises(ServerRefused, match="unknown_device"):
        office.client(stranger)


def test_the_servers_own_key_is_no_device(office: Office) -> None:
    with pytest.raises(ServerRefused, match="unknown_device"):
        office.stranger().open_session(office.receipt_certificate.id, office.cast.worker.signing)


def test_bad_signature(office: Office) -> None:
    with pytest.raises(ServerRefused, match="bad_signature"):
        office.stranger().open_session(office.cast.worker.device, SigningKey(secrets.token_bytes(32)))


def test_a_nonce_opens_one_session(office: Office) -> None:
    with httpx.Client(base_url=office.server.address + "/v1") as client:
        nonce = decode(client.post("/sessions/nonce").content)
        worker = office.cast.worker
        given = nonce["organisation"], nonce["server_key"], nonce["nonce"], worker.device
        signature = sign_session(worker.signing, *given)
        body = encode({"device": worker.device, "nonce": nonce["nonce"], "signature": signature})
        headers = {"content-type": "application/cbor"}
        assert client.post("/sessions", content=body, headers=headers).status_code == 200
        again = client.post("/sessions", content=body, headers=headers)
        assert (again.status_code, again.json()["code"]) == (401, "signed_out")


def test_an_old_nonce(office: Office) -> None:
    sessions = Sessions(b"k" * 32, 600, office.clock)
    nonce = sessions.new_nonce()
    assert sessions.nonce_end(nonce) == office.clock.at + 120
    office.clock.at += 120
    for bad in (nonce, bytes(32), nonce[:-1], b""):
        with pytest.raises(RequestRefused):
            sessions.nonce_end(bad)


def test_tokens_and_nonces_are_not_each_other(office: Office) -> None:
    sessions, others = Sessions(b"k" * 32, 600, office.clock), Sessions(b"o" * 32, 600, office.clock)
    token, _ = sessions.new_token(b"d" * 32)
    assert sessions.device(f"Bearer {token}") == b"d" * 32
    with pytest.raises(RequestRefused):
        others.device(f"Bearer {token}")


def test_the_server_of_another_organisation_gets_no_signature(office: Office) -> None:
    other_organisation = HttpServer(office.server.address, secrets.token_bytes(16), office.receipt_certificate.signing)
    other_key = HttpServer(office.server.address, office.organisation.id, secrets.token_bytes(32))
    for client in (other_organisation, other_key):
        with client:
            with pytest.raises(OtherOrganisation):
                client.status()
            with pytest.raises(OtherOrganisation):
                client.open_session(office.cast.worker.device, office.cast.worker.signing)


def test_so_many_requests_a_minute(make_office: Callable[..., Office]) -> None:
    office = make_office(device_requests_a_minute=5).open()
    client, other = office.client(office.cast.worker), office.client(office.cast.other)
    for _ in range(5):
        client.changes(0)
    with pytest.raises(ServerRefused) as refused:
        client.changes(0)
    assert (refused.value.reason, refused.value.status) == ("rate", 429)
    other.changes(0)
    office.clock.at += 12
    client.changes(0)
