"""The people of a case in words for the page: what the records say of each, and when we came to know. Pure: no Qt."""

from collections.abc import Iterable

from msgspec import Struct

from visitapp.actions.family import PeopleOfCase
from visitapp.domain.case import Kept
from visitapp.domain.family import Address, Child, LivedAt, Partnership, Person, Professional, Stay
from visitapp.domain.standing import household
from visitapp.words import Names, Say, said_date

Pair = tuple[str, str]


class OneWords(Struct, frozen=True):
    """One person, child, address or professional: a name, who that is, facts as (label, words)."""

    name: str
    who: str
    facts: tuple[Pair, ...]


class FamilyWords(Struct, frozen=True):
    """The whole page. `careful`: sentences on what must not be told, and to whom. Groups are (heading, people)."""

    title: str
    careful: tuple[str, ...]
    groups: tuple[tuple[str, tuple[OneWords, ...]], ...]


def words(say: Say, found: PeopleOfCase) -> FamilyWords:
    """Everything that the page says."""
    telling = _Telling(say, found)
    case = found.case
    here = {person.id for person in household(case, found.today)}
    people = [(person.id in here, telling.person(person)) for person in case.people.values()]
    groups = (
        ("people_of.household", tuple(one for inside, one in people if inside)),
        ("people_of.around", tuple(one for inside, one in people if not inside)),
        ("people_of.children", tuple(telling.child(child) for child in case.children)),
        ("people_of.addresses", tuple(telling.address(address) for address in case.of(Address))),
        ("people_of.professionals", tuple(telling.professional(one) for one in case.professionals.values())),
    )
    title = say("people_of.of", title=found.title)
    shown = tuple((say(heading), these) for heading, these in groups if these)
    return FamilyWords(title, tuple(telling.careful()), shown)


class _Telling:
    """Says what the records hold of somebody."""

    def __init__(self, say: Say, found: PeopleOfCase) -> None:
        self._say, self._case, self._kept_from = say, found.case, found.kept_from
        self._by_type: dict[type, list[Kept]] = {}
        for kept in found.case.kept:
            self._by_type.setdefault(type(kept.item), []).append(kept)

    def careful(self) -> Iterable[str]:
        """Who must not learn an address; and how many entries are marked as not to be told to somebody."""
        case, say = self._case, self._say
        for address in case.of(Address):
            if address.keep_from:
                names = Names(case.name(person) for person in address.keep_from)
                yield say("people_of.keep_address", address=address.label, names=names)
        for person, n in self._kept_from:
            yield say("people_of.keep_entries", who=case.name(person), n=n)

    def person(self, person: Person) -> OneWords:
        """A grown-up or another child of the home."""
        say, case = self._say, self._case
        facts = [
            (say("people_of.stay"), self._stay(kept, kept.item))
            for kept in self._by_type.get(Stay, ())
            if isinstance(kept.item, Stay) and kept.item.person == person.id
        ]
        partners = [
            other
            for pair in case.of(Partnership)
            for one, other in ((pair.person, pair.partner_of), (pair.partner_of, pair.person))
            if one == person.id
        ]
        if partners:
            names = Names(dict.fromkeys(map(case.name, partners)))
            facts.append((say("people_of.partner_of"), say("people_of.names", names=names)))
        if person.male_carer:
            facts.append((say("people_of.looks_after"), say("code.truth.yes")))
        children = [child.name for child in case.children if person.id in child.parental_responsibility]
        if children:
            facts.append((say("overview.responsibility"), say("people_of.names", names=Names(children))))
        met = [one for one in case.contacts if person.id in one.present and case.ours(one)]
        if met:
            last = max(met, key=lambda one: one.last_day())
            facts.append((say("people_of.met"), say("people_of.met_last", day=last.date, n=len(met))))
        elif not person.child:
            facts.append((say("people_of.met"), say("people_of.not_met")))
        facts += self._known(person.id)
        return OneWords(person.name, person.relation, tuple(facts))

    def _known(self, item: str) -> list[Pair]:
        kept = self._case.kept_by_id.get(item)
        if kept is None or kept.known_on is None:
            return []
        return [(self._say("people_of.known"), said_date(kept.known_on))]

    def _stay(self, kept: Kept, stay: Stay) -> str:
        say = self._say
        since = say("people_of.since", day=stay.since) if stay.since is not None else say("people_of.since_unknown")
        if stay.until_unknown:
            words = say("people_of.left", since=since)
        elif stay.until is not None:
            words = say("people_of.until", since=since, until=stay.until)
        else:
            words = since
        late = stay.since is not None and kept.known_on is not None and kept.known_on > stay.since.last()
        return say("people_of.learned", stay=words, day=kept.known_on) if late else words

    def child(self, child: Child) -> OneWords:
        """Where a child lived, and with whom."""
        say, case = self._say, self._case
        facts = []
        for place in case.of(LivedAt):
            if place.child != child.id:
                continue
            names = Names(case.name(one) for one in place.people)
            where = say("people_of.lived_with", place=place.place, names=names) if names else place.place
            facts.append((self._span(place.since, place.until), where))
        if not facts:
            facts.append((say("people_of.stay"), say("people_of.not_met")))
        if child.parental_responsibility:
            names = Names(case.name(one) for one in child.parental_responsibility)
            facts.append((say("overview.responsibility"), say("people_of.names", names=names)))
        if child.school:
            facts.append((say("overview.school"), child.school))
        return OneWords(child.name, "", tuple(facts))

    def _span(self, since: object, until: object) -> str:
        say = self._say
        began = say("people_of.since", day=since) if since is not None else say("people_of.since_unknown")
        return say("people_of.until", since=began, until=until) if until is not None else began

    def address(self, address: Address) -> OneWords:
        """An address, when the family lived there, what to know before going, and who must not learn it."""
        say = self._say
        facts = [(say("people_of.stay"), self._span(address.since, address.until))]
        if address.safety:
            facts.append((say("overview.safety"), address.safety))
        if address.keep_from:
            names = Names(self._case.name(one) for one in address.keep_from)
            facts.append((say("people_of.not_to"), say("people_of.names", names=names)))
        facts += self._known(address.id)
        return OneWords(address.label, "", tuple(facts))

    def professional(self, one: Professional) -> OneWords:
        """Somebody who works with the family."""
        say, case = self._say, self._case
        sector = say(f"code.sector.{one.sector}")
        role = one.role if one.name else ""
        facts = [(say("people_of.agency"), ", ".join(part for part in (one.agency, sector) if part))]
        if one.languages:
            facts.append((say("people_of.languages"), ", ".join(one.languages)))
        made = [each for each in case.contacts if one.id in (each.by, *each.also_by)]
        if made:
            last = max(made, key=lambda each: each.last_day())
            facts.append((say("people_of.last_contact"), say("people_of.met_last", day=last.date, n=len(made))))
        return OneWords(one.called, role, tuple(facts))
