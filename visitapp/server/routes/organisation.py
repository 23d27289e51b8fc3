"""Whom the server serves, and setting that up."""

import msgspec
from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from visitapp import __version__
from visitapp.server.bodies import SMALL, SetUp, Status, StreamReceipt
from visitapp.server.intake import CborResponse, read_body
from visitapp.server.routes.parts import STRANGER, TheService, answered, gives, takes
from visitapp.server.setup import set_up

ROUTER = APIRouter(tags=["organisation"], dependencies=[STRANGER])


@ROUTER.get(
    "/status",
    responses={200: {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Status"}}}}},
)
async def status(service: TheService) -> Response:
    """Whom this server serves, and its public receipt key. In JSON, for people and monitors too."""
    served = await run_in_threadpool(service.served_or_none)
    organisation = served.organisation.id.hex() if served else None
    told = Status(organisation, service.keys.receipt.public.hex(), __version__)
    return Response(msgspec.json.encode(told), media_type="application/json")


@ROUTER.post(
    "/organisation",
    response_class=CborResponse,
    openapi_extra=takes(SetUp),
    responses=gives(StreamReceipt),
)
async def found(request: Request, service: TheService) -> CborResponse:
    """Set the organisation up, once, with the code that the server printed."""
    return await answered(set_up, service, await read_body(request, SetUp, SMALL))
