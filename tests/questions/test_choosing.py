"""Cards are counted, not rules; chosen at Prepare and kept; the same inputs give the same cards."""

from datetime import date, timedelta

import pytest

from tests.questions.telling import BANK, Telling
from visitapp.domain.case import Case
from visitapp.domain.contact import ChildSeen, Contact
from visitapp.domain.days import Day
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Answer, QuestionBack
from visitapp.domain.marks import Mark
from visitapp.domain.organisation import Thresholds
from visitapp.questions.choosing import Asked, Card, History, cards, history, prompts, shown, silence
from visitapp.questions.due import Due
from visitapp.questions.engine import ask
from visitapp.words import Names, Text, load

SAY = load()


def due(question: str, tier: int, card: str = "", **fields) -> Due:
    when = fields.pop("when", "today" if tier == 0 else "")
    wording = fields.pop("wording", (Text(f"{question}.a"), Text(f"{question}.b")))
    return Due(question=question, tier=tier, when=when, why=Text("why"), card=card or question, wording=wording,
               matter=card or question, **fields)  # fmt: skip


def keys(chosen: tuple[Card, ...]) -> list[str]:
    return [card.key for card in chosen]


def choose(*dues: Due, **fields) -> list[str]:
    return keys(cards(dues, BANK, Thresholds(), **fields))


ONES = [due(question, 1) for question in ("Q01", "Q02", "Q05", "Q10", "Q26", "Q32", "Q35")]
TWOS = [due(question, 2) for question in ("Q03", "Q07", "Q27", "Q44")]


def test_five_cards_in_all_and_two_that_rotate():
    assert len(choose(*ONES, *TWOS)) == 5
    assert choose(*TWOS) == ["Q03", "Q07"]
    assert choose(ONES[0], *TWOS) == ["Q01", "Q03", "Q07"]


def test_all_cards_for_today_are_listed_and_leave_the_rest_less_room():
    today = [due("Q11", 0, f"marks{number}") for number in range(7)]
    assert len(choose(*today, *ONES, *TWOS)) == 7
    assert choose(*today[:4], *ONES) == ["marks0", "marks1", "marks2", "marks3", "Q01"]


def test_before_it_is_settled_comes_before_ask_now_and_carried_ones_first():
    settle = due("Q41", 0, when="settle")
    carried = due("Q35", 1, carried=True)
    assert choose(ONES[0], carried, settle) == ["Q41", "Q35", "Q01"]


def test_what_was_not_done_last_time_is_the_first_of_the_ask_now_questions():
    telling = (
        Telling().child("joe", "Joe", "2014-05-02").contact("c1", "2021-06-01", outcome="seen").seen("joe", seen="no")
    )
    telling.contact("c2", "2021-06-08", outcome="seen", planned=("see Joe",), not_done=("see Joe",)).seen(
        "joe", seen="no"
    )
    dues = ask(telling.case(), date(2021, 6, 15), BANK, Thresholds())
    first, *rest = cards(dues, BANK, Thresholds())
    assert first.key == "not_done"
    assert SAY(first.wording).startswith("Last time this was not possible: see Joe.")
    assert any(card.carried for card in rest)


def test_the_questions_on_one_card_count_once():
    on_one = [due("Q11", 0, "m"), due("Q13", 0, "m"), due("Q10", 1, "m")]
    (card,) = cards(on_one, BANK, Thresholds())
    assert (card.tier, card.today, [one.question for one in card.dues]) == (0, True, ["Q11", "Q13", "Q10"])
    assert [one.id for one in card.more] == ["Q13.a", "Q10.a"]


def test_rotating_ones_take_turns_by_when_they_were_asked_and_whether_words_came():
    so_far = History({"Q03": Asked(2, 5), "Q07": Asked(1, 5, words=True), "Q27": Asked(1, 4, words=True)})
    assert choose(*TWOS, history=so_far) == ["Q44", "Q03"]
    assert choose(*TWOS[1:3], *TWOS[:1], history=so_far)[:2] == ["Q03", "Q27"]


def test_rotating_ones_vary_in_wording_and_place():
    def first(times: int) -> tuple[str, list[str]]:
        chosen = cards([ONES[0], TWOS[0]], BANK, Thresholds(), history=History({"Q03": Asked(times, 1)}))
        card = next(one for one in chosen if one.key == "Q03")
        return card.wording.id, keys(chosen)

    assert [first(times)[0] for times in range(3)] == ["Q03.a", "Q03.b", "Q03.a"]
    assert first(0)[1] == ["Q01", "Q03"]
    assert first(1)[1] == ["Q03", "Q01"]


def test_what_was_chosen_at_prepare_is_kept_in_its_wording_and_only_urgent_ones_are_added():
    kept = prompts(cards([*ONES[:2], *TWOS[:2]], BANK, Thresholds()))
    assert [one.card for one in kept] == ["Q01", "Q02", "Q03", "Q07"]
    later = [*ONES[:2], *TWOS, due("Q11", 0), ONES[3]]
    chosen = cards(later, BANK, Thresholds(), kept, History({"Q03": Asked(1, 1)}))
    assert set(keys(chosen)) == {"Q11", "Q01", "Q02", "Q03", "Q07"}
    assert next(card for card in chosen if card.key == "Q03").wording.id == "Q03.a"
    assert "Q44" not in keys(chosen)
    gone = cards(later[1:], BANK, Thresholds(), kept)
    assert "Q01" not in keys(gone)


def test_a_card_answered_at_this_visit_still_takes_its_place():
    kept = prompts(cards(ONES[:5], BANK, Thresholds()))
    left = cards(ONES[1:], BANK, Thresholds(), kept, History(here=frozenset({"Q01"})))
    assert keys(left) == ["Q02", "Q05", "Q10", "Q26"]


def test_put_off_or_gone_to_the_lead_is_not_shown():
    assert choose(due("Q01", 1, to_lead=True), due("Q02", 1, put_off=date(2021, 9, 1))) == []


@pytest.fixture
def telling() -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", "2021-01-10").child("joe", "Joe Marlowe", "2014-05-02")
    return telling.contact("c1", "2021-07-12", outcome="seen").seen("ann", seen="no").seen("joe", seen="no")


def test_the_same_question_on_several_children_is_one_card_with_their_names(telling):
    chosen = cards(telling.due(), BANK, Thresholds())
    card = next(one for one in chosen if one.key == "not_seen")
    assert card.children == ("ann", "joe")
    assert SAY(card.wording).startswith("Ann and Joe were not marked as seen on 12 July 2021.")
    assert [SAY(why) for why in card.why] == [
        "Our visit on 12 July 2021 ended without Ann being marked as seen.",
        "Our visit on 12 July 2021 ended without Joe being marked as seen.",
    ]


def test_a_child_that_the_case_does_not_know_has_no_name_to_say():
    nobody = Text("ask.the_child")
    dues = [
        due("Q11", 0, "m", wording=(Text("Q11.a", {"children": who}),)) for who in (nobody, Names(("Ann",)), nobody)
    ]
    (card,) = cards(dues, BANK, Thresholds())
    assert card.wording.args["question"] == dues[0].wording[0]


def test_an_injury_card_begins_with_999_and_says_that_signing_tells_nobody(telling):
    telling.mark("m1", region="ear").account("m1")
    card = next(one for one in cards(telling.due(), BANK, Thresholds()) if one.key == "ann-marks-c1")
    said = SAY(card.wording)
    assert said.startswith("Does the child need urgent medical help now? 999. Ann has a mark and does not yet move")
    assert said.endswith("Signing this note tells nobody: ring.")
    assert "whoever's baby it is" in SAY(card.say)
    assert {one.question for one in card.dues} == {"Q11", "Q13"}


def test_offered_three_times_it_goes_to_the_lead_unless_it_is_for_today(telling):
    telling.mark("m1", region="ear").account("m1")
    for number in range(2, 5):
        telling.contact(f"c{number}", f"2021-07-1{number + 1}", kind="phone")
        telling.answer("Q01", "joe", "c1", how="offered").answer("Q13", "m1", how="offered")
    joe = next(due for due in telling.due() if due.question == "Q01" and due.children == ("joe",))
    ann = next(due for due in telling.due() if due.question == "Q01" and due.children == ("ann",))
    assert (joe.to_lead, ann.to_lead) == (True, False)
    assert not telling.one("Q13").to_lead


def test_put_off_until_a_day_and_never_what_is_for_today(telling):
    telling.mark("m1", region="ear").account("m1")
    telling.answer("Q01", how="deferred", defer_to=date(2021, 7, 20)).answer(
        "Q13", how="deferred", defer_to=date(2021, 7, 20)
    )
    assert {due.put_off for due in telling.due("2021-07-19") if due.question == "Q01"} == {date(2021, 7, 20)}
    assert {due.put_off for due in telling.due("2021-07-20") if due.question == "Q01"} == {None}
    assert telling.one("Q13").put_off is None


@pytest.mark.parametrize(
    "how", ["answered", "told", "could_not_ask", "not_safe_to_ask", "does_not_fit", "someone_else"]
)
def test_the_six_ways_end_a_question(telling, how):
    assert "Q01" in telling.ids()
    telling.answer("Q01", how=how, told_who="the duty team" if how == "told" else "", reason="he is with his aunt")
    assert "Q01" not in telling.ids()


def test_a_tick_ends_nothing(telling):
    telling.answer("Q01", text="  ")
    telling.answer("Q01", how="told")
    telling.answer("Q01", how="does_not_fit")
    assert "Q01" in telling.ids()


def test_while_writing_a_card_that_a_field_answers_waits_until_signing(telling):
    telling.contact("c2", "2021-07-20", outcome="seen").seen("ann").mark("m1", region="ear")
    writing = keys(cards(telling.due(), BANK, Thresholds(), writing=True))
    signing = keys(cards(telling.due(), BANK, Thresholds()))
    assert "each_child" in signing
    assert "each_child" not in writing
    assert "ann-marks-c2" in writing


def test_while_writing_a_card_that_is_filled_on_itself_comes_at_once():
    """A child of a year and a half: whether it gets about is asked where the mark is written down, wherever that is."""
    telling = Telling().child("ann", "Ann Marlowe", "2020-01-12").contact("c1", "2021-07-12", outcome="seen")
    telling.seen("ann", awake="yes", undressed="partly").mark("m1", region="shin").account("m1", was_there="yes")
    (card,) = [one for one in cards(telling.due(), BANK, Thresholds(), writing=True) if one.key == "ann-marks-c1"]
    assert [(due.question, due.tier) for due in card.dues] == [("ask_mobility", 1)]


def test_between_the_two_signatures_the_signed_visit_stands(telling):
    """The draft that waits for the second signature holds the contact again: nothing comes up twice or goes away."""
    waiting = Draft(
        id="d",
        case="s",
        kind="visit",
        begun="2021-07-12T09:00:00+01:00",
        contact=Contact(id="c1", date=Day.of(date(2021, 7, 12)), kind="home_visit", by="sw", outcome="seen"),
    )
    day = date(2021, 7, 13)
    both = Case([*telling.kept, *waiting.kept(day, "me")])
    assert [due.key for due in ask(both, day, BANK, Thresholds(), "c1")] == [
        due.key for due in ask(telling.case(), day, BANK, Thresholds(), "c1")
    ]


def test_what_must_have_words_is_not_ended_by_a_bare_could_not_ask(telling):
    telling.mark("m1", region="ear").account("m1").answer("Q13", "m1", how="could_not_ask")
    assert "Q13" in telling.ids()
    telling.answer("Q13", "m1", how="could_not_ask", reason="the line was engaged; the duty team rings at four")
    assert "Q13" not in telling.ids()


def test_an_answer_about_one_child_leaves_the_other_and_a_later_visit_open(telling):
    telling.answer("Q01", "joe", "c1", children=("joe",))
    assert telling.one("Q01").children == ("ann",)
    telling.contact("c2", "2021-07-14", outcome="seen").seen("ann").seen("joe", seen="no")
    assert telling.one("Q01").about == ("joe", "c2")


def test_a_question_back_comes_first_until_it_is_answered(telling):
    telling.mark("m1", region="ear").account("m1")
    telling.say(
        QuestionBack(id="back", text="Who brought Joe home?", contact="c1", to="worker", by="lead", children=("joe",))
    )
    dues = ask(telling.case(), date(2021, 7, 13), BANK, Thresholds(), None, "worker")
    first, *_ = cards(dues, BANK, Thresholds())
    assert (first.key, first.children) == ("lead:back", ("joe",))
    assert SAY(first.wording) == "Your team lead asks: Who brought Joe home?"
    assert SAY(first.why[0]) == "About Joe, after the visit on 12 July 2021."
    other = ask(telling.case(), date(2021, 7, 13), BANK, Thresholds(), None, "somebody else")
    assert not any(due.from_lead for due in other)
    telling.contact("c2", "2021-07-14", outcome="seen").answer("lead:back", answers="back")
    assert not any(due.from_lead for due in telling.due())


def test_the_open_draft_is_seen_as_the_log_is(telling):
    """An empty draft of a visit changes nothing; what is written into it is asked about at once."""
    today = date(2021, 7, 20)
    visit = Contact(id="d1", date=Day.of(today), kind="home_visit", by="sw", place="home")
    rows = (ChildSeen(id="r1", contact="d1", child="ann"), ChildSeen(id="r2", contact="d1", child="joe"))
    draft = Draft(id="draft", case="s", kind="visit", begun="2021-07-20T09:00:00+01:00", contact=visit, items=rows)

    def asked(draft: Draft) -> tuple[Due, ...]:
        return ask(Case([*telling.kept, *draft.kept(today, "me")]), today, BANK, Thresholds(), "d1")

    before = {due.key for due in ask(telling.case(), today, BANK, Thresholds())}
    assert {due.key for due in asked(draft)} == before
    written = draft.with_item(Mark(id="m1", contact="d1", child="ann", region="ear", kind="bruise"))
    new = {due.question for due in asked(written) if not due.carried}
    assert {"Q10", "Q11", "Q13"} <= new
    answer = Answer(
        id="a1", question="Q13", contact="d1", how="told", told_who="Dr Rao", about=("m1",), card="ann-marks-d1"
    )
    told = written.with_item(answer)
    assert not {"Q11", "Q13"} & {due.question for due in asked(told)}
    assert history(Case([*telling.kept, *told.kept(today, "me")]), "d1").here == {"ann-marks-d1"}


def test_the_same_inputs_give_the_same_cards(telling):
    telling.mark("m1", region="ear")
    assert cards(telling.due(), BANK, Thresholds()) == cards(telling.due(), BANK, Thresholds())


def test_shown_marks_the_dues_of_the_chosen_cards_and_puts_them_first():
    every = [*TWOS, *ONES]
    chosen = cards(every, BANK, Thresholds())
    marked = shown(every, chosen)
    assert [one.shown for one in marked] == [True] * 5 + [False] * 6
    assert [one.card for one in marked[:5]] == keys(chosen)


def test_silence_is_no_opinion():
    assert SAY(silence()) == "No question from the rules. That is not an opinion on the mark."


def test_no_gap_between_days():
    """A question put off for a week comes on that very day, whenever it is asked."""
    telling = (
        Telling().child("joe", "Joe", "2014-05-02").contact("c1", "2021-07-12", outcome="seen").seen("joe", seen="no")
    )
    telling.answer("Q01", how="deferred", defer_to=date(2021, 7, 19))
    open_on = [
        day for day in range(12) if telling.one("Q01", (date(2021, 7, 12) + timedelta(day)).isoformat()).put_off is None
    ]
    assert open_on == [7, 8, 9, 10, 11]
