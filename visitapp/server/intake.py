"""Bytes in and out of a route: a body is read in bounded chunks, then decoded strictly; an answer is CBOR."""

import asyncio
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from visitapp.errors import NotAuthentic
from visitapp.records.canonical import decode, encode
from visitapp.server.bodies import SMALL, Body
from visitapp.server.refusals import RequestRefused, bad_form, too_large

CBOR = "application/cbor"
PATIENCE, SLOWEST = 60.0, 1024
"""How long a body may take: so many seconds, and one more for so many bytes that the route takes. A laptop in a valley
gets its page through; nobody keeps a connection for ever.
"""
T = TypeVar("T", bound=Body)


class CborResponse(Response):
    """An answer in CBOR."""

    media_type = CBOR

    def render(self, content: Struct | None) -> bytes:
        return b"" if content is None else encode(msgspec.to_builtins(content, builtin_types=(bytes,)))


async def read_body(request: Request, kind: type[T], most: int) -> T:
    """The body as a struct, never holding more than `most` bytes of it. Raises RequestRefused (400, 408, 413, 415)."""
    _check_headers(request.headers, most)
    try:
        async with asyncio.timeout(PATIENCE + most / SLOWEST):
            raw = await _whole(request, most)
    except ClientDisconnect:
        raise bad_form("The body ended early.") from None
    except TimeoutError:
        raise RequestRefused(408, "too_slow", "The body took too long to come.") from None
    # A large page takes milliseconds to decode, in which others would wait.
    return decoded(raw, kind) if len(raw) <= SMALL else await run_in_threadpool(decoded, raw, kind)


async def _whole(request: Request, most: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise too_large(f"The body is over {most} bytes.")
        chunks.append(chunk)
    return b"".join(chunks)


def _check_headers(headers: Mapping[str, str], most: int) -> None:
    if headers.get("content-type", "").partition(";")[0].strip().lower() != CBOR:
        raise RequestRefused(415, "not_cbor", f"This route takes {CBOR}.")
    if headers.get("content-encoding", "identity") != "identity":
        raise RequestRefused(415, "encoded", "Bodies are taken as they are, not compressed.")
    length = headers.get("content-length", "0")
    if length.isascii() and length.isdigit() and int(length) > most:
        raise too_large(f"The body is over {most} bytes.")


def decoded(raw: bytes, kind: type[T]) -> T:
    """The struct of a CBOR body. Raises RequestRefused (400); what was sent is not quoted."""
    try:
        value: Any = decode(raw)
        return msgspec.convert(value, kind, builtin_types=(bytes,))
    except (NotAuthentic, msgspec.ValidationError):
        raise bad_form() from None
