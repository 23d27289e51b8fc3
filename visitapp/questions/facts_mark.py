"""The facts of a mark. What each means stands beside its name; the words page is made from it."""

from visitapp.domain.marks import Account, Opinion
from visitapp.questions import injury, skin
from visitapp.questions.ages import said_age, under
from visitapp.questions.expression import Value
from visitapp.questions.marks import MarkSubject, find
from visitapp.questions.subjects import Evidence, Fact, Kind
from visitapp.words import text

_GRAVE = injury.BURNS | {"fracture", "bite"}
_SELF_INJURY = frozenset({"self_injury"})
_EMERGENCY = frozenset({"fracture", "head_injury"})


def _bruise(mark: MarkSubject) -> Value | None:
    return mark.mark.kind in injury.BRUISES if mark.certain else None


def _injury(mark: MarkSubject) -> Value | None:
    return mark.mark.kind not in injury.SKIN | _EMERGENCY if mark.certain else None


def _patterned(mark: MarkSubject) -> Value | None:
    if not injury.patterned(mark.mark):
        return False
    return True if mark.certain else None


def _burn(mark: MarkSubject) -> Value | None:
    return mark.certain or None if mark.mark.kind in injury.BURNS else False


def _bite(mark: MarkSubject) -> Value | None:
    return mark.certain or None if "bite" in (mark.mark.kind, mark.mark.pattern) else False


def _looks_otherwise(mark: MarkSubject) -> Evidence:
    """A question of its own: what was answered before it looked otherwise does not end it."""
    seen = mark.looks_otherwise
    return Evidence() if seen is None else Evidence((seen.item.contact,), step=seen.step)


def _said_for_health(mark: MarkSubject) -> Evidence:
    return _cause_on(mark, skin.FOR_HEALTH)


def _said_self_injury(mark: MarkSubject) -> Evidence:
    return _cause_on(mark, _SELF_INJURY)


def _cause_on(mark: MarkSubject, causes: frozenset[str]) -> Evidence:
    said = mark.said_cause(causes)
    if said is None:
        return Evidence()
    args = {"cause": text(f"ask.cause.{said.item.cause}"), "who": mark.known.called(said.item.by),
            "said": mark.known.day_of(said.item.contact, mark.day)}  # fmt: skip
    return Evidence((said.item.contact,), args, step=said.step)


def _accepted_on(mark: MarkSubject) -> Evidence:
    taken = mark.accepted
    if taken is None:
        return Evidence()
    said = mark.known.day_of(taken.item.contact, taken.kept.date)
    return Evidence((taken.item.contact,), {"said": said}, step=taken.step)


def _medical_by(mark: MarkSubject) -> Evidence:
    word = mark.called_medical
    if word is None:
        return Evidence()
    item = word.item
    contact = item.contact if isinstance(item, Account) else ""
    day = item.date.last() if isinstance(item, Opinion) and item.date is not None else word.kept.date
    args = {"who": mark.known.called(item.by), "said": mark.known.day_of(contact, day)}
    return Evidence((contact,) if contact else (), args, step=word.step)


def _medical_knew(mark: MarkSubject) -> Value | None:
    word = mark.called_medical
    return word is not None and isinstance(word.item, Opinion) and word.item.knew_history == "yes"


def _emergency(mark: MarkSubject) -> Value | None:
    scalp = mark.mark.kind == "swelling" and mark.mark.region == "scalp"
    if mark.mark.kind not in _EMERGENCY and not scalp and not injury.bleeds_in_mouth(mark.mark):
        return False
    return True if mark.certain else None


def _lone_scratch(mark: MarkSubject) -> Value | None:
    return mark.certain and mark.mark.kind == "scratch" and not mark.hurt.multiple and mark.mark.count in (None, 1)


def _grave(mark: MarkSubject) -> Value | None:
    if mark.confirmed_skin:
        return False
    rules = mark.rules
    if ("nm" in rules and not _lone_scratch(mark)) or "t4f" in rules:
        return True
    return mark.certain and (mark.mark.kind in _GRAVE or injury.patterned(mark.mark))


def _doubted(mark: MarkSubject) -> Value | None:
    return any(one.item.fits == "no" for one in mark.accounts)


def _doubted_on(mark: MarkSubject) -> Evidence:
    doubted = [one for one in mark.accounts if one.item.fits == "no"]
    contacts = tuple(dict.fromkeys(one.item.contact for one in doubted))
    return Evidence(contacts, {"said": mark.known.day_of(doubted[-1].item.contact, mark.day)} if doubted else {})


def _versions(mark: MarkSubject) -> Evidence:
    found = mark.versions(mark.after)
    days = sorted(mark.known.day_of(one.item.contact, mark.day) for one in found)
    contacts = dict.fromkeys(one.item.contact for one in found)
    args = {"versions": len(found), "first": days[0], "last": days[-1]} if days else {}
    return Evidence(tuple(contacts), args, step=max((one.step for one in found), default=None))


def _hours(mark: MarkSubject) -> Evidence:
    hours = mark.mark.hours_to_help
    said = text("ask.why.hours_unknown") if hours is None else text("ask.why.hours", hours=f"{hours.most:g}")
    return Evidence(args={"hours": said})


def _age(mark: MarkSubject, latest: bool) -> Value | None:
    if mark.age is None:
        return None
    return mark.age.latest if latest else mark.age.earliest


def _days_ago(mark: MarkSubject) -> Value | None:
    return max(0, (mark.known.today - mark.day).days)


def _age_settled(mark: MarkSubject) -> Value | None:
    limits = mark.limits
    ages = (limits.any_bruise_under_months, limits.not_mobile_under_months, limits.moving_expected_months, 24.0,
            limits.moving_taken_for_granted_months, limits.ten4_under_months)  # fmt: skip
    return all(under(mark.age, months) is not None for months in ages if months > 0)


def _any_bruise_age(mark: MarkSubject) -> Evidence:
    return Evidence(args={"under": said_age(mark.limits.any_bruise_under_months)})


def _ten4_age(mark: MarkSubject) -> Evidence:
    return Evidence(args={"under": said_age(mark.limits.ten4_under_months)})


def _moved(mark: MarkSubject) -> Evidence:
    child = mark.args()["child"]
    if mark.mobility.by_age:
        limit = said_age(mark.limits.not_mobile_under_months)
        return Evidence(args={"moved": text("ask.why.not_mobile.age", child=child, under=limit), "under": limit})
    return Evidence(args={"moved": text("ask.why.not_mobile", child=child)})


AGE, MOBILITY, REGION, WHAT = ("ask_age",), ("ask_age", "ask_mobility"), ("ask_region",), ("ask_kind",)

FACTS: tuple[Fact, ...] = (
    Fact("mark.age_earliest", "double", "the youngest that the child can have been on that day, in months",
         lambda mark: _age(mark, False), asked_by=AGE),
    Fact("mark.age_latest", "double", "the oldest that the child can have been on that day, in months",
         lambda mark: _age(mark, True), asked_by=AGE),
    Fact("mark.any_bruise_age", "bool", "the child was younger on that day than the settings say for any bruise to "
         "count (under 5 months)", lambda mark: under(mark.age, mark.limits.any_bruise_under_months), _any_bruise_age,
         asked_by=AGE),
    Fact("mark.under_24_months", "bool", "the child was under two on that day", lambda mark: under(mark.age, 24.0),
         asked_by=AGE),
    Fact("mark.ten4_age", "bool", "the child was of the ages of TEN-4-FACESp on that day, by the settings (under 48 "
         "months)", lambda mark: under(mark.age, mark.limits.ten4_under_months), _ten4_age, asked_by=AGE),
    Fact("mark.age_settled", "bool", "the child's age is known as closely as the rules on marks need it",
         _age_settled, costly=True),
    Fact("mark.mobile", "bool", "the child got about without help on that day (where no milestone is recorded: as "
         "the settings take it at that age)", lambda mark: mark.mobility.moves, _moved, asked_by=MOBILITY),
    Fact("mark.not_mobile_by_age", "bool", "the settings count every child of that age as not getting about, whatever "
         "it can do", lambda mark: mark.mobility.by_age),
    Fact("mark.disabled", "bool", "a disability of the child is recorded", lambda mark: mark.disabled),
    Fact("mark.mobility_unasked", "bool", "no milestone is recorded that says whether the child got about, and it "
         "should be asked", lambda mark: mark.mobility.ask),
    Fact("mark.certain", "bool", "it is known what the mark is", lambda mark: mark.certain),
    Fact("mark.kind", "string", "what it is, by the codes of the case file",
         lambda mark: mark.mark.kind if mark.certain else None, asked_by=WHAT),
    Fact("mark.bruise", "bool", "it is a bruise or petechiae", _bruise, asked_by=WHAT),
    Fact("mark.injury", "bool", "it is an injury of the skin, mouth or eye: not a birthmark, skin condition, fracture "
         "or head injury", _injury, asked_by=WHAT),
    Fact("mark.region", "string", "where it is, by the ids of the regions", lambda mark: mark.mark.region),
    Fact("mark.ten4_place", "bool", "TEN-4-FACESp names the place for a bruise",
         lambda mark: injury.ten4_place(mark.mark), asked_by=REGION),
    Fact("mark.mouth_or_eye", "bool", "it is in the mouth or on the white of the eye",
         lambda mark: injury.mouth_or_eye(mark.mark), asked_by=REGION),
    Fact("mark.patterned", "bool", "a pattern is recorded: hand, loop, line, implement, bite or ligature", _patterned,
         asked_by=WHAT),
    Fact("mark.burn", "bool", "it is a burn or a scald", _burn, asked_by=WHAT),
    Fact("mark.bite", "bool", "it is a bite, or its pattern is that of one", _bite, asked_by=WHAT),
    Fact("mark.emergency", "bool", "a fracture, a head injury, a swelling of the scalp or bleeding from the mouth",
         _emergency, asked_by=WHAT),
    Fact("mark.child_unwell", "bool", "the child seemed unwell at that contact: as its row says, else as words of "
         "that contact say", lambda mark: mark.child_unwell),
    Fact("mark.said_birthmark", "bool", "recorded as a birthmark or a condition of the skin",
         lambda mark: mark.said_skin),
    Fact("mark.skin_changed", "bool", "seen again it looked otherwise in kind, colour, shape or edge than when health "
         "said what it is, or than at first", lambda mark: mark.skin_changed, _looks_otherwise, costly=True),
    Fact("mark.confirmed_skin", "bool", "health confirmed a birthmark or a condition of the skin, and it looks as it "
         "did", lambda mark: mark.confirmed_skin),
    Fact("mark.health_opinion", "bool", "a health professional who knew the history has said what it is",
         lambda mark: mark.health_opinion),
    Fact("mark.lone_scratch", "bool", "a single scratch, with no other mark at that contact", _lone_scratch),
    Fact("mark.everyday", "bool", "a bruise on shin, knee or forehead of a mobile child, with an account by somebody "
         "who was there; without a pattern, a doubt or another version", lambda mark: mark.everyday, costly=True),
    Fact("mark.explained", "bool", "somebody was asked how it came and said something", lambda mark: mark.explained),
    Fact("mark.doubted", "bool", "the worker noted that an account does not fit", _doubted, _doubted_on),
    Fact("mark.cause_for_health", "bool", "an account names birth, a treatment, equipment or a procedure",
         lambda mark: mark.said_cause(skin.FOR_HEALTH) is not None, _said_for_health),
    Fact("mark.cause_self_injury", "bool", "an account says that the child hurt itself on purpose",
         lambda mark: mark.said_cause(_SELF_INJURY) is not None, _said_self_injury),
    Fact("mark.accepted", "bool", "a professional took an explanation for an accident",
         lambda mark: mark.accepted is not None, _accepted_on),
    Fact("mark.called_medical", "bool", "a health professional named a medical cause",
         lambda mark: mark.called_medical is not None, _medical_by),
    Fact("mark.medical_knew", "bool", "a health professional who knew the history named it", _medical_knew),
    Fact("mark.versions", "int", "how many different causes people named for it, where one is newer than the "
         "question's last answer; else 0", lambda mark: len(mark.versions(mark.after)), _versions, counts=True),
    Fact("mark.grave", "bool", "of the kind that health sees the same day, or a burn, scald, fracture or bite",
         _grave, costly=True),
    Fact("mark.care_sought", "bool", "health saw it, judged it, or was told of it",
         lambda mark: mark.care_sought, costly=True),
    Fact("mark.help_in_time", "bool", "it is recorded that help came within the hours of the settings",
         lambda mark: mark.help_in_time, _hours),
    Fact("mark.days_ago", "int", "days since it was seen", _days_ago),
    Fact("mark.recent", "bool", "seen within the window of the settings before today",
         lambda mark: mark.recent(mark.known.thresholds.mark_window_days)),
    Fact("mark.rules", "strings", "the injury rules that speak on it", lambda mark: list(mark.rules), costly=True),
)  # fmt: skip

KIND = Kind("mark", "a mark that was found on a child; the same mark seen again is one mark", find, FACTS)
