"""Each pattern: a case where it comes, with its records and figures, and one where it must not."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.questions.telling import Telling
from visitapp.domain.case import Case, Moment
from visitapp.domain.days import Day
from visitapp.domain.family import Partnership, Professional, Stay
from visitapp.domain.judgement import Action, ActionUpdate, Answer, QuestionBack, WorryUpdate
from visitapp.domain.marks import Mark
from visitapp.domain.organisation import Thresholds
from visitapp.questions.patterns.found import RULES, page, patterns
from visitapp.questions.patterns.pattern import MOST_SAID, Pattern
from visitapp.resources import resource
from visitapp.words import load

SAY = load()


def found(telling: Telling, today: str = "2021-09-01") -> tuple[Pattern, ...]:
    return patterns(telling.case(), date.fromisoformat(today), Thresholds())


def one(telling: Telling, id_: str, today: str = "2021-09-01") -> Pattern:
    these = [pattern for pattern in found(telling, today) if pattern.id == id_]
    assert len(these) == 1, (id_, [pattern.id for pattern in found(telling, today)])
    return these[0]


def family() -> Telling:
    return Telling().child("ann", "Ann Marlowe", "2015-05-02")


def visit(telling: Telling, name: str, day: str, **fields: object) -> Telling:
    return telling.contact(name, day, **({"outcome": "seen"} | fields))


def act(telling: Telling, id_: str, who: str, by: str, what: str = "Ring the surgery.") -> Telling:
    telling.say(Action(id=id_, contact=telling.at, what=what, who=who, by=date.fromisoformat(by), about=("ann",)))
    return telling


def done(telling: Telling, action: str, how: str = "yes") -> Telling:
    telling.say(ActionUpdate(id=telling.id("update"), contact=telling.at, action=action, done=how))
    return telling


def asked_back(telling: Telling, id_: str = "q1") -> Telling:
    telling.say(QuestionBack(id=id_, text="Who saw Ann?", contact=telling.at, by="sam", children=("ann",)))
    return telling


def update(telling: Telling, worry: str, **fields: str) -> Telling:
    telling.say(WorryUpdate(id=telling.id("update"), contact=telling.at, worry=worry, **fields))
    return telling


def stays(telling: Telling, person: str, since: str, known: str) -> Telling:
    telling.say(Stay(id=telling.id("stay"), person=person, since=Day.read(since)), known=known)
    return telling


def not_alone(alone: str = "no") -> Telling:
    telling = visit(family(), "c1", "2021-06-01").seen("ann", alone="yes")
    visit(telling, "c2", "2021-07-01").seen("ann", alone="no")
    return visit(telling, "c3", "2021-08-02").seen("ann", alone=alone)


def two_marks(second_cause: str | None = "rough_play", by: str = "kim") -> Telling:
    telling = visit(family(), "c1", "2021-07-01").mark("m1", region="ear", side="left").account("m1", text="Fell.")
    visit(telling, "c2", "2021-08-01").mark("m2", region="upper_arm", side="left")
    return telling.account("m2", cause=second_cause, by=by, text="As said." if second_cause else "")


def worries() -> Telling:
    telling = family().contact("c1", "2021-06-01", "referral", "gp").worry("w1", "gp", "ann")
    return telling.contact("c2", "2021-07-01", "phone").worry("w2", "neighbour", "ann", called="gossip")


def held(**fields: object) -> Telling:
    telling = visit(family(), "c1", "2021-05-01").view("neglect")
    visit(telling, "c2", "2021-06-01").mark("m1", region="ear", side="left").account("m1")
    return visit(telling, "c3", "2021-07-01", **fields)


def in_a_row(last: str) -> Telling:
    telling = visit(family(), "c1", "2021-06-01", present=("kim",))
    visit(telling, "c2", "2021-07-01", outcome="no_reply")
    return visit(telling, "c3", "2021-07-08", outcome=last)


def with_ray(**fields: object) -> Telling:
    telling = visit(family(), "c1", "2021-06-01", present=("kim",)).person("ray", "Ray Stone")
    telling.say(Partnership(id="pair", person="ray", partner_of="kim"))
    return visit(telling, "c2", "2021-07-01", **fields)


Told = tuple[str, Callable[[], Telling], tuple[str, ...], dict[str, object], str]
COMES: tuple[Told, ...] = (
    ("not_alone", not_alone, ("c1", "c2", "c3"), {"days": 92, "contacts": 2, "since": date(2021, 6, 1)},
     "No record says that Ann was seen alone since 1 June 2021 (92 days). We have seen Ann 2 times since."),
    ("not_alone", lambda: not_alone("unknown"), ("c1", "c2", "c3"), {"days": 92, "contacts": 2}, "No record says"),
    ("not_seen_outside", lambda: visit(family(), "c1", "2021-07-01").seen("ann"), ("c1",),
     {"days": 62, "working_days": 44}, "Nobody from outside the home is recorded to have seen Ann since 1 July 2021"),
    ("marks_in_period", two_marks, ("c1", "c2"), {"marks": 2, "before": 0, "days": 90, "places": 2},
     "2 marks on Ann since 3 June 2021: left ear; left upper arm. In the 90 days before: 0."),
    ("marks_same_place", lambda: visit(two_marks(), "c3", "2021-08-20").mark("m3", region="ear", side="left"),
     ("c1", "c3"), {"days": 2, "marks": 2}, "The same place of Ann was marked on 2 days: left ear, 1 July 2021; 20 "),
    ("marks_unexplained", lambda: two_marks("not_known").mark("m3", region="hip", side="left"), ("c2",), {"marks": 1},
     "Nobody has said how one mark on Ann came: bruise (left hip), 1 August 2021."),
    ("accounts_differ", lambda: two_marks().account("m1", cause="sibling", by="tea"), ("c1", "c2"),
     {"versions": 2, "speakers": 2}, "People have said different things about one mark on Ann (bruise (left ear), "
     "1 July 2021). Kim Marlowe, 1 July 2021: A fall; "),
    ("accounts_differ", lambda: two_marks().account("m1", cause="sibling"), ("c1", "c2"),
     {"versions": 2, "speakers": 1}, "One person has said different things at different times"),
    ("same_cause", lambda: two_marks("fell"), ("c1", "c2"), {"contacts": 2, "marks": 2},
     "For marks on Ann that were first seen at 2 different contacts, a fall was given: bruise (left ear)"),
    ("one_word_for_marks", two_marks, ("c1", "c2"), {"marks": 2},
     "How 2 marks on Ann came, only Kim Marlowe has said."),
    ("one_word", lambda: visit(family(), "c1", "2021-08-20").noted("He is well.", by="kim", source="told").noted(
        "She eats.", by="kim", source="told"), ("c1",), {"things": 2},
     "All 2 things that were said since 2 August 2021 rest on the word of Kim Marlowe alone."),
    ("worried", worries, ("c1", "c2"), {"people": 2, "homes": 2, "worries": 2, "labelled": 1},
     "GP, 1 June 2021; neighbour, 1 July 2021 (called gossip)"),
    ("worried", lambda: update(family().contact("c1", "2021-06-01", "referral", "gp").worry("w1", "gp"), "w1",
     called="malicious"), ("c1",), {"people": 1, "labelled": 1}, "(called malicious)"),
    ("view_unchanged", held, ("c1", "c2"), {"visits": 2, "days": 123, "new": 1},
     "has held one view since 1 May 2021 (123 days, 2 visits): neglect. New since then: one mark."),
    ("visits_in_a_row", lambda: in_a_row("refused"), ("c2", "c3"), {"visits": 2, "since": date(2021, 7, 1)},
     "Nobody was met at 2 visits in a row since 1 July 2021: 1 July 2021 (No reply); "),
    ("adult_not_met", with_ray, ("ray", "c1", "c2"), {"visits": 2},
     "We have known of Ray Stone since 1 June 2021. No record says that we met them; there were 2 visits since."),
    ("adult_unlisted", lambda: with_ray(present=("ray",)), ("c2",), {"visits": 1}, "is not on the list"),
    ("adult_signs", lambda: with_ray(unknown_adult_signs="yes"), ("c2",), {"times": 1}, "Signs of another adult"),
    ("learned_late", lambda: stays(with_ray(), "ray", "2021-06-10", "2021-07-01"), ("ray", "c2"),
     {"days": 21, "learned": date(2021, 7, 1)}, "We came to know of it on 1 July 2021, 21 days later."),
    ("agreed_done_changed", lambda: done(act(act(visit(family(), "c1", "2021-06-01"), "a1", "kim", "2021-06-10"), "a2",
     "sw", "2021-06-12"), "a1"), ("c1",), {"agreed": 2, "done": 1, "changed": 0},
     "2 things were agreed, one is recorded as done. No record says what changed for a child."),
    ("actions_ours", lambda: act(visit(family(), "c1", "2021-06-01"), "a1", "sw", "2021-08-22"), ("c1",),
     {"actions": 1, "days": 10}, "Ring the surgery (social worker, by 22 August 2021)."),
    ("actions_theirs", lambda: done(act(visit(family(), "c1", "2021-06-01"), "a1", "kim", "2021-08-22"), "a1", "no"),
     ("c1",), {"actions": 1, "days": 10}, "others said they would do"),
    ("replies_owed", lambda: asked_back(visit(family(), "c1", "2021-06-01")), ("c1",), {"replies": 1, "days": 92},
     "“Who saw Ann?”"),
)  # fmt: skip
STAYS_AWAY: tuple[tuple[str, Callable[[], Telling]], ...] = (
    ("not_alone", lambda: not_alone("yes")),
    ("not_alone", lambda: visit(visit(Telling().child("ann", "Ann", "2020-05-02"), "c1", "2021-07-01").seen("ann"),
     "c2", "2021-08-01").seen("ann")),
    ("not_alone", lambda: visit(family(), "c1", "2021-07-01").seen("ann", alone="no")),
    ("not_seen_outside", lambda: visit(family(), "c1", "2021-08-20").seen("ann")),
    ("marks_in_period", lambda: visit(family(), "c1", "2021-07-01").mark("m1", region="ear", side="left")),
    ("marks_in_period", lambda: visit(visit(family(), "c1", "2021-07-01").mark("m1", region="ear", side="left"), "c2",
     "2021-08-01").mark("m2", region="ear", side="left", same_as="m1")),
    ("marks_same_place", lambda: visit(two_marks(), "c3", "2021-08-20").mark("m3", region="ear", side="right")),
    ("marks_same_place", lambda: visit(visit(family(), "c1", "2021-07-01").mark("m1", region="unspecified"), "c2",
     "2021-08-01").mark("m2", region="unspecified")),
    ("marks_unexplained", two_marks),
    ("marks_unexplained", lambda: visit(family(), "c1", "2021-07-01").mark("m1").opinion("m1", "birthmark")),
    ("accounts_differ", two_marks),
    ("accounts_differ", lambda: two_marks().account("m1", cause="not_known", by="tea")),
    ("same_cause", two_marks),
    ("one_word_for_marks", lambda: two_marks(by="tea")),
    ("one_word", lambda: visit(family(), "c1", "2021-08-20").noted("Well.", by="kim", source="told").noted("I saw.")),
    ("worried", lambda: family().contact("c1", "2021-06-01", "referral", "gp").worry("w1", "gp")),
    ("worried", lambda: worries().contact("c9", "2022-02-01", "phone")),
    ("view_unchanged", lambda: held().view("medical")),
    ("view_unchanged", lambda: visit(family(), "c1", "2021-05-01").view("neglect")),
    ("visits_in_a_row", lambda: in_a_row("seen")),
    ("visits_in_a_row", lambda: in_a_row("cancelled_by_us")),
    ("adult_not_met", lambda: with_ray(present=("ray",))),
    ("adult_not_met", lambda: visit(family(), "c1", "2021-06-01", present=("kim",)).person("ray", "Ray Stone")),
    ("adult_unlisted", lambda: with_ray(present=("ray",)).lives_here("ray")),
    ("adult_signs", lambda: with_ray(unknown_adult_signs="yes").lives_here("ray")),
    ("adult_signs", with_ray),
    ("learned_late", lambda: stays(with_ray(), "ray", "2021-06-28", "2021-07-01")),
    ("learned_late", lambda: stays(with_ray(), "ray", "2020-06-10", "2021-07-01")),
    ("agreed_done_changed", lambda: act(visit(family(), "c1", "2021-06-01"), "a1", "kim", "2021-06-10")),
    ("actions_ours", lambda: act(visit(family(), "c1", "2021-06-01"), "a1", "kim", "2021-08-22")),
    ("actions_ours", lambda: done(act(visit(family(), "c1", "2021-06-01"), "a1", "sw", "2021-08-22"), "a1")),
    ("actions_ours", lambda: act(visit(family(), "c1", "2021-06-01"), "a1", "sw", "2021-09-01")),
    ("actions_theirs", lambda: act(visit(family(), "c1", "2021-06-01"), "a1", "sw", "2021-08-22")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("id_", "told", "because", "figures", "said"), COMES, ids=lambda one: one if isinstance(one, str) else ""
)
def test_it_comes_with_its_records_and_figures(id_, told, because, figures, said):
    pattern = one(told(), id_)
    assert pattern.because == because
    assert figures.items() <= pattern.figures.items()
    assert said in SAY(pattern.why)


@pytest.mark.parametrize(("id_", "told"), STAYS_AWAY, ids=lambda one: one if isinstance(one, str) else "")
def test_it_stays_away(id_, told):
    telling = told()
    today = max("2021-09-01", telling.day)
    assert id_ not in {pattern.id for pattern in found(telling, today)}


def test_every_pattern_has_a_case_where_it_comes_and_one_where_it_does_not():
    ids = {rule.id for rule in RULES}
    assert {id_ for id_, *_ in COMES} == ids
    assert {id_ for id_, _ in STAYS_AWAY} >= ids - {"replies_owed"}


def test_an_answer_ends_what_a_reply_is_owed_for():
    telling = asked_back(visit(family(), "c1", "2021-06-01"))
    assert one(telling, "replies_owed").children == ("ann",)
    telling.say(Answer(id="x", question="lead:q1", answers="q1", how="offered"))
    assert one(telling, "replies_owed")
    telling.say(Answer(id="y", question="lead:q1", answers="q1", text="I did."))
    assert "replies_owed" not in {pattern.id for pattern in found(telling)}


def test_who_asked_is_named_where_it_is_known():
    telling = asked_back(visit(family(), "c1", "2021-06-01"))
    telling.say(Professional(id="lead", sector="social_care", name="Sam Lee", member="sam"))
    assert "Sam Lee asked on 1 June 2021" in SAY(one(telling, "replies_owed").why)


def test_a_change_that_is_recorded_is_said():
    telling = act(act(visit(family(), "c1", "2021-06-01"), "a1", "kim", "2021-06-10"), "a2", "sw", "2021-06-12")
    telling.noted("Ann sleeps in her own bed.", change_for_child=True)
    pattern = one(telling, "agreed_done_changed")
    assert pattern.figures["changed"] == 1
    assert "A change for a child is recorded at one contact." in SAY(pattern.why)


def test_a_worry_taken_back_is_said_so_and_stays():
    telling = update(worries(), "w1", withdrawn="yes")
    assert "GP, 1 June 2021 (taken back later)" in SAY(one(telling, "worried").why)


def test_ours_come_before_theirs():
    telling = act(act(visit(family(), "c1", "2021-06-01"), "a1", "kim", "2021-08-01"), "a2", "sw", "2021-08-22")
    ids = [pattern.id for pattern in found(telling)]
    assert ids.index("actions_ours") < ids.index("actions_theirs")


def test_of_many_only_so_many_are_said_and_all_are_counted():
    telling = visit(family(), "c1", "2021-08-01")
    for number, region in enumerate(("ear", "hip", "shoulder", "thigh_back", "ankle", "knee", "wrist", "sole")):
        telling.mark(f"m{number}", region=region, side="left")
    pattern = one(telling, "marks_unexplained")
    assert pattern.figures["marks"] == 8
    assert SAY(pattern.why).count("bruise") == MOST_SAID
    assert "and 2 earlier" in SAY(pattern.why)


def test_the_page_in_the_documents_is_the_present_one():
    assert resource("docs", "patterns.md").read_text(encoding="utf-8") == page()


def test_what_was_corrected_counts_as_it_stands_now_and_keeps_what_was_said_of_it():
    telling = two_marks()
    telling.correct("m1", Mark(id="m9", contact="c1", child="ann", region="hip", side="left", kind="bruise"))
    ids = {pattern.id for pattern in found(telling)}
    assert "marks_unexplained" not in ids
    why = SAY(one(telling, "marks_in_period").why)
    assert "left hip" in why
    assert "left ear" not in why


def test_an_action_put_off_by_a_correction_is_not_overdue_and_one_done_under_its_first_id_is_done():
    telling = act(visit(family(), "c1", "2021-06-01"), "a1", "sw", "2021-08-01")
    later = Action(id="a9", contact="c1", what="Ring the surgery.", who="sw", by=date(2021, 10, 1))
    telling.correct("a1", later)
    assert "actions_ours" not in {pattern.id for pattern in found(telling)}
    assert one(telling, "actions_ours", "2021-10-02").figures["days"] == 1
    done(telling, "a1")
    assert "actions_ours" not in {pattern.id for pattern in found(telling, "2021-10-02")}


def test_what_becomes_known_later_is_not_there_before():
    telling = visit(family(), "c1", "2021-06-01").mark("m1", region="ear", side="left")
    telling.say(Mark(id="m2", contact="c1", child="ann", region="ear", side="right", kind="bruise"), known="2021-08-20")
    early = Case(telling.kept, Moment(date(2021, 8, 19), date.max))
    assert "marks_in_period" not in {one.id for one in patterns(early, date(2021, 8, 19), Thresholds())}
    late = Case(telling.kept, Moment(date(2021, 8, 20), date.max))
    assert "marks_in_period" in {one.id for one in patterns(late, date(2021, 8, 20), Thresholds())}
