"""Each child at this visit: which cells fit the age, and what one input says of a child. Unknown is never no."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain.codes import BodyPart
from visitapp.domain.contact import ChildSeen, Covered, LookedAt, Observation, Part
from visitapp.domain.days import Age, age_on
from visitapp.domain.draft import Draft
from visitapp.domain.family import Child
from visitapp.domain.standing import BABY_UNDER_MONTHS
from visitapp.ui.visit.changes import Change, NewId

TALKS_FROM_MONTHS = 48
SLEEP_UNDER_MONTHS = 12
FACE_HANDS_HEAD: tuple[BodyPart, ...] = ("face", "hands", "scalp")
_ONLY_WHEN_SEEN: dict[str, Any] = {
    "alone": "unknown",
    "spoken_to": "unknown",
    "awake": "unknown",
    "undressed": "unknown",
}


class Cells(Struct, frozen=True):
    """Which cells fit a child. An unknown age opens both kinds. `interpreter`: where another language is known."""

    talks: bool
    baby: bool
    sleeps: bool
    interpreter: bool = False


def cells(child: Child, today: date, languages: tuple[str, ...] = ("en",)) -> Cells:
    """What may be asked of a child of this age and speech."""
    age = age_on(today, child.born, child.age) or Age(0, 18 * 12)
    other_language = bool(child.language) and child.language not in languages
    return Cells(
        talks=child.verbal == "yes"
        or age.latest > TALKS_FROM_MONTHS
        or (child.verbal == "unknown" and age.latest > BABY_UNDER_MONTHS),
        baby=age.earliest < BABY_UNDER_MONTHS or child.verbal == "no",
        sleeps=age.earliest < SLEEP_UNDER_MONTHS,
        interpreter=other_language,
    )


def row(draft: Draft, child: str) -> ChildSeen | None:
    """What the draft says of a child so far."""
    return next((one for one in draft.items if isinstance(one, ChildSeen) and one.child == child), None)


def usual(fits: Cells) -> dict[str, str]:
    """What one input says of a child when nothing is different: seen, and awake, or spoken to and alone."""
    facts = {"seen": "yes"}
    if fits.talks:
        facts |= {"spoken_to": "yes", "alone": "yes"}
    if fits.baby:
        facts |= {"awake": "yes"}
    return facts


def is_usual(seen: ChildSeen | None, fits: Cells) -> bool:
    """Whether all that one input says stands there."""
    return seen is not None and all(getattr(seen, name) == value for name, value in usual(fits).items())


def said(child: str, **facts: Any) -> Change:
    """Set cells of a child. Spoken to, alone or awake means seen; not seen takes those away."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        known = row(draft, child) or ChildSeen(id=new_id(), contact=draft.contact.id, child=child)
        changed = replace(known, **_implied(facts))
        draft = draft.with_item(changed)
        if changed.seen == "yes" and draft.contact.outcome is None:
            draft = replace(draft, contact=replace(draft.contact, outcome="seen"))
        return draft

    return change


def _implied(facts: Mapping[str, Any]) -> dict[str, Any]:
    if facts.get("seen") == "no":
        return {**facts, **_ONLY_WHEN_SEEN}
    if "yes" in (facts.get("alone"), facts.get("spoken_to"), facts.get("awake")):
        return {"seen": "yes", **facts}
    return dict(facts)


def nothing_covered(children: tuple[str, ...]) -> Change:
    """All of face, hands and head were seen, of every child that was seen."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        draft = covered_unsaid(children)(draft, new_id)
        return _with_parts(draft, new_id, tuple(Part(part, "all") for part in FACE_HANDS_HEAD))

    return change


def covered_unsaid(children: tuple[str, ...]) -> Change:
    """Nobody says any more whether something was covered."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        for child in children:
            draft = said(child, covered=())(draft, new_id)
        return _with_parts(draft, new_id, ())

    return change


def covered(child: str, parts: tuple[Covered, ...]) -> Change:
    """These parts of a child could not be seen at first."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        draft = said(child, covered=parts)(draft, new_id)
        return _with_parts(draft, new_id, ())

    return change


def anything_covered(draft: Draft) -> str:
    """`all` seen, something `covered`, or empty where nobody said."""
    if any(isinstance(one, ChildSeen) and one.covered for one in draft.items):
        return "covered"
    looked = next((one for one in draft.items if isinstance(one, LookedAt)), None)
    seen = {part.part for part in looked.parts if part.how == "all"} if looked else set()
    return "all" if seen >= set(FACE_HANDS_HEAD) else ""


def _with_parts(draft: Draft, new_id: NewId, parts: tuple[Part, ...]) -> Draft:
    looked = next((one for one in draft.items if isinstance(one, LookedAt)), None)
    looked = looked or LookedAt(id=new_id(), contact=draft.contact.id)
    others = tuple(part for part in looked.parts if part.part not in FACE_HANDS_HEAD)
    return draft.with_item(replace(looked, parts=(*others, *parts)))


def told_of_harm(child: str, *, yes: bool) -> Change:
    """That the child's words tell of harm, or no longer: an observation that the rules see today."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        known = tells_of_harm(draft, child)
        if not yes:
            return draft.without_item(known.id) if known else draft
        if known:
            return draft
        seen = row(draft, child)
        return draft.with_item(
            Observation(
                id=new_id(),
                contact=draft.contact.id,
                text=seen.words if seen else "",
                source="told",
                about=child,
                by=child,
                topic="child_tells",
            )
        )

    return change


def tells_of_harm(draft: Draft, child: str) -> Observation | None:
    """The observation that says so."""
    return next(
        (
            one
            for one in draft.items
            if isinstance(one, Observation) and one.topic == "child_tells" and one.about == child
        ),
        None,
    )


def tidied(draft: Draft) -> Draft:
    """As it is signed: where a child is said to be goes when the child was seen; harm told carries the words."""
    for one in draft.items:
        if isinstance(one, ChildSeen) and one.seen == "yes" and one.said_to_be is not None:
            draft = draft.with_item(replace(one, said_to_be=None))
        if isinstance(one, ChildSeen) and (told := tells_of_harm(draft, one.child)) is not None:
            draft = draft.with_item(replace(told, text=one.words))
    return draft
