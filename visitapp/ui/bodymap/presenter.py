"""What the body map decides, without Qt: new marks, their numbers, what may be asked of them, what goes with them.

It holds the marks and accounts of one child at one contact. Every change is told to the page, which passes it on.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from msgspec.structs import replace

from visitapp.domain.codes import BodyPart, HowSeen, Truth
from visitapp.domain.contact import Part
from visitapp.domain.dating import ages_given
from visitapp.domain.marks import Account, Mark
from visitapp.domain.regions import REGIONS
from visitapp.questions.beside import under_clothes
from visitapp.ui.bodymap.drawing import FIGURES, GROUPS, Drawings, Spot, spot_of
from visitapp.ui.bodymap.markers import markers
from visitapp.ui.bodymap.sheet import Editing, MarkLine, Picture, Sheet
from visitapp.ui.bodymap.wording import (
    DO_NOT_LOOK,
    HELP_MATTERS,
    HURT_BY_HEAT,
    mark_name,
    parts_of,
    place_name,
)
from visitapp.words import Text, text


class View(Protocol):
    """What the presenter needs of the page: `show_*` to show, `tell_*` to pass on what changed."""

    def show_child(self, sheet: Sheet) -> None: ...
    def show_pictures(self, figure: str, group: str, pictures: Sequence[Picture]) -> None: ...
    def show_marks(self, lines: Sequence[MarkLine], removed: Text | None) -> None: ...
    def show_editing(self, editing: Editing | None) -> None: ...
    def tell_added(self, mark: Mark) -> None: ...
    def tell_changed(self, mark: Mark) -> None: ...
    def tell_removed(self, mark: str) -> None: ...
    def tell_account(self, account: Account) -> None: ...
    def tell_account_removed(self, account: str) -> None: ...
    def tell_parts(self, parts: tuple[Part, ...]) -> None: ...
    def tell_mouth(self, mouth: Truth) -> None: ...


class BodyMapPresenter:
    """One child's marks at one contact."""

    def __init__(self, view: View, drawings: Drawings, new_id: Callable[[], str]) -> None:
        self._view = view
        self._drawings = drawings
        self._new_id = new_id
        self._sheet = Sheet(contact="", child="", name="")
        self._figure, self._group = "child", "body"
        self._chosen = ""
        self._removed: tuple[Mark, tuple[Account, ...], int] | None = None

    @property
    def sheet(self) -> Sheet:
        """All of it as it stands now."""
        return self._sheet

    def begin(self, sheet: Sheet, mark: str = "") -> None:
        """Open the map for a child, at one of its marks if one is given."""
        self._sheet, self._removed = sheet, None
        self._figure = sheet.figure if sheet.figure in FIGURES else "child"
        self._group, self._chosen = "body", ""
        self._view.show_child(sheet)
        self._show()
        self.open(mark)

    def set_figure(self, figure: str) -> None:
        """Draw another age. Marks keep the figure on which they were set."""
        self._figure = figure
        self._show()

    def set_group(self, group: str) -> None:
        """Show other views."""
        self._group = group
        self._show()

    def see(self, region: str, side: str) -> None:
        """Turn to a view on which a place can be seen, if it is on none that is shown."""
        views = self._drawings.figures[self._figure]
        shown = [view for view, drawing in views.items() if drawing.number(region, side) is not None]
        if shown and not set(shown) & set(GROUPS[self._group]):
            self._group = next(group for group, members in GROUPS.items() if shown[0] in members)
            self._show()

    def add(self, spot: Spot) -> None:
        """A new mark at a place. What it is, is said next."""
        sided = REGIONS[spot.region].sided
        mark = Mark(
            id=self._new_id(),
            contact=self._sheet.contact,
            child=self._sheet.child,
            region=spot.region,
            side=spot.side if sided and spot.side in ("left", "right", "both") else "unknown",  # type: ignore[arg-type]  # one of Side by the line itself
            kind="unsure",
            point=spot.point,
        )
        self._sheet = replace(self._sheet, marks=(*self._sheet.marks, mark))
        self._removed = None
        self._view.tell_added(mark)
        self.open(mark.id)

    def add_in_words(self, region: str, side: str) -> None:
        """A new mark chosen from the list: in the middle of its place, where a picture shows one."""
        self.add(spot_of(self._drawings, self._figure, region, side))

    def open(self, mark: str) -> None:
        """Describe a mark; empty: none."""
        self._chosen = mark if self._mark(mark) else ""
        chosen = self._mark(self._chosen)
        if chosen is not None:
            side = chosen.side if chosen.side in ("left", "right") else ""
            self.see(chosen.region, side)
        self._show()
        self._view.show_editing(self._editing())

    def change(self, **facts: Any) -> None:
        """Set fields of the mark that is being described."""
        mark = self._mark(self._chosen)
        if mark is None:
            return
        if "side" in facts:
            facts["point"] = self._point_for(mark, facts["side"])
        if "region" in facts:
            side = mark.side if mark.side in ("left", "right") else ""
            facts["point"] = spot_of(self._drawings, self._figure, facts["region"], side).point
        changed = replace(mark, **facts)
        if changed == mark:
            return
        self._put(changed)
        self._view.tell_changed(changed)
        self._show()
        self._view.show_editing(self._editing())

    def _point_for(self, mark: Mark, side: str) -> Any:
        """The other side has another point; both sides, or no side, have none."""
        if side == mark.side:
            return mark.point
        return spot_of(self._drawings, self._figure, mark.region, side).point if side in ("left", "right") else None

    def set_size(self, length: str, width: str) -> bool:
        """Length and width as typed, in millimetres; False while they cannot be read. Both empty: not known."""
        if not length.strip() and not width.strip():
            self.change(size_mm=None, measured=False)
            return True
        size = (_millimetres(length), _millimetres(width))
        if size[0] is None or size[1] is None:
            return False
        self.change(size_mm=(size[0], size[1]))
        return True

    def remove(self, mark: str) -> None:
        """Take an unsigned mark away, with what was said about it alone. It can be put back until the next one."""
        gone = self._mark(mark)
        if gone is None:
            return
        alone = tuple(account for account in self._sheet.accounts if account.about == (mark,))
        self._removed = (gone, alone, self._sheet.marks.index(gone))
        self._sheet = replace(
            self._sheet,
            marks=tuple(one for one in self._sheet.marks if one.id != mark),
            accounts=tuple(account for account in self._sheet.accounts if account not in alone),
        )
        self._gone(alone)
        for account in self._sheet.accounts:
            if mark in account.about:
                self._put_account(replace(account, about=tuple(one for one in account.about if one != mark)))
        self._view.tell_removed(mark)
        self.open("")

    def put_back(self) -> None:
        """Put back the mark that was taken away last."""
        if self._removed is None:
            return
        mark, accounts, index = self._removed
        marks = self._sheet.marks
        self._sheet = replace(
            self._sheet, marks=(*marks[:index], mark, *marks[index:]), accounts=(*self._sheet.accounts, *accounts)
        )
        self._removed = None
        self._view.tell_added(mark)
        for account in accounts:
            self._view.tell_account(account)
        self.open(mark.id)

    def add_account(self) -> None:
        """Somebody said something about the mark that is being described."""
        if self._mark(self._chosen) is None:
            return
        listener = self._sheet.listeners[0].id if self._sheet.listeners else ""
        account = Account(
            id=self._new_id(), contact=self._sheet.contact, by="", to=listener, about=(self._chosen,), verbatim=True
        )
        self._sheet = replace(self._sheet, accounts=(*self._sheet.accounts, account))
        self._view.show_editing(self._editing())

    def change_account(self, account: str, **facts: Any) -> None:
        """Set fields of what somebody said. It is passed on as soon as there is a speaker or a word."""
        known = next((one for one in self._sheet.accounts if one.id == account), None)
        if known is None or (changed := replace(known, **facts)) == known:
            return
        self._put_account(changed)
        self._show_lines()

    def remove_account(self, account: str) -> None:
        """Take away what was not signed yet."""
        gone = tuple(one for one in self._sheet.accounts if one.id == account)
        self._sheet = replace(self._sheet, accounts=tuple(one for one in self._sheet.accounts if one.id != account))
        self._gone(gone)
        self._show_lines()
        self._view.show_editing(self._editing())

    def set_part(self, part: BodyPart, how: HowSeen | None) -> None:
        """Whether a part of the body was looked at; None: not said."""
        parts = [one for one in self._sheet.parts if one.part != part]
        if how is not None:
            parts.append(Part(part, how))
        self._sheet = replace(self._sheet, parts=tuple(parts))
        self._view.tell_parts(self._sheet.parts)

    def set_mouth(self, mouth: Truth) -> None:
        """Whether the mouth was looked at."""
        self._sheet = replace(self._sheet, mouth=mouth)
        self._view.tell_mouth(mouth)

    def _mark(self, mark: str) -> Mark | None:
        return next((one for one in self._sheet.marks if one.id == mark), None)

    def _put(self, mark: Mark) -> None:
        marks = tuple(mark if one.id == mark.id else one for one in self._sheet.marks)
        self._sheet = replace(self._sheet, marks=marks)

    def _put_account(self, account: Account) -> None:
        accounts = tuple(account if one.id == account.id else one for one in self._sheet.accounts)
        self._sheet = replace(self._sheet, accounts=accounts)
        if account.by or account.text:
            self._view.tell_account(account)

    def _show(self) -> None:
        earlier = [one.mark for one in self._sheet.earlier if one.mark.id not in self._seen_again()]
        pictures = [
            Picture(
                self._figure,
                view,
                (
                    *markers(self._drawings, self._figure, view, earlier, earlier=True),
                    *markers(self._drawings, self._figure, view, self._sheet.marks),
                ),
                self._chosen,
            )
            for view in GROUPS[self._group]
        ]
        self._view.show_pictures(self._figure, self._group, pictures)
        self._show_lines()

    def _seen_again(self) -> frozenset[str]:
        """Earlier marks that stand here under today's number."""
        return frozenset(one.same_as for one in self._sheet.marks if one.same_as)

    def _show_lines(self) -> None:
        lines = [
            MarkLine(
                mark.id,
                text("bodymap.numbered", number=number, mark=mark_name(mark)),
                self._known_of(mark),
            )
            for number, mark in enumerate(self._sheet.marks, start=1)
        ]
        removed = mark_name(self._removed[0]) if self._removed else None
        self._view.show_marks(lines, removed)

    def _known_of(self, mark: Mark) -> tuple[Text, ...]:
        said = sum(mark.id in account.about and bool(account.by or account.text) for account in self._sheet.accounts)
        lines = [text("bodymap.said", n=said) if said else text("bodymap.nothing_said")]
        if mark.found == "no":
            lines.insert(0, text("bodymap.not_found"))
        if not mark.certain and mark.kind != "unsure":
            lines.insert(0, text("bodymap.not_certain"))
        return tuple(lines)

    def _editing(self) -> Editing | None:
        mark = self._mark(self._chosen)
        if mark is None:
            return None
        number = self._sheet.marks.index(mark) + 1
        return Editing(
            mark=mark,
            heading=text("bodymap.numbered", number=number, mark=place_name(mark.region, mark.side)),
            sided=REGIONS[mark.region].sided,
            quiet=mark.region in DO_NOT_LOOK,
            heat=mark.kind in HURT_BY_HEAT,
            help_matters=mark.kind in HELP_MATTERS,
            dated=bool(ages_given(". ".join((mark.text, mark.shape)), of_a_mark=True)),
            parts=tuple((one, text(f"code.region.{one}")) for one in parts_of(mark.region)),
            clothes=self._sheet.clothes_stay_on and under_clothes(mark.region),
            earlier=tuple(
                (one.mark.id, text("bodymap.earlier", mark=mark_name(one.mark), when=one.when))
                for one in sorted(self._sheet.earlier, key=lambda one: one.mark.region != mark.region)
            ),
            accounts=self._accounts_of(mark),
            said_before=self._said_before(mark),
            others=tuple(
                (one.id, text("bodymap.numbered", number=index, mark=mark_name(one)))
                for index, one in enumerate(self._sheet.marks, start=1)
            ),
        )

    def _gone(self, accounts: Sequence[Account]) -> None:
        """Taken away: what was said to be one of them told again is told by itself."""
        for account in accounts:
            self._view.tell_account_removed(account.id)
            for one in self._sheet.accounts:
                if one.same_as == account.id:
                    self._put_account(replace(one, same_as=None))

    def _accounts_of(self, mark: Mark) -> tuple[Account, ...]:
        return tuple(account for account in self._sheet.accounts if mark.id in account.about)

    def _said_before(self, mark: Mark) -> dict[str, tuple[tuple[str, Text], ...]]:
        """For each account of a mark, those of earlier contacts on it and those that stand before it here."""
        sheet = self._sheet
        names = {one.id: one.name for one in (*sheet.people, *sheet.listeners)}
        mark_id = self._first(mark.id)
        before = [
            (one.account.id, text("bodymap.account.before", who=one.who, when=one.when, words=_words(one.account)))
            for one in sheet.said_earlier
            if mark_id in map(self._first, one.account.about)
        ]
        found = {}
        for account in self._accounts_of(mark):
            found[account.id] = tuple(before)
            if account.by or account.text:
                who = names.get(account.by, account.by) or "–"
                before.append((account.id, text("bodymap.account.before.here", who=who, words=_words(account))))
        return found

    def _first(self, mark: str) -> str:
        """The first sighting of a mark, as far as this sheet knows."""
        same = {one.id: one.same_as for one in (*self._sheet.marks, *(one.mark for one in self._sheet.earlier))}
        seen: set[str] = set()
        while (earlier := same.get(mark)) and mark not in seen:
            seen.add(mark)
            mark = earlier
        return mark


def _words(account: Account) -> Text | str:
    return account.text or (text(f"code.cause.{account.cause}") if account.cause else "–")


def _millimetres(typed: str) -> float | None:
    """A length of more than 0 and at most 2,000 mm; None when it cannot be read."""
    try:
        value = float(typed.strip().replace(",", "."))
    except ValueError:
        return None
    return value if 0 < value <= 2000 else None
