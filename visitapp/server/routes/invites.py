"""Joining by invite."""

from fastapi import APIRouter, Request

from visitapp.server import inviting
from visitapp.server.bodies import SMALL, Done, Invite, InviteBlob, NewInvite, OpenRequests
from visitapp.server.intake import CborResponse, read_body
from visitapp.server.routes.parts import INVITED, Device, IdInPath, TheService, answered, gives, id_of, takes

ROUTER = APIRouter(tags=["invites"])


@ROUTER.post("/invites", response_class=CborResponse, openapi_extra=takes(NewInvite), responses=gives(Done))
async def leave(request: Request, service: TheService, device: Device) -> CborResponse:
    """Leave an invite; leads only."""
    return await answered(inviting.leave, service, device, await read_body(request, NewInvite, SMALL))


@ROUTER.get("/invites/{invite}", response_class=CborResponse, responses=gives(Invite), dependencies=[INVITED])
async def show(service: TheService, invite: IdInPath) -> CborResponse:
    """An invite as it stands, for whoever has its code; needs no session."""
    return await answered(inviting.show, service, id_of(invite))


@ROUTER.post(
    "/invites/{invite}/request",
    response_class=CborResponse,
    openapi_extra=takes(InviteBlob),
    responses=gives(Done),
    dependencies=[INVITED],
)
async def ask(request: Request, service: TheService, invite: IdInPath) -> CborResponse:
    """Use an invite, once; needs no session."""
    return await answered(inviting.ask, service, id_of(invite), await read_body(request, InviteBlob, SMALL))


@ROUTER.get("/requests", response_class=CborResponse, responses=gives(OpenRequests))
async def waiting(service: TheService, device: Device) -> CborResponse:
    """The joining devices that wait for a lead; leads only."""
    return await answered(inviting.waiting, service, device)


@ROUTER.post(
    "/invites/{invite}/answer", response_class=CborResponse, openapi_extra=takes(InviteBlob), responses=gives(Done)
)
async def answer(request: Request, service: TheService, device: Device, invite: IdInPath) -> CborResponse:
    """Answer a joining device; leads only."""
    body = await read_body(request, InviteBlob, SMALL)
    return await answered(inviting.answer, service, device, id_of(invite), body)
