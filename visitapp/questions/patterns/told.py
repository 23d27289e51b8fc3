"""What was told: who was worried, what rests on one person's word, and a view that stayed while new things came in."""

from collections.abc import Iterator
from datetime import timedelta

from visitapp.domain.judgement import Worry, WorryUpdate
from visitapp.questions import views, wholecase
from visitapp.questions.known import Known
from visitapp.questions.patterns.pattern import Figures, Pattern, Rule, Sight, contacts_of, listed
from visitapp.questions.shelf import Placed
from visitapp.words import Text, text

FEWEST_WORRIED = 2


def one_word(sight: Sight) -> Iterator[Pattern]:
    """All that was said in the last month rests on one family member's word; two things at least."""
    known = sight.known
    for case in wholecase.find(known):
        who = case.single_source()
        if who:
            things = case.statements()
            since = known.today - timedelta(days=wholecase.MONTH_DAYS)
            why = text("pattern.one_word", who=known.called(who), since=since, n=len(things))
            because = contacts_of(known, [contact for _, contact in things])
            yield Pattern("one_word", why, because, (), {"things": len(things), "since": since})


def worried(sight: Sight) -> Iterator[Pattern]:
    """Who brought worries within the window of the settings, and how each was labelled or that it was taken back.

    Comes where two people or more did, or where one of the worries was labelled.
    """
    known = sight.known
    start = known.today - timedelta(days=known.thresholds.worry_window_days)
    recent = [one for one in known.worries if known.day_of(one.item.contact, one.kept.date) >= start]
    updates = _updates(known)
    labelled = [one for one in recent if _label(known, one, updates) is not None]
    people = {known.voice(one.item.by) for one in recent}
    if len(people) < FEWEST_WORRIED and not labelled:
        return
    homes = len({known.home_of(one.item.by) for one in recent})
    said = listed([_worry(known, one, updates) for one in recent], latest=True)
    why = text("pattern.worried", n=len(people), homes=text("pattern.homes", n=homes), since=start, who=said)
    labels = [update.item.contact for one in recent for update in updates.get(known.root(one.item.id), ())]
    about = [known.child_named(one.item.about) for one in recent]
    children = tuple(dict.fromkeys(child for child in about if child))
    because = contacts_of(known, [*(one.item.contact for one in recent), *labels])
    figures: Figures = {
        "people": len(people),
        "homes": homes,
        "worries": len(recent),
        "labelled": len(labelled),
        "since": start,
    }
    yield Pattern("worried", why, because, children, figures)


def _updates(known: Known) -> dict[str, list[Placed[WorryUpdate]]]:
    found: dict[str, list[Placed[WorryUpdate]]] = {}
    for one in known.of(WorryUpdate):
        found.setdefault(known.root(one.item.worry), []).append(one)
    return found


def _label(known: Known, worry: Placed[Worry], updates: dict[str, list[Placed[WorryUpdate]]]) -> Text | None:
    """The last label that was given to a worry; None where there is none."""
    called = [worry.item.called, *(one.item.called for one in updates.get(known.root(worry.item.id), ()))]
    last = next((one for one in reversed(called) if one), None)
    return text(f"ask.label.{last}") if last else None


def _worry(known: Known, worry: Placed[Worry], updates: dict[str, list[Placed[WorryUpdate]]]) -> Text:
    who, day = known.called(worry.item.by), known.day_of(worry.item.contact, worry.kept.date)
    label = _label(known, worry, updates)
    if label is not None:
        return text("pattern.worry_called", who=who, date=day, label=label)
    if any(one.item.withdrawn == "yes" for one in updates.get(known.root(worry.item.id), ())):
        return text("pattern.worry_taken_back", who=who, date=day)
    return text("pattern.worry", who=who, date=day)


def view_unchanged(sight: Sight) -> Iterator[Pattern]:
    """The view recorded last has been held in the same words for the visits or the days of the settings, while marks
    were found, visits or rooms declined, or people worried who had not been heard before.
    """
    known = sight.known
    limits = known.thresholds
    for view in views.find(known):
        visits, days = len(view.visits_unchanged()), view.days_unchanged()
        new = view.new_since(view.first.step)
        if not new or (visits < limits.view_unchanged_visits and days < limits.view_unchanged_days):
            continue
        why = text(
            "pattern.view_unchanged",
            **view.args(),
            visits=text("pattern.visits", n=visits),
            days=text("pattern.days", n=days),
            what=views.said_new(new),
        )
        because = contacts_of(known, [*view.because, *(contact for _, contact, _ in new)])
        figures: Figures = {"visits": visits, "days": days, "new": len(new), "since": view.day}
        yield Pattern("view_unchanged", why, because, (), figures)


RULES: tuple[Rule, ...] = (
    Rule("one_word", "everything said in the last month rests on one family member's word, two things at least",
         one_word),
    Rule("worried", "two people or more brought worries within the window of the settings, or one worry was labelled; "
         "with each label", worried),
    Rule("view_unchanged", "a view held in the same words for as many visits or days as the settings say, while new "
         "things came in", view_unchanged),
)  # fmt: skip
