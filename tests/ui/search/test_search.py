"""Search: in all cases, the newest first, hits marked; the newest words win; a result opens its visit."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.ui.desk import Desk
from visitapp.errors import DiskFull
from visitapp.ui.kit.cardof import CardRow
from visitapp.ui.search.presenter import SearchPresenter, around
from visitapp.ui.search.wiring import search_page
from visitapp.words import Words


def test_it_is_found_in_all_cases_newest_first_with_the_words_marked(desk: Desk):
    page = desk.show(search_page(desk.say, desk.run, desk.worker))
    assert page.looking.control.hasFocus()
    desk.qtbot.keyClicks(page.looking.control, "mia")
    desk.settle()
    rows = page.cards.cards.rows
    assert rows[0].heading == "31 May 2026 · Note"
    assert rows[0].foot == "Brindle family"
    assert all(row.words[start:end].lower().startswith("mia") for row in rows for start, end in row.hits)
    assert page.said.text().startswith("Found ")


def test_return_goes_into_what_was_found_and_opens_it(desk: Desk):
    page = desk.show(search_page(desk.say, desk.run, desk.worker))
    desk.qtbot.keyClicks(page.looking.control, "doctor saw")
    desk.settle()
    desk.qtbot.keyClick(page.looking.control, Qt.Key.Key_Return)
    with desk.qtbot.waitSignal(page.found_opened) as opened:
        desk.qtbot.keyClick(page.cards, Qt.Key.Key_Return)
    assert opened.args == [desk.families.brindle, desk.families.phone]


def test_nothing_found_says_what_to_try(desk: Desk):
    page = desk.show(search_page(desk.say, desk.run, desk.worker))
    desk.qtbot.keyClicks(page.looking.control, "zzzz")
    desk.settle()
    assert page.said.text() == "Nothing on this laptop holds these words. Try fewer letters, or one word alone."
    assert not page.cards.isVisible()


def test_signs_of_any_kind_harm_nothing(desk: Desk):
    page = desk.show(search_page(desk.say, desk.run, desk.worker))
    desk.qtbot.keyClicks(page.looking.control, "\"'*( AND OR ^:")
    desk.settle()
    assert not page.failure.isVisible()


def test_what_came_in_meanwhile_is_found_when_the_page_is_shown_again(desk: Desk):
    page = desk.show(search_page(desk.say, desk.run, desk.worker))
    desk.qtbot.keyClicks(page.looking.control, "bo slept")
    desk.settle()
    before = page.cards.cards.rows
    page.arrived.emit()
    desk.settle()
    assert page.cards.cards.rows == before


class Held:
    """A run that waits to be let go, as a slow laptop does."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, work, done, failed=None, *, owner=None, first=False) -> None:
        def go() -> None:
            try:
                done(work())
            except DiskFull as error:
                failed(error)

        self.waiting.append(go)


class View:
    def __init__(self) -> None:
        self.found: list[str] = []
        self.failures: list[str] = []

    def show_found(self, cards: tuple[CardRow, ...], words: str) -> None:
        self.found.append(words)

    def show_failure(self, words: str) -> None:
        self.failures.append(words)


def test_only_the_newest_words_are_looked_for_while_a_search_runs(say: Words):
    looked: list[str] = []
    run, view = Held(), View()
    presenter = SearchPresenter(say, run, None, view, lambda _session, words, _most: looked.append(words) or ())
    for typed in ("ma", "mar", "mark"):
        presenter.find(typed)
    run.waiting.pop(0)()
    assert view.found == []
    run.waiting.pop(0)()
    assert looked == ["ma", "mark"]
    assert len(view.found) == 1


def test_a_failure_is_said_and_the_next_letter_looks_again(say: Words):
    def full(_session, _words, _most):
        raise DiskFull

    run, view = Held(), View()
    presenter = SearchPresenter(say, run, None, view, full)
    presenter.find("mark")
    run.waiting.pop(0)()
    assert view.failures[-1]
    presenter.find("marks")
    assert len(run.waiting) == 1


WORDS = st.lists(st.text("ab", min_size=1, max_size=9), min_size=1, max_size=120)


@given(WORDS, st.data())
def test_long_words_are_cut_around_the_first_hit(words: list[str], data: st.DataObject):
    text = " ".join(words)
    starts = [0, *(place + 1 for place, sign in enumerate(text) if sign == " ")]
    chosen = sorted(data.draw(st.sets(st.sampled_from(starts), min_size=1, max_size=3)))
    hits = tuple((start, start + len(text[start:].split(" ")[0])) for start in chosen)
    piece, shown = around(text, hits)
    assert piece[shown[0][0] : shown[0][1]] == text[hits[0][0] : hits[0][1]]
    assert len(piece) <= max(len(text), 400)
    assert {piece[start:end] for start, end in shown} <= {text[start:end] for start, end in hits}
