"""The server over HTTP: one client, one method a route, and errors of ours for all that can go wrong on the way.

Plain http is refused except to this machine itself. Redirects are not followed, answers are read up to a limit, and
nothing that was sent or received gets into an error's text.
"""

import ipaddress
import re
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import httpx
import msgspec
from msgspec import Struct

from visitapp.crypto.signing import SigningKey
from visitapp.errors import InviteRefused, NotAuthentic, Offline, OtherOrganisation, Refused, ServerRefused, SignedOut
from visitapp.records.canonical import decode, encode
from visitapp.records.sessions import sign_session
from visitapp.sync import wire

CBOR = "application/cbor"
_ANSWER_BYTES = 16 * 1024 * 1024
_ANSWER_SECONDS = 300.0
_CODE = re.compile(r"[a-z_]{1,40}")
_SESSION_MARGIN = 20.0
_TIMEOUT = httpx.Timeout(30.0, connect=5.0)
_INVITES = {
    "invite_unknown": "error.invite_unknown",
    "invite_used": "error.invite_used",
    "invite_expired": "error.invite_expired",
}
_NOT_READ = (ValueError, RecursionError)
"""What msgspec raises for JSON of another form, for what is no text, and for lists in lists without end."""
T = TypeVar("T", bound=Struct)


class Refusal(Struct, frozen=True):
    """The body of a refused request, as far as it is used."""

    code: str = "unknown"


class HttpServer:
    """The server at an address. Give `organisation` (16 bytes) and `server_key` (32) as soon as they are pinned.

    Raises Refused("error.plain_http") or Refused("error.server_address") for an address that will not do.
    """

    def __init__(self, address: str, organisation: bytes | None = None, server_key: bytes | None = None) -> None:
        url, loopback = _checked(address)
        self._organisation = organisation
        self._server_key = server_key
        self._token = ""
        self._token_end = 0.0
        self._base = str(url.copy_with(path=url.path.rstrip("/") + "/v1/"))
        self._client = _client(url, loopback=loopback)

    def listen(self, tap: Callable[[bytes], None]) -> None:
        """Have every request told, line and body, before it goes: for those who want to see what leaves this laptop."""

        def heard(request: httpx.Request) -> None:
            tap(str(request.url).encode() + b"\n" + request.content)

        self._client.event_hooks = {"request": [heard]}

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def __enter__(self) -> "HttpServer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def status(self) -> wire.Status:
        """Whom the server serves. Raises OtherOrganisation when that is not whom we know."""
        status = self._call(wire.Status, "GET", "status")
        self._check_pins(status.organisation, status.server_key)
        return status

    def set_up(self, code: str, organisation: bytes, issuer: bytes, receipt: bytes, epoch: bytes) -> wire.StreamReceipt:
        """Set the organisation up, once: signed statements as exact bytes, and the code that the server printed."""
        body = {"code": code, "organisation": organisation, "issuer": issuer, "receipt": receipt, "epoch": epoch}
        return self._call(wire.StreamReceipt, "POST", "organisation", body)

    @property
    def in_session(self) -> bool:
        """Whether a session is open, as far as this side can know."""
        return bool(self._token) and time.monotonic() < self._token_end

    def open_session(self, device: bytes, key: SigningKey) -> None:
        """Open a session for a device (its certificate's id, 32 bytes) with its signing key. Two requests."""
        nonce = self._call(wire.Nonce, "POST", "sessions/nonce", {})
        self._check_pins(nonce.organisation.hex(), nonce.server_key.hex())
        asked = time.monotonic()
        signature = sign_session(key, nonce.organisation, nonce.server_key, nonce.nonce, device)
        body = {"device": device, "nonce": nonce.nonce, "signature": signature}
        session = self._call(wire.Session, "POST", "sessions", body)
        self._token = session.token
        self._token_end = asked + session.seconds - min(_SESSION_MARGIN, session.seconds / 2)

    def append(self, entries: Sequence[wire.NewEntry]) -> wire.Appended:
        """Send a page: at most PAGE_ENTRIES and PAGE_BYTES, in the order of their chains."""
        body = {"entries": msgspec.to_builtins(entries, builtin_types=(bytes,))}
        appended = self._call(wire.Appended, "POST", "append", body, token=True)
        if len(appended.results) != len(entries):
            raise ServerRefused("bad_answer")
        return appended

    def changes(self, after: int) -> wire.Changes:
        """The streams of this device that moved or were granted after a change number."""
        return self._call(wire.Changes, "GET", "changes", token=True, after=after)

    def page(self, stream: bytes, after: int, limit: int = wire.PAGE_ENTRIES) -> wire.Page:
        """Entries of a stream after a number."""
        return self._call(wire.Page, "GET", f"streams/{stream.hex()}", token=True, after=after, limit=limit)

    def offer_invite(self, invite: bytes, sealed: bytes, expires: int) -> None:
        """Leave an invite (id 16 bytes); leads only. `expires`: UTC in milliseconds."""
        self._call(wire.Done, "POST", "invites", {"id": invite, "sealed": sealed, "expires": expires}, token=True)

    def invite(self, invite: bytes) -> wire.Invite:
        """An invite as it stands; needs no session. Raises InviteRefused."""
        with _joining():
            return self._call(wire.Invite, "GET", f"invites/{invite.hex()}")

    def request_invite(self, invite: bytes, request: bytes) -> None:
        """Use an invite, once; the same bytes again are harmless. Needs no session. Raises InviteRefused."""
        with _joining():
            self._call(wire.Done, "POST", f"invites/{invite.hex()}/request", {"blob": request})

    def open_requests(self) -> wire.OpenRequests:
        """The joining devices that wait for a lead; leads only."""
        return self._call(wire.OpenRequests, "GET", "requests", token=True)

    def answer_invite(self, invite: bytes, answer: bytes) -> None:
        """Answer a joining device; leads only."""
        self._call(wire.Done, "POST", f"invites/{invite.hex()}/answer", {"blob": answer}, token=True)

    def _check_pins(self, organisation: str | None, server_key: str) -> None:
        other_organisation = self._organisation is not None and organisation != self._organisation.hex()
        if other_organisation or (self._server_key is not None and server_key != self._server_key.hex()):
            raise OtherOrganisation

    def _call(self, kind: type[T], method: str, path: str, body: Any = None, *, token: bool = False, **query: int) -> T:
        headers = {}
        if token:
            if not self._token:
                raise SignedOut
            headers["authorization"] = f"Bearer {self._token}"
        content = None
        if body is not None:
            headers["content-type"] = CBOR
            content = encode(body)
        # Put together here: for every part that the client library joins to an address it reads the whole anew.
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        address = f"{path}?{asked}" if asked else path
        try:
            with self._client.stream(method, self._base + address, content=content, headers=headers) as response:
                answer = _read(response)
        except httpx.TransportError:
            # from None: the library's text holds the address and nothing that helps.
            raise Offline from None
        if response.status_code != 200:
            self._refuse(response.status_code, answer)
        return _decoded(answer, kind, response.headers.get("content-type", ""))

    def _refuse(self, status: int, answer: bytes) -> None:
        try:
            code = msgspec.json.decode(answer, type=Refusal).code
        except _NOT_READ:
            code = ""
        if status == 401:
            self._token = ""
            raise SignedOut
        if status in (502, 503, 504):
            raise Offline
        # It stands in a sentence that people read: the server has no say in more of it than a short code.
        raise ServerRefused(code if _CODE.fullmatch(code) else "unknown", status)


class _NoWay(httpx.BaseTransport):
    """This machine's proxy is of a kind that the library cannot speak with (SOCKS): offline, and not past it."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("proxy")


def _client(url: httpx.URL, *, loopback: bool) -> httpx.Client:
    headers = {"accept": CBOR, "accept-encoding": "identity"}
    try:
        return httpx.Client(timeout=_TIMEOUT, verify=_trust(url), trust_env=not loopback, headers=headers)
    except (ImportError, ValueError, httpx.InvalidURL):
        # The notes on this laptop must open all the same.
        return httpx.Client(transport=_NoWay(), trust_env=False)


@contextmanager
def _joining() -> Iterator[None]:
    """Tells somebody who joins what is wrong with the invite, instead of a code."""
    try:
        yield
    except ServerRefused as refused:
        if refused.reason in _INVITES:
            raise InviteRefused(_INVITES[refused.reason]) from None
        raise


def _read(response: httpx.Response) -> bytes:
    # None was asked for, and what is unpacked is as large as the server likes.
    if response.headers.get("content-encoding", "identity") != "identity":
        raise ServerRefused("bad_answer", response.status_code)
    chunks, size, begun = [], 0, time.monotonic()
    for chunk in response.iter_raw():
        size += len(chunk)
        if size > _ANSWER_BYTES:
            raise ServerRefused("bad_answer", response.status_code)
        if time.monotonic() - begun > _ANSWER_SECONDS:
            raise Offline
        chunks.append(chunk)
    return b"".join(chunks)


def _decoded(answer: bytes, kind: type[T], content_type: str) -> T:
    try:
        if content_type == CBOR:
            return msgspec.convert(decode(answer), kind, builtin_types=(bytes,))
        return msgspec.json.decode(answer, type=kind)
    except (NotAuthentic, *_NOT_READ):
        # from None: msgspec's text may quote the answer.
        raise ServerRefused("bad_answer", 200) from None


def _checked(address: str) -> tuple[httpx.URL, bool]:
    try:
        url = httpx.URL(address.strip())
        url.host.encode("idna")  # as whoever looks the name up does: what has no such form would be a fault there
    except (httpx.InvalidURL, UnicodeError):
        raise Refused("error.server_address") from None
    loopback = _is_loopback(url.host)
    if url.scheme not in ("http", "https") or not url.host or url.userinfo or url.query or url.fragment:
        raise Refused("error.server_address")
    if url.scheme == "http" and not loopback:
        raise Refused("error.plain_http")
    return url, loopback


def _trust(url: httpx.URL) -> ssl.SSLContext:
    """What this machine trusts, a council's own authority included. Over plain http: nothing, which is also quick."""
    return ssl.create_default_context() if url.scheme == "https" else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
