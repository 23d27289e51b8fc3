"""Views in words for the page: the explanations there are, then each view as it was signed. Pure: no Qt."""

from msgspec import Struct

from visitapp.actions.views import Explanation, Held, Views
from visitapp.ui.case.overview.standing import view_words
from visitapp.words import Names, Say, said_date

Pair = tuple[str, str]


class HeldWords(Struct, frozen=True):
    """One view: who and when, what is held, the rest as (label, words). `corrected`: a tag, or ""."""

    heading: str
    holds: str
    more: tuple[Pair, ...]
    corrected: str
    contact: str


class ViewsWords(Struct, frozen=True):
    """The whole page. `explanations`: each with who holds or names it. `stands_out`: sentences."""

    title: str
    explanations: tuple[Pair, ...]
    stands_out: tuple[str, ...]
    held: tuple[HeldWords, ...]
    held_back: str


def words(say: Say, found: Views) -> ViewsWords:
    """Everything that the page says."""
    return ViewsWords(
        say("views.of", title=found.title),
        tuple((view_words(say, one.what), _who(say, one)) for one in found.explanations),
        tuple(say(one.why) for one in found.stands_out),
        tuple(_held(say, one) for one in found.held),
        say("overview.held_back", n=found.held_back) if found.held_back else "",
    )


def _who(say: Say, one: Explanation) -> str:
    parts = []
    if one.held_by:
        parts.append(say("views.held_by", who=Names(dict.fromkeys(one.held_by))))
    if one.beside:
        parts.append(say("views.beside", who=Names(dict.fromkeys(one.beside))))
    return " ".join(parts)


def _held(say: Say, one: Held) -> HeldWords:
    view = one.view
    more = []
    if view.changed:
        more.append((say("visit.view.changed"), say(f"visit.view.changed.{view.changed}")))
    if view.rivals:
        more.append((say("overview.rivals"), "; ".join(view_words(say, other) for other in view.rivals)))
    for label, value in (
        ("overview.why", view.why),
        ("overview.sits_badly", view.sits_badly),
        ("views.would_expect", view.would_expect),
        ("overview.would_change_it", view.would_change_it),
        ("views.seen_just_before", view.seen_just_before),
        ("views.protective", one.protective),
    ):
        if value:
            more.append((say(label), value))
    return HeldWords(
        say("overview.view_by", by=one.by or say("views.somebody"), on=said_date(one.on)),
        view_words(say, view.holds) if view.holds else say("views.as_before"),
        tuple(more),
        say("chronology.corrected") if one.corrected else "",
        view.contact,
    )
