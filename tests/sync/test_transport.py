"""The client over HTTP: which addresses it takes, and what it makes of a server that is gone, odd or hostile."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from visitapp.crypto.signing import SigningKey
from visitapp.errors import InviteRefused, Offline, Refused, ServerRefused, SignedOut, SyncError
from visitapp.records.canonical import encode
from visitapp.sync import transport
from visitapp.sync.transport import HttpServer
from visitapp.sync.wire import Changes, NewEntry, Server, Session

CBOR = "application/cbor"
Answer = tuple[int, str, bytes]


_LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(1 << 63), (1 << 63) - 1), st.binary(max_size=40), st.text(max_size=20)
)
_NAMES = st.sampled_from(["streams", "next", "done", "entries", "results", "before", "receipt", "sequence", "stream"])
VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_NAMES, inner, max_size=5)),
    max_leaves=12,
)


class Odd:
    """An HTTP server that answers every request as a test tells it."""

    def __init__(self) -> None:
        self.answer: Answer = (200, CBOR, b"")
        self.more: dict[str, str] = {}
        self.pause = 0.0
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        odd = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1

            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                odd.asked.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                status, kind, answer = odd.answer
                self.send_response(status)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(answer)))
                if status in (301, 302, 307):
                    self.send_header("location", "/elsewhere")
                for name, value in odd.more.items():
                    self.send_header(name, value)
                self.end_headers()
                if not odd.pause:
                    self.wfile.write(answer)
                    return
                with suppress(OSError):
                    for byte in answer:
                        time.sleep(odd.pause)
                        self.wfile.write(bytes([byte]))
                        self.wfile.flush()

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
        "https://visits..example.org",
        "https://" + "x" * 64 + ".example.org",
        "https://xn--",
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


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "ftp://proxy", "http://proxy:port", "http://[::1"])
def test_a_proxy_that_cannot_be_spoken_with_is_no_network_and_nothing_worse(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window makes its client before it shows the first page."""
    monkeypatch.setenv("ALL_PROXY", proxy)
    with HttpServer("https://visits.example.org") as client, pytest.raises(Offline):
        client.status()
    with HttpServer("http://127.0.0.1:1") as here, pytest.raises(Offline):
        here.status()


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
        ((200, "application/json", b'{"x": ' + b"[" * 100_000), ServerRefused, "server-refused: bad_answer"),
        ((200, "application/json", b'{"x": "\xff"}'), ServerRefused, "server-refused: bad_answer"),
        ((400, "application/json", b'{"x": ' + b"[" * 100_000), ServerRefused, "server-refused: unknown"),
        ((400, "application/json", b'{"code": "\xff"}'), ServerRefused, "server-refused: unknown"),
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


def test_an_answer_that_trickles_in_is_given_up(
    odd: Odd, in_session: HttpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "_ANSWER_SECONDS", 0.2)
    odd.answer, odd.pause = (200, CBOR, bytes(200)), 0.01
    with pytest.raises(Offline):
        in_session.changes(0)


@pytest.mark.parametrize("body", [b"no gzip", gzip.compress(bytes(100 << 20))], ids=["noise", "a hundred megabytes"])
def test_a_compressed_answer_is_not_unpacked(odd: Odd, in_session: HttpServer, body: bytes) -> None:
    """We ask for none, and a few kilobytes of it can take all memory."""
    odd.answer, odd.more = (200, CBOR, body), {"content-encoding": "gzip"}
    with pytest.raises(ServerRefused, match="bad_answer"):
        in_session.changes(0)


@pytest.mark.parametrize("token", ["", "a b", "a\r\nx: y", "a\n", "\u00e9", "\0", "a" * 5000])
def test_a_token_that_is_none(token: str) -> None:
    with pytest.raises(ServerRefused, match="bad_answer"):
        transport._decoded(encode({"token": token, "expires": 1, "seconds": 600}), Session, CBOR)


def test_the_servers_own_words_are_not_shown(odd: Odd, in_session: HttpServer) -> None:
    """The reason stands in a sentence that people read: a short code or nothing."""
    odd.answer = (400, "application/json", b'{"code": "ring 0900 960 960 now"}')
    with pytest.raises(ServerRefused, match="unknown"):
        in_session.changes(0)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    status=st.sampled_from([200, 200, 204, 206, 302, 400, 401, 404, 413, 429, 500, 503]),
    kind=st.sampled_from([CBOR, "application/json", "", "text/html; charset=utf-16"]),
    body=st.one_of(st.binary(max_size=400), VALUES.map(encode), st.text(max_size=100).map(str.encode)),
)
def test_whatever_comes_is_told_as_one_of_our_errors(
    odd: Odd, in_session: HttpServer, status: int, kind: str, body: bytes
) -> None:
    odd.answer = (status, kind, b"" if status == 204 else body)
    in_session._token = "token"
    for ask in (
        in_session.status,
        lambda: in_session.changes(0),
        lambda: in_session.page(bytes(16), 0),
        lambda: in_session.append([NewEntry(bytes(16), 0, b"")]),
        lambda: in_session.invite(bytes(16)),
        in_session.open_requests,
    ):
        with suppress(SyncError, InviteRefused):
            ask()


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
