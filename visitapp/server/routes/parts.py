"""What the routes share: who asks and how often, how an id stands in a path, how the document shows a body."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Path, Query, Request
from msgspec import Struct
from starlette.concurrency import run_in_threadpool

from visitapp.server.bodies import Answer, Body
from visitapp.server.intake import CBOR, CborResponse
from visitapp.server.refusals import bad_form
from visitapp.server.service import Service

A = TypeVar("A", bound=Answer)


async def _service(request: Request) -> Service:  # async: a plain function would cost a thread
    service: Service = request.app.state.service
    return service


TheService = Annotated[Service, Depends(_service)]


async def _signed_in(request: Request, service: TheService) -> bytes:
    device = service.sessions.device(request.headers.get("authorization", ""))
    service.device_rate.take(device.hex())
    return device


async def _stranger(request: Request, service: TheService) -> None:
    service.stranger_rate.take(_address(request))


async def _invited(request: Request, service: TheService) -> None:
    service.invite_rate.take(_address(request))


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


Device = Annotated[bytes, Depends(_signed_in)]
"""The device whose session it is (32 bytes)."""
STRANGER = Depends(_stranger)
"""Counts a request without a session."""
INVITED = Depends(_invited)
"""Counts a request about an invite."""
IdInPath = Annotated[str, Path(description="16 bytes in hexadecimal", min_length=32, max_length=32)]
After = Annotated[int, Query(ge=0, le=(1 << 63) - 1)]
Limit = Annotated[int, Query(ge=1, le=500)]


def id_of(text: str) -> bytes:
    """The 16 bytes of an id in a path. Raises RequestRefused (400)."""
    try:
        raw = bytes.fromhex(text)
    except ValueError:
        raw = b""
    if len(raw) != 16 or raw.hex() != text:
        raise bad_form("An id in a path is 32 hexadecimal digits, in lower case.")
    return raw


async def answered(work: Callable[..., A], *given: Any) -> CborResponse:
    """What a function of the server answers, worked out and encoded on a thread of its own."""
    return await run_in_threadpool(lambda: CborResponse(work(*given)))


def takes(kind: type[Body]) -> dict[str, Any]:
    """For the OpenAPI document: the route takes this struct in CBOR."""
    return {"requestBody": {"required": True, "content": {CBOR: {"schema": _ref(kind)}}}}


def gives(kind: type[Struct]) -> dict[int | str, dict[str, Any]]:
    """For the OpenAPI document: the route answers with this struct in CBOR."""
    return {200: {"content": {CBOR: {"schema": _ref(kind)}}}}


def _ref(kind: type[Struct]) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}
