"""What is looked at before a laptop is set up: address, code, passphrase. Pure: ids of sentences out, no Qt."""

from urllib.parse import urlsplit

from msgspec import Struct

from visitapp.words import Text, text

LEAST_CHARACTERS = 12
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})

Problems = tuple[tuple[str, Text], ...]
"""What is to be put right: (field, sentence) each."""


class Joining(Struct, frozen=True):
    """What one types to join with an invite."""

    address: str
    code: str
    passphrase: str
    again: str


class Founding(Struct, frozen=True):
    """What one types to set up a new organisation."""

    organisation: str
    name: str
    address: str
    code: str
    passphrase: str
    again: str


def tidy_address(typed: str) -> str:
    """The server's address as it is used: https unless something else was said, no slash at the end."""
    address = typed.strip()
    scheme, sign, rest = address.partition("://")
    if not sign:
        scheme, rest = "https", address
    return f"{scheme}://{rest.rstrip('/')}"


def check_joining(typed: Joining) -> Problems:
    """What is to be put right before joining; empty when all is well."""
    return _without_none(
        ("address", _address(typed.address)),
        ("code", _given(typed.code, "firstrun.error.invite")),
        *_passphrase(typed.passphrase, typed.again),
    )


def check_founding(typed: Founding) -> Problems:
    """What is to be put right before an organisation is set up; empty when all is well."""
    return _without_none(
        ("organisation", _given(typed.organisation, "firstrun.error.organisation")),
        ("name", _given(typed.name, "firstrun.error.name")),
        ("address", _address(typed.address)),
        ("code", _given(typed.code, "firstrun.error.setup_code")),
        *_passphrase(typed.passphrase, typed.again),
    )


def _without_none(*found: tuple[str, Text | None]) -> Problems:
    return tuple((field, problem) for field, problem in found if problem is not None)


def _given(typed: str, problem: str) -> Text | None:
    return None if typed.strip() else text(problem)


def _address(typed: str) -> Text | None:
    try:
        parts = urlsplit(tidy_address(typed))
        host, _ = parts.hostname, parts.port
    except ValueError:
        return text("firstrun.error.address")
    if not host or parts.scheme not in ("https", "http"):
        return text("firstrun.error.address")
    if parts.scheme == "http" and host not in _HERE:
        return text("firstrun.error.plain_http")
    return None


def _passphrase(passphrase: str, again: str) -> tuple[tuple[str, Text | None], ...]:
    if len(passphrase) < LEAST_CHARACTERS:
        return (("passphrase", text("firstrun.error.short", least=LEAST_CHARACTERS)),)
    return (("again", None if passphrase == again else text("firstrun.error.again")),)
