"""With whom a joint visit was made: colleagues of ours, who are asked to sign it too, and professionals of others."""

from msgspec.structs import replace

from visitapp.actions.joint import Colleague
from visitapp.domain.draft import Draft
from visitapp.domain.family import Professional
from visitapp.ui.visit.changes import Change, NewId


def colleagues_of(draft: Draft, colleagues: tuple[Colleague, ...]) -> tuple[Colleague, ...]:
    """Our colleagues who were there, as the draft says."""
    return tuple(one for one in colleagues if one.member in draft.contact.also_by)


def with_colleague(colleague: Colleague, *, known: bool) -> Change:
    """A colleague was there too. `known`: the case names them already; else the visit does, as one of us."""

    def change(draft: Draft, _new_id: NewId) -> Draft:
        if colleague.member in draft.contact.also_by:
            return draft
        if not known:
            draft = draft.with_item(
                Professional(
                    id=colleague.member,
                    sector="social_care",
                    name=colleague.name,
                    role=colleague.job,
                    member=colleague.member,
                )
            )
        return _with(draft, (*draft.contact.also_by, colleague.member))

    return change


def without_colleague(member: str) -> Change:
    """That taken back: nobody is asked to sign it with us."""

    def change(draft: Draft, _new_id: NewId) -> Draft:
        left = tuple(one for one in draft.contact.also_by if one != member)
        return _with(draft.without_item(member), left)

    return change


def with_others(ids: tuple[str, ...], others: frozenset[str]) -> Change:
    """These professionals of other agencies were there, out of `others`; our colleagues stay."""

    def change(draft: Draft, _new_id: NewId) -> Draft:
        ours = tuple(one for one in draft.contact.also_by if one not in others)
        return _with(draft, (*ours, *ids))

    return change


def _with(draft: Draft, also_by: tuple[str, ...]) -> Draft:
    return replace(draft, contact=replace(draft.contact, also_by=also_by))
