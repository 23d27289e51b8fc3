"""What was added, each in one line of words. Pure: no Qt."""

from collections.abc import Callable, Iterable
from typing import Any

from visitapp.domain.contact import Measure, Observation
from visitapp.domain.draft import Draft
from visitapp.domain.family import Address, Partnership, Person, Plan, Professional, Stay
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Worry, WorryUpdate
from visitapp.domain.marks import Mark, Opinion
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.wording import mark_words
from visitapp.words import Names, Say


def particular_words(say: Say, family: Family, items: Iterable[AnyItem], draft: Draft) -> list[tuple[str, str]]:
    """Each as (id, words)."""
    wording = _Wording(say, family, draft)
    return [(one.id, " · ".join(part for part in wording.parts(one) if part)) for one in items]


class _Wording:
    """Names come from the draft first: somebody may have been named here for the first time."""

    def __init__(self, say: Say, family: Family, draft: Draft) -> None:
        self._say, self._family = say, family
        self._new = {
            one.id: one.called if isinstance(one, Professional) else one.name
            for one in draft.items
            if isinstance(one, Person | Professional)
        }
        self._marks = {one.id: one for one in (*family.case.marks, *draft.of(Mark))}

    def _name(self, who: str) -> str:
        return self._new.get(who) or self._family.called(who.removeprefix("child:")) if who else ""

    def parts(self, item: AnyItem) -> tuple[str, ...]:
        """The words of one item, part by part."""
        ways: dict[type, Callable[[Any], tuple[str, ...]]] = {
            Observation: self._observation,
            Worry: self._worry,
            WorryUpdate: self._update,
            Measure: self._measure,
            Opinion: self._opinion,
            Stay: self._stay,
            Partnership: self._partners,
            Person: lambda one: (self._say("visit.particular.household.he_looks_after", who=one.name),),
            Address: self._address,
            Plan: self._plan,
            Professional: lambda one: (one.called, one.role if one.name else "", one.agency),
        }
        return ways[type(item)](item)

    def _worry(self, item: Worry) -> tuple[str, ...]:
        read_back = self._truth("worry.read_back", item.read_back)
        return (self._say("visit.particular.worry.from", by=self._name(item.by)), self._name(item.about), item.text,
                read_back)  # fmt: skip

    def _measure(self, item: Measure) -> tuple[str, ...]:
        what = self._say(f"code.measure.{item.what}")
        return (self._name(item.child), f"{what} {item.value:g}", item.centile, self._name(item.by))

    def _opinion(self, item: Opinion) -> tuple[str, ...]:
        mark = self._marks.get(item.mark)
        of = mark_words(self._say, self._family, mark) if mark is not None else ""
        knew = self._truth("opinion.knew", item.knew_history)
        return (of, self._name(item.by), self._say(f"code.opinion.{item.says}"), knew, item.text)

    def _partners(self, item: Partnership) -> tuple[str, ...]:
        one, other = self._name(item.person), self._name(item.partner_of)
        return (self._say("visit.particular.household.are_partners", one=one, other=other),)

    def _plan(self, item: Plan) -> tuple[str, ...]:
        ended = item.until is not None
        plan, child = self._say(f"code.plan.{item.kind}"), self._name(item.child)
        words = f"visit.particular.plan.{'ended' if ended else 'begun'}"
        return (self._say(words, plan=plan, child=child, day=item.until if ended else item.since or "–"),)

    def _address(self, item: Address) -> tuple[str, ...]:
        since = self._say("visit.particular.address.since_day", day=item.since) if item.since else ""
        kept = Names(self._name(one) for one in item.keep_from)
        not_to = self._say("visit.particular.address.not_to", names=kept) if kept else ""
        return (item.label, since, item.safety, not_to)

    def _observation(self, item: Observation) -> tuple[str, ...]:
        say = self._say
        parts = [say(f"code.topic.{item.topic}")] if item.topic else []
        source = say(f"code.source.{item.source}")
        parts += [f"{source}: {self._name(item.by)}" if item.by else source, self._name(item.about), item.text]
        parts += [say("visit.day", day=item.on)] if item.on else []
        parts += [say(f"code.tone.{item.tone}")] if item.tone else []
        parts += [say("visit.particular.observation.child_changed")] if item.change_for_child else []
        parts += [say("visit.particular.observation.worked_with_us")] if item.cooperative else []
        return tuple(parts)

    def _update(self, item: WorryUpdate) -> tuple[str, ...]:
        earlier = next((one for one in self._family.case.of(Worry) if one.id == item.worry), None)
        by = self._name(earlier.by) if earlier is not None else ""
        return (
            self._say("visit.particular.worry.from", by=by),
            self._truth("earlier_worry.spoken_to", item.spoken_to),
            self._truth("earlier_worry.withdrawn", item.withdrawn),
            self._say(f"code.label.{item.called}") if item.called else "",
            item.text,
        )

    def _stay(self, item: Stay) -> tuple[str, ...]:
        who, name = self._name(item.person), "visit.particular.household"
        if item.until is not None:
            return (self._say(f"{name}.left_on", who=who, day=item.until),)
        if item.until_unknown:
            return (self._say(f"{name}.left", who=who),)
        return (self._say(f"{name}.lives_since", who=who, day=item.since) if item.since else who,)

    def _truth(self, name: str, truth: str) -> str:
        if truth == "unknown":
            return ""
        return f"{self._say(f'visit.particular.{name}')} {self._say(f'code.truth.{truth}').lower()}"
