"""The three training families: each teaches what it is there to teach, at the contact where it does.

What must be asked is looked for among all that is due; what must stay quiet is looked for there too.
"""

import re

import pytest
from msgspec.structs import replace

from tests.questions.telling import BANK
from visitapp.actions.training import FAMILIES, family, known_later, steps
from visitapp.domain.case import Case
from visitapp.domain.family import Child, Stay
from visitapp.questions.due import Due

Steps = dict[str, tuple[Due, ...]]


@pytest.fixture(scope="module")
def patterns() -> dict[str, dict[str, list[str]]]:
    """The ids of what stands out, by family and contact."""
    return {
        name: {step.contact.id: [one.id for one in step.patterns] for step in steps(family(name), BANK)}
        for name in FAMILIES
    }


@pytest.fixture(scope="module")
def told() -> dict[str, Steps]:
    return {name: {step.contact.id: step.dues for step in steps(family(name), BANK)} for name in FAMILIES}


@pytest.fixture
def skin(told: dict[str, Steps]) -> Steps:
    return told["nothing-on-the-skin"]


@pytest.fixture
def left(told: dict[str, Steps]) -> Steps:
    return told["someone-left"]


@pytest.fixture
def caller(told: dict[str, Steps]) -> Steps:
    return told["the-caller-with-a-grudge"]


def asked(dues: tuple[Due, ...], question: str, about: str = "") -> list[Due]:
    return [one for one in dues if one.question == question and (not about or about in (*one.about, *one.children))]


def when(story: Steps, question: str, about: str = "") -> list[str]:
    """The contacts at which a question is due."""
    return [contact for contact, dues in story.items() if asked(dues, question, about)]


@pytest.mark.parametrize("name", FAMILIES)
def test_each_is_a_story_of_twelve_to_twenty_contacts_with_a_debriefing(told: dict[str, Steps], name: str):
    file = family(name)
    case = Case(file.kept)
    assert 12 <= len(told[name]) == len(case.contacts) <= 20
    later = known_later(file)
    assert len(later) >= 3
    assert all(one.date and one.learned_on and one.date.first() <= one.learned_on.last() for one in later)
    assert not any(kept.item.kind == "death" for kept in file.kept if hasattr(kept.item, "kind"))
    assert len({child.id for child in case.of(Child)}) >= 2


@pytest.mark.parametrize("name", FAMILIES)
def test_the_debriefing_reaches_no_step(name: str):
    file = family(name)
    ids = {one.id for one in known_later(file)}
    for step in steps(file, BANK):
        assert not ids & {kept.item.id for kept in step.case.all_kept}


@pytest.mark.parametrize("name", FAMILIES)
def test_no_word_of_a_later_contact_reaches_an_earlier_step(name: str):
    file = family(name)
    whole = list(steps(file, BANK))
    for number in (3, len(whole) // 2):
        cut_off = replace(file, kept=whole[number].case.all_kept)
        again = list(steps(cut_off, BANK))
        assert len(again) == number + 1
        assert again[number].dues == whole[number].dues


# Nothing on the skin: the answer is an unmet need, and a suspicion is rightly lifted


def test_skin_there_is_no_mark_and_no_question_on_marks(skin: Steps):
    for question in ("Q10", "Q11", "Q12", "Q13", "Q14", "Q15", "Q16", "Q17", "Q18", "Q57", "ask_mobility", "ask_kind"):
        assert when(skin, question) == []


def test_skin_only_one_explanation_from_the_first_day_until_it_changes(skin: Steps):
    assert when(skin, "Q46") == [f"n{number}" for number in range(1, 12)]
    assert "n8" in when(skin, "Q44")


def test_skin_the_question_on_language_leads_to_the_hearing(skin: Steps):
    assert when(skin, "Q08", "bet") == [f"n{number}" for number in range(2, 12)]
    assert when(skin, "Q08", "cadi") == when(skin, "Q08", "iolo") == []


def test_skin_the_child_never_seen_alone_is_asked_for_until_he_is(skin: Steps):
    assert when(skin, "Q02", "iolo") == [f"n{number}" for number in range(4, 11)]
    assert when(skin, "Q53") == ["n4", "n5", "n6", "n8", "n9", "n10", "n11"]


def test_skin_three_missed_appointments_are_counted_across_agencies(skin: Steps):
    assert not asked(skin["n2"], "Q35")
    assert [len(asked(skin[contact], "Q35")) for contact in ("n3", "n5", "n9", "n12")] == [1, 2, 3, 0]
    assert asked(skin["n9"], "Q35", "n9")[0].because == ("n3", "n5", "n9")


def test_skin_a_second_agency_worries_about_another_child(skin: Steps):
    (due,) = asked(skin["n6"], "Q42", "w2")
    assert (due.tier, due.because) == (1, ("n1", "n6"))


def test_skin_a_warm_carer_without_a_change_for_a_child_is_asked_about_until_there_is_one(skin: Steps):
    assert when(skin, "Q48") == [f"n{number}" for number in range(4, 12)]


def test_skin_the_father_is_not_all_the_mother_was_never_heard(skin: Steps):
    assert when(skin, "Q29", "lowri") == [f"n{number}" for number in range(4, 14)]
    assert not asked(skin["n13a"], "Q29")


def test_skin_who_was_missing_and_who_doubted_is_asked_after_the_meeting(skin: Steps):
    (missing,) = asked(skin["n10"], "Q55")
    assert missing.because == ("n10",)
    assert when(skin, "Q54") == when(skin, "Q55") == ["n10", "n11"]
    assert when(skin, "Q52") == ["n7", "n8", "n9", "n10", "n11"]


def test_skin_a_medical_cause_is_asked_about_where_it_is_named(skin: Steps):
    assert when(skin, "Q24") == ["n13", "n13a"]


def test_skin_ends_with_the_questions_of_a_closing_alone(skin: Steps):
    assert not skin["n15"]
    (due,) = skin["n16"]
    assert (due.question, due.tier, due.when) == ("Q56", 0, "settle")
    assert not any(due.tier == 0 and due.when == "today" for dues in skin.values() for due in dues)


# Someone left: nobody hid it and nobody asked


def test_left_nobody_outside_knows_that_the_grandmother_went_before_it_was_asked(left: Steps):
    for step in steps(family("someone-left"), BANK):
        stays = [one for one in step.case.of(Stay) if one.person == "cora"]
        assert any(one.until is not None for one in stays) is (step.contact.id in ("s16", "s17", "s18", "s19"))


def test_left_who_slept_here_is_asked_before_the_bruise_and_answered_after_it(left: Steps):
    assert when(left, "Q27")[:6] == ["s10", "s11", "s12", "s13", "s14", "s15"]
    assert when(left, "Q53", "s10") == ["s11", "s12", "s13", "s14", "s15"]
    assert not asked(left["s16"], "Q27")


def test_left_a_birthmark_is_asked_about_once_and_stays_quiet_when_a_doctor_confirmed_it(left: Steps):
    (due,) = asked(left["s7"], "Q11", "m1")
    assert (due.tier, due.when, due.card) == (0, "today", "skin")
    on_the_mark = ("Q10", "Q11", "Q12", "Q13", "Q14", "Q16", "Q18", "ask_kind", "ask_mobility")
    for contact in list(left)[7:]:
        assert not [question for question in on_the_mark if asked(left[contact], question, "m1")]
    assert not asked(left["s7"], "Q12")


def test_left_the_small_bruise_at_seven_weeks_is_for_today(left: Steps):
    for question in ("Q11", "Q12"):
        assert when(left, question, "m2") == ["s13"]
        (due,) = asked(left["s13"], question, "m2")
        assert (due.tier, due.when, due.shown, due.because) == (0, "today", True, ("s13",))
    assert not asked(left["s13"], "Q13")


def test_left_not_known_and_a_childs_word_are_not_two_versions(left: Steps):
    assert when(left, "Q16") == []
    assert when(left, "Q58") == []


def test_left_whose_first_hand_word_was_missing_is_asked_of_each_meeting(left: Steps):
    """It was answered for the first one with the GP. Nobody thought of the grandmother."""
    assert when(left, "Q55", "s3") == ["s3", "s4", "s5", "s6"]
    assert when(left, "Q55", "s15") == ["s15"]


def test_left_a_brother_who_tells_how_a_mark_came_is_not_asked_again_by_way_of_the_mark(left: Steps):
    assert when(left, "Q09", "mateo") == ["s17"]


def test_left_where_the_baby_sleeps_is_not_asked_where_it_is_written_down(left: Steps):
    assert when(left, "Q59") == []


def test_left_a_doctor_who_cannot_say_settles_nothing_and_the_question_of_hours_stays_until_answered(left: Steps):
    assert when(left, "Q18", "m2") == ["s13", "s14", "s15"]


# The caller with a grudge: somebody did not tell the truth, and it was not she


def test_caller_each_label_is_asked_about_until_she_was_spoken_to(caller: Steps):
    assert when(caller, "Q41", "w1") == when(caller, "Q41", "w2") == [f"g{number}" for number in range(4, 16)]
    assert when(caller, "Q41", "w3") == [f"g{number}" for number in range(5, 16)]
    assert {due.when for due in asked(caller["g5"], "Q41")} == {"settle"}
    assert not asked(caller["g3"], "Q41")


def test_caller_the_same_voice_again_is_no_new_one(caller: Steps):
    assert not any(asked(caller[contact], "Q42") for contact in ("g1", "g2", "g3", "g4", "g5", "g6", "g7"))


def test_caller_each_stranger_counts_double_because_an_earlier_voice_was_put_aside(caller: Steps):
    assert {due.tier for due in asked(caller["g8"], "Q42", "w4")} == {0}
    (due,) = asked(caller["g11"], "Q42", "w5")
    assert (due.tier, due.when) == (0, "settle")
    assert {"g1", "g3", "g5", "g8", "g11"} == set(due.because)


def test_caller_a_boy_said_to_be_at_judo_is_not_marked_seen(caller: Steps):
    (due,) = asked(caller["g7"], "Q01")
    assert due.children == ("teo",)


def test_caller_two_visits_without_the_family_are_for_today_until_the_lead_said_what_next(caller: Steps):
    assert when(caller, "Q36") == ["g10"]
    assert asked(caller["g10"], "Q36")[0].when == "today"


def test_caller_what_the_boy_tells_is_for_today_until_somebody_was_told(caller: Steps):
    assert when(caller, "Q58") == ["g12"]
    (due,) = asked(caller["g12"], "Q58")
    assert (due.when, due.shown) == ("today", True)


def test_caller_a_call_that_was_not_read_back_and_an_outcome_that_says_nothing_of_the_children(caller: Steps):
    assert when(caller, "Q43")[0] == "g1"
    assert when(caller, "Q49") == ["g3"]


def test_caller_an_uneasy_feeling_is_asked_about_until_it_has_a_name(caller: Steps):
    assert when(caller, "Q52") == ["g7", "g8", "g9", "g10", "g11"]


def test_caller_whoever_protects_is_asked_what_it_costs(caller: Steps):
    assert when(caller, "Q51", "marcia") == ["g17", "g18"]
    assert when(caller, "Q28") == when(caller, "Q31") == []


def test_caller_chilblains_that_a_doctor_named_ask_nothing(caller: Steps):
    for question in ("Q10", "Q11", "Q15", "Q18", "ask_kind"):
        assert when(caller, question) == []


def test_patterns_tell_what_no_single_contact_tells(patterns: dict[str, dict[str, list[str]]]):
    skin, caller = patterns["nothing-on-the-skin"], patterns["the-caller-with-a-grudge"]
    assert next(contact for contact, found in skin.items() if "not_alone" in found) == "n4"
    assert [contact for contact, found in skin.items() if "adult_not_met" in found][-1] == "n13"
    assert {"agreed_done_changed", "actions_theirs", "view_unchanged"} <= set(skin["n10"])
    assert [contact for contact, found in caller.items() if "adult_not_met" in found] == [f"g{n}" for n in range(2, 7)]
    assert "visits_in_a_row" in caller["g10"]
    assert "worried" in caller["g11"]


def test_the_words_are_plain_and_blame_free():
    """UX.md lists what people never read."""
    never = re.compile(r"\b(hypothes\w+|ledger|tier|trigger\w*|matrix|suspicious|attention.seeking|refused)\b", re.I)
    for name in FAMILIES:
        file = family(name)
        for kept in file.kept:
            for field in ("text", "why", "words", "question", "unease", "result"):
                written = getattr(kept.item, field, None)
                assert not (isinstance(written, str) and never.search(written)), (name, written)
