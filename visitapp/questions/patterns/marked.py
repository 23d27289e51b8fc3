"""Marks: how many in which time and where, those that nobody explained, explanations that differ or come again."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from visitapp.domain.regions import REGIONS
from visitapp.questions import children
from visitapp.questions.children import ChildSubject
from visitapp.questions.known import Known
from visitapp.questions.marks import MarkSubject, said_mark, said_place
from visitapp.questions.patterns.pattern import Figures, Pattern, Rule, Sight, contacts_of, listed
from visitapp.words import Text, text

FEWEST = 2
_SAYS_NOTHING = (None, "not_known")


def _counted(child: ChildSubject) -> list[MarkSubject]:
    """A child's marks by day; not what health confirmed as a birthmark or a condition of the skin."""
    return sorted((mark for mark in child.first_marks if not mark.confirmed_skin), key=lambda mark: mark.day)


def _contacts(known: Known, marks: list[MarkSubject]) -> tuple[str, ...]:
    return contacts_of(known, [one.item.contact for mark in marks for one in known.sightings[mark.id]])


def _said(mark: MarkSubject) -> Text:
    return text("pattern.mark_on", mark=said_mark(mark.mark), date=mark.day)


def marks_in_period(sight: Sight) -> Iterator[Pattern]:
    """Two marks or more on a child within the window of the settings, by place, and how many in as long before.

    As the questions count them: everyday marks of a child that gets about, explained by somebody who was there, do not
    count.
    """
    known = sight.known
    window = timedelta(days=known.thresholds.mark_window_days)
    start = known.today - window
    for child in sight.children:
        recent = child.recent_marks
        n = sum(mark.how_many for mark in recent)
        if n < FEWEST:
            continue
        earlier = [mark for mark in _counted(child) if start - window <= mark.day < start and not mark.everyday]
        before = sum(mark.how_many for mark in earlier)
        places: defaultdict[tuple[str, str], list[MarkSubject]] = defaultdict(list)
        for mark in recent:
            places[mark.mark.region, mark.mark.side].append(mark)
        where = [
            text("pattern.place_times", place=said_place(at[0].mark), n=sum(mark.how_many for mark in at))
            for at in places.values()
        ]
        why = text(
            "pattern.marks_in_period",
            child=known.called(child.id),
            n=n,
            since=start,
            days=text("pattern.days", n=window.days),
            places=listed(where),
            before=before,
        )
        figures: Figures = {"marks": n, "before": before, "days": window.days, "places": len(places), "since": start}
        yield Pattern("marks_in_period", why, _contacts(known, recent), (child.id,), figures)


def marks_same_place(sight: Sight) -> Iterator[Pattern]:
    """One place of a child, on the same side where it has sides, marked on two days or more. Ever, not in a window."""
    known = sight.known
    for child in sight.children:
        places: defaultdict[tuple[str, str], list[MarkSubject]] = defaultdict(list)
        for mark in _counted(child):
            region = REGIONS.get(mark.mark.region)
            stated = region is not None and not region.id.endswith("unspecified")
            if (
                stated
                and region is not None
                and (not region.sided or mark.mark.side != "unknown")
                and not mark.everyday
            ):
                places[mark.mark.region, mark.mark.side].append(mark)
        for marks in places.values():
            days = sorted({mark.day for mark in marks})
            if len(days) < FEWEST:
                continue
            said = listed([text("pattern.day", date=day) for day in days], latest=True)
            why = text(
                "pattern.marks_same_place",
                child=known.called(child.id),
                place=said_place(marks[0].mark),
                n=len(days),
                dates=said,
            )
            figures = {"days": len(days), "marks": len(marks)}
            yield Pattern("marks_same_place", why, _contacts(known, marks), (child.id,), figures)


def marks_unexplained(sight: Sight) -> Iterator[Pattern]:
    """Marks of a child of which nobody said how they came; "don't know" without further words explains nothing."""
    known = sight.known
    for child in sight.children:
        marks = [mark for mark in _counted(child) if all(_says_nothing(one.item) for one in mark.accounts)]
        if marks:
            said = listed([_said(mark) for mark in marks], latest=True)
            why = text("pattern.marks_unexplained", child=known.called(child.id), n=len(marks), marks=said)
            yield Pattern("marks_unexplained", why, _contacts(known, marks), (child.id,), {"marks": len(marks)})


def _says_nothing(account: object) -> bool:
    return getattr(account, "cause", None) in _SAYS_NOTHING and not getattr(account, "text", "").strip()


def accounts_differ(sight: Sight) -> Iterator[Pattern]:
    """A mark of which different causes were named: by different people, or by one person at different times."""
    known = sight.known
    for child in sight.children:
        for mark in child.first_marks:
            versions = mark.versions(after=-1)
            if not versions:
                continue
            speakers = {known.voice(one.item.by) for one in versions}
            said = [
                text(
                    "pattern.version",
                    who=known.called(one.item.by),
                    date=known.day_of(one.item.contact, one.kept.date),
                    cause=text(f"code.cause.{one.item.cause}"),
                )
                for one in versions
            ]
            why = text(
                "pattern.accounts_differ" if len(speakers) > 1 else "pattern.accounts_differ_in_time",
                child=known.called(child.id),
                mark=_said(mark),
                versions=listed(said),
            )
            because = contacts_of(known, [*mark.because, *(one.item.contact for one in versions)])
            figures = {"versions": len(versions), "speakers": len(speakers)}
            yield Pattern("accounts_differ", why, because, (child.id,), figures)


def same_cause(sight: Sight) -> Iterator[Pattern]:
    """The cause that was given most often for marks of different contacts (fell, sibling, pet, rough play, bruises
    easily), for two contacts at least. A version told again is no new use.
    """
    known = sight.known
    for child in sight.children:
        marks = sorted(child.same_cause(), key=lambda mark: mark.day)
        if not marks:
            continue
        causes = [{one.item.cause for one in mark.accounts} for mark in marks]
        cause = next(one.item.cause for one in marks[0].accounts if all(one.item.cause in each for each in causes)
                     and one.item.cause in children.REPEATED)  # fmt: skip
        contacts = {known.root(mark.mark.contact) for mark in marks}
        why = text(
            "pattern.same_cause",
            child=known.called(child.id),
            cause=text(f"ask.cause.{cause}"),
            n=len(contacts),
            marks=listed([_said(mark) for mark in marks], latest=True),
        )
        said = [one.item.contact for mark in marks for one in mark.accounts if one.item.cause == cause]
        because = contacts_of(known, [*(mark.mark.contact for mark in marks), *said])
        figures = {"contacts": len(contacts), "marks": len(marks)}
        yield Pattern("same_cause", why, because, (child.id,), figures)


def one_word_for_marks(sight: Sight) -> Iterator[Pattern]:
    """Two marks or more of a child were explained, and every explanation is one grown-up's of the family."""
    known = sight.known
    for child in sight.children:
        said = {mark: [one for one in mark.accounts if not _says_nothing(one.item)] for mark in _counted(child)}
        explained = {mark: accounts for mark, accounts in said.items() if accounts}
        speakers = {known.voice(one.item.by) for accounts in explained.values() for one in accounts}
        if len(explained) < FEWEST or len(speakers) != 1:
            continue
        who = next(iter(speakers))
        if not known.is_family(who):
            continue
        contacts = [one.item.contact for accounts in explained.values() for one in accounts]
        dates = {known.day_of(one, date.min) for one in contacts}
        why = text("pattern.one_word_for_marks", child=known.called(child.id), who=known.called(who), n=len(explained))
        because = contacts_of(known, [*contacts, *(mark.mark.contact for mark in explained)])
        figures = {"marks": len(explained), "days": len(dates)}
        yield Pattern("one_word_for_marks", why, because, (child.id,), figures)


RULES: tuple[Rule, ...] = (
    Rule("marks_in_period", "two marks or more on a child within the window of the settings, by place, and how many in "
         "as long before; everyday ones do not count", marks_in_period),
    Rule("marks_same_place", "the same place of a child marked on two days or more, ever", marks_same_place),
    Rule("marks_unexplained", "marks of which nobody said how they came", marks_unexplained),
    Rule("accounts_differ", "different causes were named for one mark, by different people or at different times",
         accounts_differ),
    Rule("same_cause", "one cause was given for marks of two contacts or more; everyday ones do not count", same_cause),
    Rule("one_word_for_marks", "two marks or more were explained, and all explanations are one person's of the family",
         one_word_for_marks),
)  # fmt: skip
