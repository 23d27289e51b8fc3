"""The server's application: its routes, how it says no, and its OpenAPI document, over one Service."""

import logging
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from visitapp import __version__
from visitapp.errors import DiskFull
from visitapp.server.bodies import GIVEN, TAKEN
from visitapp.server.refusals import Problem, RequestRefused
from visitapp.server.routes import invites, organisation, sessions, streams
from visitapp.server.service import Service

_LOG = logging.getLogger("visitapp.server")
_ROUTERS = (organisation.ROUTER, sessions.ROUTER, streams.ROUTER, invites.ROUTER)
_NAMES = {404: "no_such_route", 405: "no_such_method"}


def create_app(service: Service) -> FastAPI:
    """The application over a service, which the caller closes."""
    app = FastAPI(
        title="VisitApp server",
        version=__version__,
        description="Keeps and relays signed headers and sealed records. It can read none of them.",
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.service = service
    for router in _ROUTERS:
        app.include_router(router, prefix="/v1")
    app.add_exception_handler(RequestRefused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _unrouted)
    app.add_exception_handler(OperationalError, _busy)
    app.add_exception_handler(DiskFull, _full)
    app.add_exception_handler(Exception, _unexpected)
    app.openapi = lambda: _document(app)  # type: ignore[method-assign]  # FastAPI's own way to replace it
    return app


def _answer(status: int, problem: Problem) -> Response:
    headers = {"retry-after": "60"} if status in (429, 503) else {}
    return Response(msgspec.json.encode(problem), status, headers, "application/json")


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestRefused)  # noqa: S101  # registered for this class only
    return _answer(error.status, error.problem)


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # registered for this class only
    # Where and what kind, never the value that was given.
    items = [{"at": [str(part) for part in one["loc"]], "code": one["type"]} for one in error.errors()]
    return _answer(400, Problem("bad_form", "A part of the path or of the query is not as it should be.", items))


async def _unrouted(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  # registered for this class only
    return _answer(error.status_code, Problem(_NAMES.get(error.status_code, "refused"), "There is no such route."))


async def _busy(_: Request, error: Exception) -> Response:
    _LOG.warning("database: %s", type(error).__name__)
    return _answer(503, Problem("busy", "The database did not answer in time; try again."))


async def _full(_: Request, error: Exception) -> Response:
    _LOG.error("database: %s", error)
    return _answer(503, Problem("disk_full", "The server's disk is full; nothing of this was kept."))


async def _unexpected(_: Request, error: Exception) -> Response:
    return _answer(500, Problem("unexpected", "Something went wrong in the server itself."))


def _document(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        document = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        _, schemas = msgspec.json.schema_components(
            [*TAKEN, *GIVEN, Problem], ref_template="#/components/schemas/{name}"
        )
        components = document.setdefault("components", {})
        components["schemas"] = {name: _in_cbor(schema) for name, schema in schemas.items()}
        components["securitySchemes"] = {"session": {"type": "http", "scheme": "bearer"}}
        for path, operations in document["paths"].items():
            for operation in operations.values():
                _honest(path, operation)
        app.openapi_schema = document
    return app.openapi_schema


def _in_cbor(schema: Any) -> Any:
    """A schema in which bytes are CBOR byte strings, not base64 in JSON."""
    if isinstance(schema, list):
        return [_in_cbor(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {name: _in_cbor(value) for name, value in schema.items() if name != "contentEncoding"}
    if "contentEncoding" in schema:
        for name in ("minLength", "maxLength"):
            plain.pop(name, None)
        plain |= {"format": "binary", "description": "a CBOR byte string"}
    return plain


def _honest(path: str, operation: dict[str, Any]) -> None:
    """Every refusal has one shape; routes with a session say so."""
    refused = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    operation["responses"].pop("422", None)
    operation["responses"]["default"] = {"description": "Refused", **refused}
    open_to_all = path in ("/v1/status", "/v1/organisation") or path.startswith("/v1/sessions")
    joining = path == "/v1/invites/{invite}" or path.endswith("/request")
    if not (open_to_all or joining):
        operation["security"] = [{"session": []}]
