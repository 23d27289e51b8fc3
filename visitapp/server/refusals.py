"""How the server says no: one shape, `{code, detail, items}` in JSON, and the codes of single entries of a page.

A detail is for whoever builds or runs things and quotes nothing that was sent: not a note, not a key, not a name.
"""

from enum import StrEnum
from typing import Any

from msgspec import Struct

from visitapp.errors import VisitAppError


class Code(StrEnum):
    """Why one entry of a page was not taken. The others of the page are not harmed."""

    BAD_FORM = "bad_form"
    BAD_SIGNATURE = "bad_signature"
    FORK = "fork"
    GAP = "gap"
    NO_EPOCH = "no_epoch"
    NOT_A_MEMBER = "not_a_member"
    NOT_UNDERSTOOD = "not_understood"
    QUOTA = "quota"
    STALE_MEMBERSHIP = "stale_membership"
    TOO_LARGE = "too_large"
    UNKNOWN_DEVICE = "unknown_device"
    UNKNOWN_STREAM = "unknown_stream"
    WRONG_ORGANISATION = "wrong_organisation"


class Problem(Struct, frozen=True):
    """The body of every refused request."""

    code: str
    detail: str
    items: list[dict[str, Any]] = []


class RequestRefused(VisitAppError):
    """A whole request is refused, with its HTTP status."""

    code = "request-refused"

    def __init__(self, status: int, code: str, detail: str, *items: dict[str, Any]) -> None:
        super().__init__()
        self.status = status
        self.problem = Problem(code, detail, list(items))


def bad_form(detail: str = "The body is not deterministic CBOR (RFC 8949) of this route's form.") -> RequestRefused:
    """400: what was sent cannot be read as what the route takes."""
    return RequestRefused(400, "bad_form", detail)


def signed_out(detail: str) -> RequestRefused:
    """401: no session, or one that is over."""
    return RequestRefused(401, "signed_out", detail)


def too_large(detail: str) -> RequestRefused:
    """413: over one of the limits."""
    return RequestRefused(413, "too_large", detail)


def no_organisation() -> RequestRefused:
    """409: the server is not set up yet."""
    return RequestRefused(409, "no_organisation", "This server has not been set up for an organisation yet.")


def not_a_lead() -> RequestRefused:
    """403: only a lead of the organisation may do this."""
    return RequestRefused(403, "not_a_lead", "Only a lead of the organisation may do this.")


def not_a_member() -> RequestRefused:
    """403: the device is no member of the stream, or there is no such stream: which of the two is not told."""
    return RequestRefused(403, "not_a_member", "This device is no member of such a stream.")
