"""The client over HTTP: which addresses it takes, and what it makes of a server that is gone, odd or hostile."""

import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from visitapp.crypto.signing import SigningKey
from visitapp.errors import Offline, Refused, ServerRefused, SignedOut, SyncError
from visitapp.records.canonical import encode
from visitapp.sync.transport import HttpServer
from visitapp.sync.wire import Changes, NewEntry, Server

CBOR = "application/cbor"
Answer = tuple[int, str, bytes]


class Odd:
    """An HTTP server that answers every request as a test tells it."""

    def __init__(self) -> None:
        self.answer: Answer = (200, CBOR, b"")
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        odd = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                odd.asked.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                status, kind, answer = odd.answer
                self.send_response(status)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(answer)))
                if status in (301, 302, 307):
                    self.send_header("location", "/elsewhere")
                self.end_headers()
                self.wfile.write(answer)

            do_POST = do_GET  # noqa: N815  # the library's names

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def odd() -> Iterator[Odd]:
    server = Odd()
    yield server
    server.close()


@pytest.fixture
def client(odd: Odd) -> Iterator[HttpServer]:
    with HttpServer(odd.address) as client:
        yield client


@pytest.fixture
def in_session(odd: Odd, client: HttpServer) -> HttpServer:
    odd.answer = (200, CBOR, encode({"nonce": bytes(32), "organisation": bytes(16), "server_key": bytes(32)}))
    with pytest.raises(ServerRefused, match="bad_answer"):
        client.open_session(bytes(32), SigningKey(bytes(32)))
    client._token, client._token_end = "token", float("inf")
    odd.asked.clear()
    return client


@pytest.mark.parametrize(
    "address",
    [
        "http://visits.example.org",
        "http://10.0.0.7:8765",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "http://[2001:db8::1]",
        "HTTP://Example.org",
    ],
)
def test_plain_http_is_refused_but_to_this_machine(address: str) -> None:
    with pytest.raises(Refused) as refused:
        HttpServer(address)
    assert refused.value.message == "error.plain_http"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "visits.example.org",
        "ftp://example.org",
        "https://",
        "https://name:word@example.org",
        "https://x/?q",
        "https://x:port",
    ],
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(Refused) as refused:
        HttpServer(address)
    assert refused.value.message == "error.server_address"


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:1",
        "http://127.0.0.1:1",
        "http://127.8.8.8",
        "http://[::1]:9",
        "https://example.org",
        " https://x/visits/ ",
    ],
)
def test_good_addresses(address: str) -> None:
    server: Server = HttpServer(address)
    assert not server.in_session


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    with HttpServer(address) as client, pytest.raises(Offline) as offline:
        client.status()
    assert str(offline.value) == "offline"


def test_a_server_that_hangs_up() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def hang_up() -> None:
            connection, _ = listening.accept()
            connection.recv(10)
            connection.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        with HttpServer(f"http://127.0.0.1:{listening.getsockname()[1]}") as client, pytest.raises(Offline):
            client.status()
        thread.join()


@pytest.mark.parametrize(
    ("answer", "error", "code"),
    [
        ((401, "application/json", b'{"code": "signed_out"}'), SignedOut, "signed-out"),
        ((401, "text/html", b"<p>Sign in to the hotel"), SignedOut, "signed-out"),
        (
            (409, "application/json", b'{"code": "fork", "detail": "x", "items": []}'),
            ServerRefused,
            "server-refused: fork",
        ),
        ((418, "text/html", b"<h1>"), ServerRefused, "server-refused: unknown"),
        ((302, "text/html", b""), ServerRefused, "server-refused: unknown"),
        ((502, "text/html", b"<h1>"), Offline, "offline"),
        ((503, "application/json", b'{"code": "busy"}'), Offline, "offline"),
        ((200, "text/html", b"<h1>Welcome to the hotel"), ServerRefused, "server-refused: bad_answer"),
        ((200, CBOR, b""), ServerRefused, "server-refused: bad_answer"),
        ((200, CBOR, encode({"streams": []})), ServerRefused, "server-refused: bad_answer"),
        ((200, CBOR, encode({"streams": [], "next": -1, "done": True})), ServerRefused, "server-refused: bad_answer"),
        (
            (200, CBOR, encode({"streams": [{"stream": b"short", "sequence": 1}], "next": 1, "done": True})),
            ServerRefused,
            "server-refused: bad_answer",
        ),
    ],
)
def test_odd_answers(odd: Odd, in_session: HttpServer, answer: Answer, error: type[SyncError], code: str) -> None:
    odd.answer = answer
    with pytest.raises(error) as raised:
        in_session.changes(0)
    assert str(raised.value) == code
    assert raised.value.__cause__ is None
    # A redirect is not followed.
    assert len(odd.asked) == 1


def test_an_answer_without_end(odd: Odd, in_session: HttpServer) -> None:
    odd.answer = (200, CBOR, bytes(17 * 1024 * 1024))
    with pytest.raises(ServerRefused, match="bad_answer"):
        in_session.changes(0)


def test_what_a_newer_server_adds_is_passed_over(odd: Odd, in_session: HttpServer) -> None:
    odd.answer = (200, CBOR, encode({"streams": [], "next": 7, "done": True, "weather": "rain"}))
    assert in_session.changes(3) == Changes([], 7, True)
    assert odd.asked[0][1] == "/v1/changes?after=3"


def test_an_answer_about_fewer_entries_than_were_sent(odd: Odd, in_session: HttpServer) -> None:
    odd.answer = (200, CBOR, encode({"results": [], "streams": []}))
    with pytest.raises(ServerRefused, match="bad_answer"):
        in_session.append([NewEntry(bytes(16), 0, b"x")])


def test_the_token_goes_only_where_it_is_needed(odd: Odd, in_session: HttpServer) -> None:
    odd.answer = (404, "application/json", b"{}")
    calls: list[tuple[Callable[[], object], bool]] = [
        (in_session.status, False),
        (lambda: in_session.invite(bytes(16)), False),
        (lambda: in_session.request_invite(bytes(16), b"x"), False),
        (lambda: in_session.changes(0), True),
        (lambda: in_session.page(bytes(16), 0), True),
        (in_session.open_requests, True),
    ]
    for call, needed in calls:
        with pytest.raises(ServerRefused):
            call()
        assert ("authorization" in odd.asked[-1][2]) == needed


def test_a_session_that_is_over_by_our_clock(odd: Odd, in_session: HttpServer) -> None:
    assert in_session.in_session
    in_session._token_end = 0.0
    assert not in_session.in_session


def test_signing_out_forgets_the_token(odd: Odd, in_session: HttpServer) -> None:
    odd.answer = (401, "application/json", b"{}")
    with pytest.raises(SignedOut):
        in_session.changes(0)
    odd.asked.clear()
    with pytest.raises(SignedOut):
        in_session.changes(0)
    assert odd.asked == []
