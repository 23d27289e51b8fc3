"""Sending and taking in: append, changes, and a stream page by page."""

from fastapi import APIRouter, Request

from visitapp.server import pull
from visitapp.server.append import take_page
from visitapp.server.bodies import Appended, Changes, NewPage, Page
from visitapp.server.intake import CborResponse, read_body
from visitapp.server.routes.parts import After, Device, IdInPath, Limit, TheService, answered, gives, id_of, takes

ROUTER = APIRouter(tags=["streams"])


@ROUTER.post("/append", response_class=CborResponse, openapi_extra=takes(NewPage), responses=gives(Appended))
async def append(request: Request, service: TheService, device: Device) -> CborResponse:
    """Append a page of at most 500 entries or 4 MiB. One bad entry harms no other; sending twice is harmless."""
    page = await read_body(request, NewPage, service.settings.page_bytes)
    return await answered(take_page, service, device, page)


@ROUTER.get("/changes", response_class=CborResponse, responses=gives(Changes))
async def changes(service: TheService, device: Device, after: After = 0) -> CborResponse:
    """The device's streams that moved or were granted after a change number."""
    return await answered(pull.changes, service, device, after)


@ROUTER.get("/streams/{stream}", response_class=CborResponse, responses=gives(Page))
async def page(
    service: TheService, device: Device, stream: IdInPath, after: After = 0, limit: Limit = 500
) -> CborResponse:
    """A stream's entries after a number, with the head there and a receipt over the last."""
    return await answered(pull.page, service, device, id_of(stream), after, limit)
