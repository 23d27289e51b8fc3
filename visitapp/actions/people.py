"""Who is here: the members of the organisation, and who was invited from this laptop and has not joined yet."""

from datetime import UTC, date, datetime

from msgspec import Struct

from visitapp.actions.session import Session
from visitapp.actions.writing import directory
from visitapp.domain.organisation import Member, MemberRole
from visitapp.records.certificates import Role
from visitapp.records.invites import show_code
from visitapp.store import invited


class MemberLine(Struct, frozen=True):
    """Somebody of the organisation. `joined`: a laptop of theirs has been let in."""

    member: str
    name: str
    job: str
    role: MemberRole
    joined: bool
    me: bool


class InviteLine(Struct, frozen=True):
    """An invite under way. `code`: to pass on, by voice or on paper. `offered`: the server has it, so it works."""

    name: str
    code: str
    until: date
    offered: bool


class People(Struct, frozen=True):
    """The people of the organisation, in the order in which they came. `lead`: whether this person may invite."""

    members: tuple[MemberLine, ...]
    invites: tuple[InviteLine, ...]
    lead: bool


def people(session: Session) -> People:
    """Who is here. Codes of invites are shown only to the person who invited: they lie in that vault alone."""
    certified = {one.member.hex() for one in directory(session).values() if one.role in (Role.ISSUER, Role.DEVICE)}
    known = {member.id: member for member in session.organisation().of(Member)}
    members = tuple(
        MemberLine(one.id, one.name, one.job, one.role, one.id in certified, one.id == session.who.member)
        for one in known.values()
    )
    invites = tuple(
        InviteLine(
            known[one.member].name if one.member in known else "",
            show_code(one.code),
            datetime.fromtimestamp(one.expires / 1000, UTC).date(),
            one.offered,
        )
        for one in invited.everything(session.db)
    )
    return People(members, invites, session.who.role == "lead")
