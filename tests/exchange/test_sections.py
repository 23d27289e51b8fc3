"""Copy for the case system: the council's order and headings, every word that was said, and what must stand apart."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.exchange.histories import histories
from tests.exchange.small import small, understood, with_contact
from visitapp.domain.case import Case, Kept
from visitapp.domain.contact import ChildSeen, Contact, Note, Paragraph
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Answer, View
from visitapp.errors import FileRefused
from visitapp.exchange.casefile import read
from visitapp.exchange.sections import APART, TELLINGS, Section, Template, read_template, sections
from visitapp.resources import resource
from visitapp.words import Words, load

EXAMPLE = Path(__file__).parents[1] / "reference" / "example-case.yaml"
DAY = datetime.date(2021, 2, 8)


@pytest.fixture(scope="module")
def say() -> Words:
    return load()


@pytest.fixture(scope="module")
def council() -> Template:
    return read_template(resource("templates", "council.yaml").read_bytes())


def second(council: Template, say: Words, *more: AnyItem, **fields: Any) -> dict[str, str]:
    """The sections of the second contact with these fields, by key."""
    kept = [*understood(with_contact(**fields)).kept, *(Kept(item, DAY, DAY, place=(5, "", 0)) for item in more)]
    return {one.key: one.text for one in sections(Case(kept), "c2", council, say)}


def test_the_councils_form_has_a_place_for_everything(council: Template) -> None:
    assert {one for heading in council.sections for one in heading.of} == set(TELLINGS)


def test_sections_come_in_the_councils_order_with_its_headings(say: Words) -> None:
    form = "- {key: b, heading: Part B, of: [note]}\n- {key: a, heading: Part A, of: [visit]}\n"
    template = read_template(f"format: visitapp-copy/1\nsections:\n{form}".encode())
    made = sections(Case(understood(with_contact(note="Warm.")).kept), "c2", template, say)
    assert made == (
        Section("b", "Part B", "Warm."),
        Section("a", "Part A", "Home visit, 8 February 2021."),
        Section(APART, "Not to be passed on as it is", ""),
    )


def test_the_example_in_sentences(council: Template, say: Words) -> None:
    case = Case(read(EXAMPLE.read_bytes(), "").kept)
    by_key = {one.key: one.text for one in sections(case, "c4", council, say)}
    assert by_key["children"].splitlines() == [
        "Ann Marlowe was seen. Asleep. Undressed: No. Face: covered by face paint. "
        "We did not ask for it to be wiped or moved.",
        "Joe Marlowe was not seen.",
    ]
    assert "What Kim Marlowe said to Allocated social worker: “Joe threw a toy at her.”" in by_key["marks"]
    assert "Bedroom: Asked, declined." in by_key["home"]
    assert "front bedroom" in by_key["home"]
    assert by_key["analysis"] == ""


def test_what_nobody_recorded_is_not_told_as_no(council: Template, say: Words) -> None:
    by_key = second(council, say, children_seen=[{"child": "ann"}], looked_at={}, marks=[], told=[])
    assert by_key["children"] == "It is not recorded whether Ann Vale was seen."
    assert by_key["home"] == ""


def test_what_must_stand_apart_does_and_says_why(council: Template, say: Words) -> None:
    by_key = second(
        council,
        say,
        worries=[{"by": "kim", "text": "He came back.", "handling": ["keep_from:ray", "police_or_marac"]}],
        observations=[{"text": "The neighbour drinks.", "source": "told", "handling": ["about_third_party"]}],
        note={"text": "Counsel says wait.", "handling": ["legal_advice"]},
    )
    assert by_key["worries"] == ""
    assert by_key["observed"] == ""
    assert by_key[APART].splitlines() == [
        "[legal advice] Counsel says wait.",
        "[about a third party] We were told: The neighbour drinks.",
        "[must not reach Ray Stone; from the police or a MARAC] Worry brought by Kim Vale: He came back.",
    ]


def test_a_source_that_asked_not_to_be_named_is_named_nowhere_in_that_contact(council: Template, say: Words) -> None:
    by_key = second(
        council,
        say,
        by="gp",
        told=[{"who": "gp"}],
        worries=[{"by": "gp", "text": "She is thin.", "handling": ["source_asked_not_to_be_named"]}],
    )
    assert by_key["worries"] == "Worry brought by somebody who asked not to be named: She is thin."
    assert not [text for text in by_key.values() if "GP" in text]


def test_a_correction_is_told_and_what_it_corrects_is_not(council: Template, say: Words) -> None:
    seen = ChildSeen(id="s", contact="c2", child="ann", seen="yes", words="Wrong.")
    by_key = second(council, say, seen, Correction(id="k", of="s", reason="It was Joe."))
    assert by_key["children"] == ""
    assert by_key["corrections"] == "Corrected afterwards. Reason: It was Joe."
    theirs = Correction(id="k", of="s", reason="I said nothing.", whose="family")
    assert "by the family" in second(council, say, seen, theirs)["corrections"]


def test_what_only_a_vault_holds(council: Template, say: Words) -> None:
    paragraphs = (
        Paragraph("Warm."),
        Paragraph("He sleeps there.", "told_by", "kim"),
        Paragraph("Too tidy.", "my_view"),
    )
    by_key = second(
        council,
        say,
        Note(id="n", contact="c2", paragraphs=paragraphs),
        Note(id="r", contact="c2", paragraphs=(Paragraph("rough"),), written="in_the_home"),
        View(id="v", contact="c2", by="sw", changed="not_sure", why="The key."),
        Answer(id="a", contact="c2", question="Q11", how="told", told_who="gp", told_at="15:10", children=("ann",)),
        Answer(id="b", contact="c2", question="Q12", how="offered"),
    )
    assert by_key["observed"].splitlines() == ["Warm.", "Told by Kim Vale: He sleeps there.", "My view: Too tidy."]
    assert by_key["analysis"].splitlines() == [
        "View of Social worker:",
        "Does today change the view? Not sure.",
        "Why: The key.",
    ]
    assert by_key["questions"] == "On a question about Ann Vale: Told GP 15:10."


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_any_contact_can_be_told_and_nothing_that_was_said_is_lost(kept: list[Kept]) -> None:
    case = Case([Kept(one.item, DAY, DAY, place=one.place) for one in kept])
    council = read_template(resource("templates", "council.yaml").read_bytes())
    say = load()
    for contact in case.of(Contact):
        told = "\n".join(one.text for one in sections(case, contact.id, council, say))
        for item in [one.item for one in case.kept if getattr(one.item, "contact", "") == contact.id]:
            paragraphs = (
                [one.text for one in item.paragraphs] if isinstance(item, Note) else [getattr(item, "text", "")]
            )
            assert all(words in told for words in [*paragraphs, getattr(item, "words", "")])


@pytest.mark.parametrize(
    ("written", "reason", "field", "found"),
    [
        ("format: visitapp-copy/2\nsections: []\n", "not_allowed", "format", "visitapp-copy/2"),
        ("format: visitapp-copy/1\n", "missing", "sections", ""),
        (
            "format: visitapp-copy/1\nsections: [{key: a, heading: A, of: [weather]}]\n",
            "not_allowed",
            "sections[1].of[1]",
            "weather",
        ),
        ("format: visitapp-copy/1\nsections: [{key: a, heading: A}]\n", "missing", "sections[1].of", ""),
        ("format: visitapp-copy/1\nsections: [{key: apart, heading: A, of: [note]}]\n", "same_id", "sections", "apart"),
        (
            "format: visitapp-copy/1\nsections: [{key: a, heading: A, of: [note]}, {key: a, heading: B, of: [note]}]\n",
            "same_id",
            "sections",
            "a",
        ),
    ],
)
def test_a_form_with_a_mistake(written: str, reason: str, field: str, found: str, say: Words) -> None:
    with pytest.raises(FileRefused) as caught:
        read_template(written.encode())
    error = caught.value
    assert (error.message, error.named["field"], error.named["found"]) == (f"exchange.{reason}", field, found)
    assert "council.yaml" in say(error.message, **error.named)


def test_a_contact_that_is_not_there_has_nothing_to_say(council: Template, say: Words) -> None:
    made = sections(Case(understood(small()).kept), "gone", council, say)
    assert not [one for one in made if one.text]
