"""Bodies: bounded, strict, and one shape of refusal; and the OpenAPI document, honest about all of it."""

import socket
from collections.abc import Iterator
from http.client import HTTPResponse
from typing import Any

import httpx
import msgspec
import pytest

from tests.server.office import Office
from visitapp.records.canonical import write
from visitapp.server import bodies, intake
from visitapp.server.refusals import Problem

CBOR = {"content-type": "application/cbor"}


@pytest.fixture
def plain(office: Office) -> Iterator[httpx.Client]:
    token = office.client(office.cast.worker)._token
    base = f"{office.server.address}/v1/"
    with httpx.Client(base_url=base, headers={"authorization": f"Bearer {token}"}) as client:
        yield client


def refused(answer: httpx.Response) -> tuple[int, str]:
    problem = msgspec.json.decode(answer.content, type=Problem, strict=True)
    assert answer.headers["content-type"] == "application/json"
    assert problem.detail
    return answer.status_code, problem.code


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00",
        b"\xff",
        b"not cbor",
        write({}),
        write({"entries": 1}),
        write({"entries": [], "more": 1}),
        write({"entries": [{"stream": b"short", "what": 0, "signed": b"", "beside": b""}]}),
        write({"entries": [{"stream": bytes(16), "what": "0", "signed": b"", "beside": b""}]}),
        write({"entries": [{"stream": "x" * 16, "what": 0, "signed": b"", "beside": b""}]}),
        write({"entries": []}) + b"\x00",
        b"\xa1\x78\x07entries\x80",  # a longer form than needed
        b"\xa1\x67entries\x9f\xff",  # indefinite length
        b"\xd8\x23\x61a",  # a tag
        b"\x9b" + b"\xff" * 8,  # a list of 2^64 items
        b"\x81" * 5000,
    ],
)
def test_broken_bodies(plain: httpx.Client, body: bytes) -> None:
    assert refused(plain.post("append", content=body, headers=CBOR)) == (400, "bad_form")


def test_an_empty_page_is_nothing(plain: httpx.Client) -> None:
    assert plain.post("append", content=write({"entries": []}), headers=CBOR).status_code == 200


def test_an_oversize_body_is_refused_by_its_length(plain: httpx.Client) -> None:
    """Before a byte of it has come."""
    request = plain.build_request("POST", "append", headers={**CBOR, "content-length": str(1 << 40)})
    lines = [f"{name}: {value}" for name, value in request.headers.items()]
    asked = "\r\n".join([f"POST {request.url.path} HTTP/1.1", *lines, "", ""])
    with socket.create_connection((request.url.host, request.url.port)) as connection:
        connection.sendall(asked.encode())
        answer = HTTPResponse(connection)
        answer.begin()
        body = answer.read()
    assert (answer.status, msgspec.json.decode(body)["code"]) == (413, "too_large")


def test_an_oversize_body_is_refused_while_it_comes(plain: httpx.Client) -> None:
    """No length is given, so the server counts; what is over the limit is never held."""

    def chunks() -> Iterator[bytes]:
        for _ in range(80):
            yield bytes(64 * 1024)

    assert refused(plain.post("append", content=chunks(), headers=CBOR)) == (413, "too_large")


def test_a_body_that_never_ends_is_given_up(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anybody may begin one, and each holds a connection."""
    monkeypatch.setattr(intake, "PATIENCE", 0.1)
    monkeypatch.setattr(intake, "SLOWEST", 1 << 30)
    with socket.create_connection(("127.0.0.1", office.server.port), timeout=20) as line:
        line.sendall(
            b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/cbor\r\nContent-Length: 9\r\n\r\nhalf"
        )
        answer = HTTPResponse(line)
        answer.begin()
        assert (answer.status, msgspec.json.decode(answer.read(), type=Problem).code) == (408, "too_slow")


def test_other_kinds_of_body(plain: httpx.Client) -> None:
    assert refused(plain.post("append", json={"entries": []})) == (415, "not_cbor")
    packed = {**CBOR, "content-encoding": "gzip"}
    assert refused(plain.post("append", content=b"x", headers=packed)) == (415, "encoded")


def test_no_such_route(plain: httpx.Client) -> None:
    assert refused(plain.get("nothing")) == (404, "no_such_route")
    assert refused(plain.get("append")) == (405, "no_such_method")
    assert refused(plain.get(httpx.URL(plain.base_url).join("/"))) == (404, "no_such_route")


def test_a_refusal_never_quotes_what_was_sent(plain: httpx.Client) -> None:
    marker = "MARKER-a-name"
    for answer in (
        plain.get(f"streams/{marker}"),
        plain.get("changes", params={"after": marker}),
        plain.post("append", content=write({"entries": marker}), headers=CBOR),
        plain.get(marker),
    ):
        assert answer.status_code in (400, 404)
        assert marker not in answer.text


@pytest.fixture
def document(office: Office) -> dict[str, Any]:
    found: dict[str, Any] = httpx.get(f"{office.server.address}/v1/openapi.json", trust_env=False).json()
    return found


def test_the_openapi_document_names_every_route(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.")
    assert {(method, path) for path, found in document["paths"].items() for method in found} == {
        ("get", "/v1/status"),
        ("post", "/v1/organisation"),
        ("post", "/v1/sessions/nonce"),
        ("post", "/v1/sessions"),
        ("post", "/v1/append"),
        ("get", "/v1/changes"),
        ("get", "/v1/streams/{stream}"),
        ("post", "/v1/invites"),
        ("get", "/v1/invites/{invite}"),
        ("post", "/v1/invites/{invite}/request"),
        ("get", "/v1/requests"),
        ("post", "/v1/invites/{invite}/answer"),
    }


def test_the_openapi_document_is_honest_about_cbor(document: dict[str, Any]) -> None:
    for path, found in document["paths"].items():
        for operation in found.values():
            kinds = set(operation["responses"]["200"]["content"])
            assert kinds == ({"application/json"} if path == "/v1/status" else {"application/cbor"}), path
            assert set(operation.get("requestBody", {"content": {"application/cbor": {}}})["content"]) == {
                "application/cbor"
            }
            assert set(operation["responses"]["default"]["content"]) == {"application/json"}
            assert "422" not in operation["responses"]
    signed = document["components"]["schemas"]["NewEntry"]["properties"]["signed"]
    assert signed == {"type": "string", "format": "binary", "description": "a CBOR byte string"}


def test_the_openapi_document_says_where_a_session_is_needed(document: dict[str, Any]) -> None:
    free = {
        path for path, found in document["paths"].items() for operation in found.values() if "security" not in operation
    }
    assert free == {
        "/v1/status",
        "/v1/organisation",
        "/v1/sessions/nonce",
        "/v1/sessions",
        "/v1/invites/{invite}",
        "/v1/invites/{invite}/request",
    }


def test_every_reference_in_the_openapi_document_leads_somewhere(document: dict[str, Any]) -> None:
    def references(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                yield value["$ref"]
            for one in value.values():
                yield from references(one)
        elif isinstance(value, list):
            for one in value:
                yield from references(one)

    schemas = document["components"]["schemas"]
    found = set(references(document))
    assert found == {f"#/components/schemas/{name}" for name in schemas}
    assert {kind.__name__ for kind in (*bodies.TAKEN, *bodies.GIVEN)} <= set(schemas)
