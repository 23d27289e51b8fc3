"""Opening a session."""

from fastapi import APIRouter, Request

from visitapp.server import signing_in
from visitapp.server.bodies import SMALL, Nonce, Session, SessionRequest
from visitapp.server.intake import CborResponse, read_body
from visitapp.server.routes.parts import STRANGER, TheService, answered, gives, takes

ROUTER = APIRouter(tags=["sessions"], dependencies=[STRANGER])


@ROUTER.post("/sessions/nonce", response_class=CborResponse, responses=gives(Nonce))
async def nonce(service: TheService) -> CborResponse:
    """32 bytes to be signed within two minutes; takes no body."""
    return await answered(signing_in.nonce, service)


@ROUTER.post("/sessions", response_class=CborResponse, openapi_extra=takes(SessionRequest), responses=gives(Session))
async def open_session(request: Request, service: TheService) -> CborResponse:
    """A token for a certified device that signed the nonce."""
    return await answered(signing_in.open_session, service, await read_body(request, SessionRequest, SMALL))
