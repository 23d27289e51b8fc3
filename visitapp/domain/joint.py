"""A joint visit is signed by both: whom its author asked to sign it too, who has, who is awaited. Folds over records.

A colleague is asked by being named in the visit as a member of the organisation (`Contact.also_by`, a professional with
a member). What a co-signature says stands beside the visit and changes nothing in it; nothing waits for it.
"""

from msgspec import Struct

from visitapp.domain.case import Case
from visitapp.domain.contact import Contact
from visitapp.domain.judgement import CoSignature


class Joint(Struct, frozen=True):
    """Members by id. `author`: who signed the visit. `asked`: whom they named. `signed`: one for each who did too."""

    author: str
    asked: tuple[str, ...]
    signed: tuple[CoSignature, ...]

    @property
    def awaited(self) -> tuple[str, ...]:
        """Those who were asked and have not signed yet."""
        have = {one.by for one in self.signed}
        return tuple(member for member in self.asked if member not in have)


def joint(case: Case, contact: Contact) -> Joint | None:
    """Who signs a visit together; None where its author alone does."""
    if not contact.also_by:
        return None
    author = _member(case, contact.by)
    named = (_member(case, one) for one in contact.also_by)
    asked = tuple(dict.fromkeys(member for member in named if member not in ("", author)))
    signed: dict[str, CoSignature] = {}
    for one in case.of(CoSignature):
        if one.contact == contact.id:
            signed.setdefault(one.by, one)
    return Joint(author, asked, tuple(signed.values())) if asked else None


def to_sign(case: Case, member: str) -> tuple[Contact, ...]:
    """The visits that wait for this member's co-signature, the oldest first."""
    waiting = [one for one in case.contacts if (both := joint(case, one)) is not None and member in both.awaited]
    return tuple(sorted(waiting, key=lambda one: (one.last_day(), one.time)))


def _member(case: Case, id: str) -> str:  # noqa: A002  # the field's word
    """The member of the organisation that a professional of the case is; "" for anybody else."""
    one = case.professionals.get(case.first_id(id))
    return one.member if one is not None else ""
