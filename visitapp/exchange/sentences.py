"""A contact and what was seen at it, item by item, in sentences for the case system."""

from collections.abc import Callable
from typing import Any

from visitapp.domain.contact import ChildSeen, Contact, Covered, LookedAt, Measure, Note, Observation, Paragraph
from visitapp.domain.marks import Account, Feature, Mark, Opinion
from visitapp.exchange.telling import Saying, Telling, code, day, each, name, names, told, words


def features(value: tuple[Feature, ...], telling: Telling) -> str:
    """How the skin is there, each as it was answered."""
    said = ((telling.say(f"code.mark_feature.{one.what}"), telling.say(f"code.truth.{one.there}")) for one in value)
    return "; ".join(f"{what}: {there.lower()}" for what, there in said)


CONTACT = (
    Saying("until", "copy.until", day),
    Saying("times", "copy.times", words),
    Saying("approximate", "copy.approximate"),
    Saying("disputed", "copy.disputed", words),
    Saying("by", "copy.by", name),
    Saying("also_by", "copy.also_by", names),
    Saying("agency", "copy.agency", words),
    Saying("purpose", "copy.purpose", code("purpose")),
    Saying("counts_as_statutory", "copy.statutory"),
    Saying("address", "copy.address", name),
    Saying("place", "copy.place", code("place")),
    Saying("minutes", "copy.minutes", words),
    Saying("announced", "copy.announced"),
    Saying("place_chosen_by", "copy.place_chosen_by", name),
    Saying("outcome", "copy.outcome", code("outcome")),
    Saying("present", "copy.present", names),
    Saying("unknown_adult_signs", "copy.unknown_adult"),
    Saying("attended", "copy.attended", names),
    Saying("absent", "copy.absent", names),
    Saying("children_seen_count", "copy.children_seen_count", words),
    Saying("result", "copy.result", code("legal_result")),
    Saying("planned", "copy.planned", each),
    Saying("not_done", "copy.not_done", each),
    Saying("unease", "copy.unease", words),
)
CHILD_SEEN = (
    Saying("alone", "copy.alone"),
    Saying("spoken_to", "copy.spoken_to"),
    Saying("awake", "copy.awake"),
    Saying("undressed", "copy.undressed", code("undressed")),
    Saying("unwell", "copy.unwell"),
)
CHILD_SAID = (
    Saying("question", "copy.question", words),
    Saying("words", "copy.words", words),
    Saying("wishes", "copy.wishes", words),
    Saying("sleeps_tonight", "copy.sleeps_tonight", words),
    Saying("interpreter", "copy.interpreter", code("interpreter")),
)
COVERED = (Saying("asked", "copy.covered_asked"), Saying("then_seen", "copy.covered_seen"))
LOOKED_AT = (
    Saying("bedroom", "copy.bedroom", code("bedroom")),
    Saying("rooms_refused", "copy.rooms", each),
    Saying("food", "copy.food"),
    Saying("mouth", "copy.mouth"),
    Saying("animal", "copy.animal", words),
    Saying("same_as_last_time", "copy.same_as_last_time"),
)
MARK = (
    Saying("count", "copy.count", words),
    Saying("areas", "copy.areas", words),
    Saying("pattern", "copy.pattern", code("pattern")),
    Saying("edges", "copy.edges", code("edges")),
    Saying("colours", "copy.colours", each),
    Saying("shape", "copy.shape", words),
    Saying("felt", "copy.felt", words),
    Saying("features", "copy.features", features),
    Saying("light", "copy.light", words),
    Saying("change", "copy.mark_change", code("mark_change")),
    Saying("text", "copy.mark_words", words),
    Saying("photograph", "copy.photograph", code("photograph")),
    Saying("held_by", "copy.held_by", name),
)
OPINION = (
    Saying("date", "copy.opinion_date", day),
    Saying("knew_history", "copy.knew_history"),
    Saying("text", "copy.opinion_words", words),
)
ACCOUNT = (
    Saying("cause", "copy.cause", code("cause")),
    Saying("was_there", "copy.was_there"),
    Saying("accepted", "copy.accepted"),
    Saying("fits", "copy.fits"),
)
MEASURE = (Saying("centile", "copy.centile", words), Saying("by", "copy.measured_by", name))


def contact_lines(item: Contact, telling: Telling) -> list[str]:
    """Each on a line of its own."""
    kinds = "; ".join(telling.say(f"code.contact_kind.{kind}") for kind in item.kinds)
    first = telling.say("copy.visit_at" if item.time else "copy.visit", kinds=kinds, date=item.date, time=item.time)
    lines = [first, *told(item, CONTACT, telling)]
    proposed = item.place_proposed
    if proposed is not None:
        lines.append(telling.say("copy.place_proposed", by=telling.name(proposed.by), value=proposed.text))
    return lines


def child_lines(item: ChildSeen, telling: Telling) -> list[str]:
    """One paragraph a child."""
    found = [telling.say(f"copy.seen.{item.seen}", child=telling.name(item.child)), *told(item, CHILD_SEEN, telling)]
    found += [_covered(one, telling) for one in item.covered]
    if item.said_to_be is not None:
        by = telling.name(item.said_to_be.by)
        found.append(telling.say("copy.said_to_be_by" if by else "copy.said_to_be", value=item.said_to_be.place, by=by))
    return [" ".join([*found, *told(item, CHILD_SAID, telling)])]


def _covered(covered: Covered, telling: Telling) -> str:
    part = telling.say(f"code.body_part.{covered.part}")
    first = telling.say("copy.covered_by" if covered.by else "copy.covered", part=part, by=covered.by)
    return " ".join([first, *told(covered, COVERED, telling)])


def home_lines(item: LookedAt, telling: Telling) -> list[str]:
    """What was looked at, each on a line."""
    parts = [
        telling.say("copy.part", part=code("body_part")(one.part, telling), how=code("how_seen")(one.how, telling))
        for one in item.parts
        if one.how is not None
    ]
    return [*told(item, LOOKED_AT, telling), *parts]


def mark_lines(item: Mark, telling: Telling) -> list[str]:
    """One paragraph a mark."""
    return [" ".join([_mark(item, telling), *_size(item, telling), *told(item, MARK, telling), *_known(item, telling)])]


def _mark(item: Mark, telling: Telling) -> str:
    where = telling.say(f"code.region.{item.region}")
    if item.side != "unknown":
        where = telling.say("copy.side", region=where, side=telling.say(f"code.side.{item.side}"))
    kind = telling.say(f"code.mark_kind.{item.kind}")
    return telling.say("copy.mark", child=telling.name(item.child), kind=kind, where=where)


def _size(item: Mark, telling: Telling) -> list[str]:
    if item.size_mm is None:
        return []
    length, width = (f"{one:g}" for one in item.size_mm)
    return [telling.say("copy.measured" if item.measured else "copy.estimated", length=length, width=width)]


def _known(item: Mark, telling: Telling) -> list[str]:
    found = []
    if not item.certain:
        found.append(telling.say("copy.not_certain"))
    if item.found == "no":
        found.append(telling.say("copy.not_found"))
    if item.seen_by:
        id_ = "copy.seen_by_us" if item.seen_by == "us" else "copy.seen_by"
        found.append(telling.say(id_, value=telling.name(item.seen_by)))
    if item.hours_to_help is not None:
        least, most = (f"{one:g}" for one in (item.hours_to_help.least, item.hours_to_help.most))
        found.append(telling.say("copy.hours" if least == most else "copy.hours_between", least=least, most=most))
    earlier = telling.case.kept_by_id.get(item.same_as or "")
    if earlier is not None:
        found.append(telling.say("copy.same_mark", date=earlier.date))
    return found


def opinion_lines(item: Opinion, telling: Telling) -> list[str]:
    """One paragraph an opinion, with the mark that it is about."""
    mark = telling.case.kept_by_id.get(item.mark)
    of = _mark(mark.item, telling) if mark is not None and isinstance(mark.item, Mark) else ""
    first = telling.say(
        "copy.opinion", by=telling.name(item.by), says=telling.say(f"code.opinion.{item.says}"), mark=of
    )
    return [" ".join([first, *told(item, OPINION, telling)])]


def account_lines(item: Account, telling: Telling) -> list[str]:
    """One paragraph for what somebody said, with the marks that it is about."""
    by, to = telling.name(item.by), telling.name(item.to)
    found = [telling.say("copy.account_to" if to else "copy.account", by=by, to=to)]
    if item.text:
        found.append(telling.say("copy.quoted" if item.verbatim else "copy.in_substance", value=item.text))
    found += told(item, ACCOUNT, telling)
    earlier = telling.case.kept_by_id.get(item.same_as or "")
    if earlier is not None:
        found.append(telling.say("copy.same_account", date=earlier.date))
    marks = [telling.case.kept_by_id.get(mark) for mark in item.about]
    found += [
        telling.say("copy.about_mark", mark=_mark(one.item, telling))
        for one in marks
        if one is not None and isinstance(one.item, Mark)
    ]
    return [" ".join(found)]


def observation_lines(item: Observation, telling: Telling) -> list[str]:
    """One line, with where it comes from."""
    by = telling.name(item.by) if item.by else ""
    id_ = f"copy.observed_by.{item.source}" if by else f"copy.observed.{item.source}"
    return [telling.say(id_, by=by, value=item.text)]


def measure_lines(item: Measure, telling: Telling) -> list[str]:
    """One line a measure."""
    what = telling.say(f"code.measure.{item.what}")
    first = telling.say("copy.measure", child=telling.name(item.child), what=what, value=f"{item.value:g}")
    return [" ".join([first, *told(item, MEASURE, telling)])]


def note_lines(item: Note, telling: Telling) -> list[str]:
    """Paragraph by paragraph, each with where it comes from."""
    return [_paragraph(one, telling) for one in item.paragraphs]


def _paragraph(paragraph: Paragraph, telling: Telling) -> str:
    if paragraph.mark == "unmarked":
        return paragraph.text
    by = telling.name(paragraph.by)
    named = paragraph.mark in ("told_by", "read_in") and by
    id_ = f"copy.paragraph.{paragraph.mark}_named" if named else f"copy.paragraph.{paragraph.mark}"
    return telling.say(id_, by=by, value=paragraph.text)


Lines = Callable[[Any, Telling], list[str]]
SEEN: dict[str, tuple[tuple[type, Lines], ...]] = {
    "visit": ((Contact, contact_lines),),
    "children": ((ChildSeen, child_lines),),
    "home": ((LookedAt, home_lines),),
    "marks": ((Mark, mark_lines),),
    "opinions": ((Opinion, opinion_lines),),
    "accounts": ((Account, account_lines),),
    "observations": ((Observation, observation_lines),),
    "measures": ((Measure, measure_lines),),
    "note": ((Note, note_lines),),
}
"""What a template may ask for, the items that it means, and how one is told."""
