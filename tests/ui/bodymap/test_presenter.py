"""What the body map decides: new marks, numbers, what goes with a mark that is taken away, what may be asked."""

from collections.abc import Sequence
from itertools import count

import pytest
from msgspec.structs import replace

from visitapp.domain.codes import Truth
from visitapp.domain.contact import Part
from visitapp.domain.marks import Account, Mark, Point
from visitapp.ui.bodymap.drawing import Drawings, Spot, spot_of
from visitapp.ui.bodymap.presenter import BodyMapPresenter
from visitapp.ui.bodymap.sheet import Editing, MarkLine, Picture, Sheet
from visitapp.words import Text, Words


class Shown:
    """A page that only remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[object, ...]] = []
        self.pictures: Sequence[Picture] = ()
        self.group = ""
        self.lines: Sequence[MarkLine] = ()
        self.removed: Text | None = None
        self.editing: Editing | None = None

    def show_child(self, sheet: Sheet) -> None:
        self.told.clear()

    def show_pictures(self, figure: str, group: str, pictures: Sequence[Picture]) -> None:
        self.group, self.pictures = group, pictures

    def show_marks(self, lines: Sequence[MarkLine], removed: Text | None) -> None:
        self.lines, self.removed = lines, removed

    def show_editing(self, editing: Editing | None) -> None:
        self.editing = editing

    def tell_added(self, mark: Mark) -> None:
        self.told.append(("added", mark))

    def tell_changed(self, mark: Mark) -> None:
        self.told.append(("changed", mark))

    def tell_removed(self, mark: str) -> None:
        self.told.append(("removed", mark))

    def tell_account(self, account: Account) -> None:
        self.told.append(("account", account))

    def tell_account_removed(self, account: str) -> None:
        self.told.append(("account removed", account))

    def tell_parts(self, parts: tuple[Part, ...]) -> None:
        self.told.append(("parts", parts))

    def tell_mouth(self, mouth: Truth) -> None:
        self.told.append(("mouth", mouth))


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def presenter(shown: Shown, drawings: Drawings, sheet: Sheet) -> BodyMapPresenter:
    ids = count(1)
    made = BodyMapPresenter(shown, drawings, lambda: f"id{next(ids)}")
    made.begin(sheet)
    return made


def test_a_new_mark_keeps_version_figure_view_and_point(shown: Shown, presenter: BodyMapPresenter) -> None:
    point = Point("v1", "child", "front", 700, 500)
    presenter.add(Spot("forearm", "left", point))
    expected = Mark(id="id1", contact="c1", child="ann", region="forearm", side="left", kind="unsure", point=point)
    assert shown.told == [("added", expected)]
    assert shown.editing is not None
    assert shown.editing.mark == expected


def test_nothing_is_assumed_of_a_new_mark(presenter: BodyMapPresenter) -> None:
    presenter.add_in_words("nose", "")
    mark = presenter.sheet.marks[0]
    assert (mark.kind, mark.side, mark.seen_by, mark.size_mm, mark.photograph) == ("unsure", "unknown", "", None, None)


def test_a_change_of_side_moves_the_point_to_the_other_side(presenter: BodyMapPresenter, drawings: Drawings) -> None:
    presenter.add_in_words("forearm", "left")
    presenter.change(side="right")
    assert presenter.sheet.marks[0].point == spot_of(drawings, "child", "forearm", "right").point
    presenter.change(side="both")
    assert presenter.sheet.marks[0].point is None


def test_another_figure_leaves_the_point_as_it_was(presenter: BodyMapPresenter) -> None:
    presenter.add_in_words("forearm", "left")
    point = presenter.sheet.marks[0].point
    presenter.set_figure("infant")
    presenter.change(kind="bruise")
    assert presenter.sheet.marks[0].point == point


@pytest.mark.parametrize(
    ("typed", "size"),
    [(("20", "12,5"), (20.0, 12.5)), (("20", ""), None), (("0", "3"), None), (("nan", "3"), None), (("a", "b"), None)],
)
def test_sizes_are_numbers_in_millimetres(
    presenter: BodyMapPresenter, typed: tuple[str, str], size: tuple[float, float] | None
) -> None:
    presenter.add_in_words("nose", "")
    assert presenter.set_size(*typed) == (size is not None)
    assert presenter.sheet.marks[0].size_mm == size
    assert presenter.set_size("", " ")
    assert presenter.sheet.marks[0].size_mm is None


@pytest.mark.parametrize("region", ["genital", "anal"])
def test_do_not_look(shown: Shown, presenter: BodyMapPresenter, region: str) -> None:
    presenter.add_in_words(region, "")
    assert shown.editing is not None
    assert shown.editing.quiet


def test_words_that_date_a_mark_are_told(shown: Shown, presenter: BodyMapPresenter) -> None:
    presenter.add_in_words("nose", "")
    presenter.change(text="about 3 days old")
    assert shown.editing is not None
    assert shown.editing.dated
    presenter.change(text="He said “about 3 days old”")
    assert shown.editing is not None
    assert not shown.editing.dated


def test_a_mark_taken_away_goes_with_what_was_said_of_it_alone_and_comes_back(
    shown: Shown, presenter: BodyMapPresenter
) -> None:
    presenter.add_in_words("nose", "")
    presenter.add_account()
    presenter.change_account("id2", by="kim", text="He fell")
    presenter.add_in_words("chin", "")
    presenter.add_account()
    presenter.change_account("id4", by="kim", text="Both", about=("id1", "id3"))
    before = presenter.sheet
    shown.told.clear()
    presenter.remove("id1")
    assert ("removed", "id1") in shown.told
    assert ("account removed", "id2") in shown.told
    assert presenter.sheet.accounts == (replace(before.accounts[1], about=("id3",)),)
    assert shown.removed is not None
    presenter.put_back()
    assert presenter.sheet.marks == before.marks
    assert before.accounts[0] in presenter.sheet.accounts
    assert shown.removed is None


def test_an_account_is_passed_on_once_it_says_something(shown: Shown, presenter: BodyMapPresenter) -> None:
    presenter.add_in_words("nose", "")
    shown.told.clear()
    presenter.add_account()
    assert shown.told == []
    presenter.change_account("id2", text="He fell off the sofa")
    presenter.change_account("id2", by="kim")
    presenter.change_account("id2", cause="fell", was_there="no", fits="unknown")
    expected = Account(
        id="id2",
        contact="c1",
        by="kim",
        to="worker",
        about=("id1",),
        text="He fell off the sofa",
        verbatim=True,
        cause="fell",
        was_there="no",
    )
    assert shown.told[-1] == ("account", expected)
    assert len(shown.told) == 3


def test_the_list_turns_to_a_view_that_shows_the_place(shown: Shown, presenter: BodyMapPresenter) -> None:
    presenter.see("sole", "left")
    assert shown.group == "feet"
    presenter.see("nose", "")
    assert shown.group == "body"
    presenter.see("unspecified", "")
    assert shown.group == "body"


def test_an_earlier_mark_seen_again_is_shown_once(shown: Shown, presenter: BodyMapPresenter) -> None:
    def markers() -> list[str]:
        return [marker.mark for picture in shown.pictures for marker in picture.markers]

    assert markers() == ["old"]
    presenter.add_in_words("shin", "left")
    presenter.change(same_as="old")
    assert markers() == ["id1"]


def test_earlier_marks_of_the_same_place_are_offered_first(shown: Shown, drawings: Drawings, sheet: Sheet) -> None:
    other = replace(sheet.earlier[0], mark=replace(sheet.earlier[0].mark, id="other", region="nose", side="unknown"))
    made = BodyMapPresenter(shown, drawings, lambda: "new")
    made.begin(replace(sheet, earlier=(*sheet.earlier, other)))
    made.add_in_words("nose", "")
    assert shown.editing is not None
    assert [mark for mark, _ in shown.editing.earlier] == ["other", "old"]


def test_parts_looked_at(shown: Shown, presenter: BodyMapPresenter) -> None:
    presenter.set_part("face", "all")
    presenter.set_part("hands", "no")
    presenter.set_part("face", None)
    presenter.set_mouth("no")
    assert shown.told[-2:] == [("parts", (Part("hands", "no"),)), ("mouth", "no")]


def test_everything_shown_can_be_said(shown: Shown, presenter: BodyMapPresenter, say: Words) -> None:
    presenter.add_in_words("cheek_fleshy", "right")
    presenter.change(kind="bruise", found="no", certain=False)
    (line,) = shown.lines
    assert say(line.heading) == "1. Bruise: Cheek (fleshy part), right"
    assert [say(one) for one in line.lines] == [
        "Not certain what it is",
        "Reported, looked for, not found",
        "Nothing recorded yet of what people said",
    ]
