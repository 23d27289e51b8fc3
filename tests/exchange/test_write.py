"""What the writer says, how it looks, and what it owns up to leaving out."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from tests.exchange.small import kept, of, small, understood, with_contact
from visitapp.domain.case import Kept
from visitapp.domain.contact import ChildSeen, Contact, Note, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.family import CaseHeader, Child, Person
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Answer, QuestionBack, View
from visitapp.domain.marks import Account, Mark, Point
from visitapp.exchange.casefile import CaseFile, read
from visitapp.exchange.write import LeftOut, left_out, write

EXAMPLE = Path(__file__).parents[1] / "reference" / "example-case.yaml"


def more(*items: AnyItem, file: CaseFile | None = None) -> list[Kept]:
    """The small case as a vault keeps it, and these items, known with the second contact."""
    file = file or understood(small())
    day = datetime.date(2021, 2, 8)
    return [*file.kept, *(Kept(item, day, day, place=(5, "", number)) for number, item in enumerate(items))]


def with_item(kept_: tuple[Kept, ...], id_: str, **fields: Any) -> list[Kept]:
    return [replace(one, item=replace(one.item, **fields)) if one.item.id == id_ else one for one in kept_]


def test_the_example_comes_back_as_it_was() -> None:
    file = read(EXAMPLE.read_bytes(), "example-case.yaml")
    assert read(write(file.kept).encode(), "").kept == file.kept
    assert left_out(file.kept) == ()


def test_a_common_reader_finds_the_words_too() -> None:
    data = with_contact(announced="yes", time="10:30", unease="no", note="Line one.\n\n- two: “so” 😀")
    plain = yaml.safe_load(write(understood(data).kept))
    contact = plain["contacts"][1]
    assert (contact["announced"], contact["unease"]) == ("yes", "no")
    assert contact["note"] == "Line one.\n\n- two: “so” 😀"
    assert contact["date"] == datetime.date(2021, 2, 8)


def test_small_things_stand_on_one_line_and_nothing_needless_is_written() -> None:
    written = write(understood(small()).kept)
    assert "- {id: kim, name: Kim Vale, recorded_on" not in written
    assert "- {id: kim, name: Kim Vale}" in written
    assert "recorded_on" not in written


def test_a_case_without_its_number_cannot_be_written() -> None:
    file = understood(small())
    with pytest.raises(ValueError, match="number"):
        write([one for one in file.kept if not isinstance(one.item, CaseHeader)])
    with pytest.raises(ValueError, match="number"):
        write(with_item(file.kept, "case", reference=""))


def test_what_holds_now_is_written_and_what_was_corrected_is_left_out() -> None:
    instead = ChildSeen(id="s2", contact="c2", child="ann", seen="no")
    kept_ = more(
        ChildSeen(id="s1", contact="c2", child="ann", seen="yes"),
        instead,
        Correction(id="k", of="s1", by="s2", reason="Joe"),
    )
    (seen,) = of(understood(write(kept_)), ChildSeen)
    assert replace(seen, id="s2") == instead
    assert left_out(kept_) == (LeftOut("s1", "child_seen"), LeftOut("k", "correction"))


def test_what_was_said_of_a_corrected_thing_stays_with_it() -> None:
    older = Child(id="ann9", name="Ann Vale", born=Day(2017, 3, 9))
    kept_ = more(
        ChildSeen(id="s1", contact="c2", child="ann", seen="yes"),
        older,
        Correction(id="k", of="ann", by="ann9", reason="The birthday is known now."),
    )
    written = understood(write(kept_))
    child = next(one for one in of(written, Child) if one.name == "Ann Vale")
    assert child.born == Day(2017, 3, 9)
    assert child.id in [one.child for one in of(written, ChildSeen)]
    assert {one.item for one in left_out(kept_)} >= {"ann", "k"}
    assert "s1" not in {one.item for one in left_out(kept_)}


def test_what_the_format_has_no_place_for_is_named() -> None:
    kept_ = more(
        QuestionBack(id="q", contact="c2", text="Which ear?"),
        View(id="v1", contact="c2", holds="neglect", by="sw"),
        View(id="v2", contact="c2", holds="medical", by="gp", why="The scan."),
        View(id="v3", contact="c1", changed="no"),
        Note(id="n", contact="c2", paragraphs=(Paragraph("Warm.", "told_by", "kim"),)),
        Answer(id="a", contact="c2", question="lead:q", text="The left."),
        Answer(id="b", contact="c2", question="Q11", how="told", told_who="Sam", told_at="15:10", about=("m1",)),
        Mark(
            id="p", contact="c2", child="ann", region="ear", kind="bruise", point=Point("v1", "infant", "front", 1, 2)
        ),
    )
    assert left_out(kept_) == (
        LeftOut("q", "question_back"),
        LeftOut("v1", "view"),
        LeftOut("v2", "view", ("why",)),
        LeftOut("v3", "view"),
        LeftOut("n", "note", ("paragraphs",)),
        LeftOut("a", "answer"),
        LeftOut("b", "answer", ("how", "about", "told_who", "told_at")),
        LeftOut("p", "mark", ("point",)),
    )


def test_what_names_something_that_is_not_there_is_left_out_and_what_rests_on_it() -> None:
    kept_ = more(
        Account(id="b", contact="c2", by="nobody", about=("m1",)),
        Account(id="d", contact="c2", by="kim", about=("m1", "gone"), same_as="b"),
        ChildSeen(id="s", contact="elsewhere", child="ann"),
    )
    written = understood(write(kept_))
    account = kept(written, "d").item
    assert account == Account(id="d", contact="c2", by="kim", about=("m1",))
    assert left_out(kept_) == (
        LeftOut("b", "account"),
        LeftOut("d", "account", ("about", "same_as")),
        LeftOut("s", "child_seen"),
    )


@pytest.mark.parametrize(
    ("fields", "lost"),
    [
        ({"time": "later"}, ("time",)),
        ({"minutes": -5}, ("minutes",)),
        ({"unease": "unknown"}, ("unease",)),
        ({"date": Day(1066)}, ()),
    ],
)
def test_what_a_reader_would_not_find_again_is_not_written(fields: dict[str, Any], lost: tuple[str, ...]) -> None:
    kept_ = with_item(understood(small()).kept, "c2", **fields)
    assert [one.fields for one in left_out(kept_) if one.item == "c2"] == [lost]
    assert len(of(understood(write(kept_)), Contact)) == (2 if lost else 1)


def test_what_became_known_later_than_its_contact_is_owned_up_to() -> None:
    file = understood(with_contact(note="Warm."))
    late = [replace(one, known_on=datetime.date(2022, 1, 1)) if one.item.id == "c2.note" else one for one in file.kept]
    assert left_out(late) == (LeftOut("c2.note", "note", ("known_on",)),)


def test_days_of_knowing_are_written_where_the_file_would_find_others() -> None:
    file = understood(small())
    never = [replace(one, known_on=None) if isinstance(one.item, Person) else one for one in file.kept]
    assert "recorded_on: never" in write(never)
    assert {one.known_on for one in understood(write(never)).kept if isinstance(one.item, Person)} == {None}


def test_the_tidy_note_stands_for_the_one_written_in_the_home() -> None:
    tidy = Note(id="n", contact="c2", paragraphs=(Paragraph("Tidy."),))
    kept_ = more(tidy, Note(id="r", contact="c2", paragraphs=(Paragraph("rough"),), written="in_the_home"))
    assert [note.text for note in of(understood(write(kept_)), Note)] == ["Tidy."]
    assert left_out(kept_) == (LeftOut("r", "note"),)


def test_a_case_without_contacts() -> None:
    file = understood(small(contacts=[]))
    assert "contacts: []" in write(file.kept)
    assert understood(write(file.kept)).kept == file.kept
