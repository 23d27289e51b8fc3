"""The injury rules of reference injury-rules.md, each with its source. Pure.

A rule speaks (True), has nothing to say (False), or cannot decide (None). It never scores, ranks or diagnoses, and
silence is no opinion on a mark. `m` in `awaits` marks what no stored source confirmed: built, and awaiting clinical
sign-off. A worker's own view that an account fits counts as unknown: no rule speaks on it and none is silenced by it.
"""

from collections.abc import Callable, Collection

from msgspec import Struct

from visitapp.domain.days import Age
from visitapp.domain.marks import Mark
from visitapp.domain.regions import REGIONS, Region
from visitapp.questions.ages import under

BRUISES = frozenset({"bruise", "petechiae"})
PATTERNS = frozenset({"hand", "loop", "line", "implement", "bite", "ligature"})
SKIN = frozenset({"birthmark", "skin_condition"})
BURNS = frozenset({"burn", "scald"})
CUTS = frozenset({"cut", "graze", "scratch", "scar"})
MOUTH = frozenset({"frenulum", "mouth_inside", "gum"})
TEN4_MONTHS, YOUNGEST_MONTHS, HEAD_MONTHS = 48.0, 5.0, 36.0

_PLACES = frozenset({"T", "E(ar)", "E", "N", "A", "C"})
_SIDES_OF_FACE = frozenset(
    {"eyelid", "eye_white", "around_eye", "ear", "behind_ear", "temple", "cheekbone", "cheek_fleshy", "jaw_body",
     "jaw_angle"}
)  # fmt: skip
_LIGATURE_PLACES = frozenset({"neck_front", "neck_side", "neck_back", "neck_unspecified", "ankle", "wrist"})
_CLOTHED = frozenset({"shoulder", "upper_arm", "thigh_front", "thigh_inner", "thigh_back"})
_NOT_TOUCHING_HEAT = frozenset({"hand_back", "sole", "buttock", "upper_back", "lower_back", "back_unspecified"})
_IMMERSED = frozenset({"buttock", "genital", "anal", "groin", "hand_back", "palm", "finger", "wrist",
                       "hand_unspecified"})  # fmt: skip


class Hurt(Struct, frozen=True, kw_only=True):
    """A mark with what the rules need to know of it.

    `moves`: got about without help then; `unsuitable`: nothing, nothing that fits or nothing that agrees was said of
    it (None: something was said, and whether it fits is for health to say); `others`: how many marks beside it at that
    contact; `causes`: what was said; `nobody_there`: everybody who spoke says that they were not there; `medical`,
    `accidental`: health says so; `inflicted`: health says so of another mark of this child.
    """

    mark: Mark
    age: Age | None
    moves: bool | None
    unsuitable: bool | None
    others: int = 0
    causes: Collection[str] = ()
    nobody_there: bool = False
    medical: bool = False
    accidental: bool = False
    inflicted: bool = False

    @property
    def region(self) -> Region:
        """Its place; marks of an unknown place are at `unspecified`."""
        return REGIONS.get(self.mark.region, REGIONS["unspecified"])

    @property
    def certain(self) -> bool:
        """Whether it is known what it is."""
        return self.mark.certain and self.mark.kind != "unsure"

    @property
    def multiple(self) -> bool:
        """Several marks, or one recorded as several."""
        return self.others > 0 or (self.mark.count or 1) > 1 or (self.mark.areas or 1) > 1


class Rule(Struct, frozen=True):
    """A rule by the name that vectors give it, what it says in short, its source, and what awaits clinical sign-off."""

    id: str
    says: str
    source: str
    speaks: Callable[[Hurt], bool | None]
    awaits: str = ""


def ten4_place(mark: Mark) -> bool | None:
    """Whether TEN-4-FACESp names the place for a bruise; None where the part must be asked for first."""
    letter = REGIONS.get(mark.region, REGIONS["unspecified"]).ten4
    return None if letter == "ask" else letter in _PLACES


def mouth_or_eye(mark: Mark) -> bool | None:
    """Whether it is in the mouth or on the white of the eye, where any mark counts; None where that is not stated."""
    if mark.region in MOUTH or mark.region == "eye_white":
        return True
    return None if mark.region in ("face_unspecified", "head_unspecified", "unspecified") else False


def patterned(mark: Mark) -> bool:
    """Whether a pattern is recorded: hand, loop, line, implement, bite or ligature."""
    return mark.pattern in PATTERNS or mark.kind == "bite"


def ten4(hurt: Hurt) -> bool | None:
    """TEN-4-FACESp. Outside its ages it has nothing to say, which is no opinion."""
    young = under(hurt.age, TEN4_MONTHS)
    if young is False:
        return False
    bruise = hurt.mark.kind in BRUISES
    if hurt.mark.kind in SKIN or hurt.mark.kind in ("fracture", "head_injury"):
        return False
    any_kind = mouth_or_eye(hurt.mark)
    found = [
        bruise and under(hurt.age, YOUNGEST_MONTHS),
        ten4_place(hurt.mark) if bruise else False,
        any_kind,
        patterned(hurt.mark) and (bruise or hurt.mark.kind == "bite"),
    ]
    return _all([young, _any(found)])


def outside_ages(hurt: Hurt) -> bool:
    """Whether the child is too old for TEN-4-FACESp: say so, and never "negative"."""
    return hurt.certain and hurt.mark.kind in BRUISES and under(hurt.age, TEN4_MONTHS) is False


def _hand_or_object(hurt: Hurt) -> bool | None:
    return hurt.mark.kind in BRUISES and hurt.mark.pattern in PATTERNS


def _bruise_without_cause(hurt: Hurt) -> bool | None:
    if hurt.mark.kind not in BRUISES or hurt.medical:
        return False
    feature = _any([_not(hurt.moves), hurt.multiple, hurt.region.soft])
    return _all([feature, hurt.unsuitable])


def _human_bite(hurt: Hurt) -> bool | None:
    if not (hurt.mark.kind == "bite" or hurt.mark.pattern == "bite"):
        return False
    if "pet" in hurt.causes:
        return True if hurt.unsuitable else None
    if {"sibling", "other_child", "self"} & set(hurt.causes):
        return True if hurt.unsuitable else None
    return True


def _animal_bite(hurt: Hurt) -> bool | None:
    if hurt.mark.kind != "bite" or "pet" not in hurt.causes:
        return False
    return True if hurt.nobody_there else None


def _cut_without_cause(hurt: Hurt) -> bool | None:
    if hurt.mark.kind not in CUTS or hurt.medical:
        return False
    region = hurt.region
    place = (
        region.id in _SIDES_OF_FACE or region.id in _LIGATURE_PLACES or region.id in _CLOTHED or region.group == "torso"
    )
    feature = _any([_not(hurt.moves), hurt.multiple, hurt.mark.side == "both", place])
    return _all([feature, hurt.unsuitable])


def _burn(hurt: Hurt) -> bool | None:
    if hurt.mark.kind not in BURNS:
        return False
    return _any(
        [
            hurt.unsuitable,
            _not(hurt.moves),
            hurt.region.id in _NOT_TOUCHING_HEAT,
            hurt.mark.pattern in PATTERNS,
            _immersion(hurt),
        ]
    )


def _immersion(hurt: Hurt) -> bool | None:
    if hurt.mark.kind not in BURNS:
        return False
    place = hurt.region.group == "leg" or hurt.region.id in _IMMERSED
    if not place or hurt.mark.edges == "irregular":
        return False
    return True if hurt.mark.edges == "level" else None


def _fracture(hurt: Hurt) -> bool | None:
    return hurt.mark.kind == "fracture" and not hurt.medical


def _head(hurt: Hurt) -> bool | None:
    if hurt.mark.kind != "head_injury" or hurt.medical or hurt.accidental:
        return False
    return _any([hurt.unsuitable, under(hurt.age, HEAD_MONTHS), hurt.inflicted])


def _mouth_or_eye_injury(hurt: Hurt) -> bool | None:
    if hurt.medical or hurt.mark.kind in SKIN:
        return False
    if hurt.mark.region not in MOUTH and hurt.mark.region not in ("lips", "eye_white"):
        return False
    return hurt.unsuitable


def _not_mobile(hurt: Hurt) -> bool | None:
    return False if hurt.mark.kind in SKIN else _not(hurt.moves)


_CG89 = "NICE CG89 (paraphrased from a stored summary)"
RULES: tuple[Rule, ...] = (
    Rule("t4f", "a bruise on a child under four, at a place or of a form named by TEN-4-FACESp", "Pierce 2021 (JAMA "
         "Netw Open 4(4):e215832)", ten4, "which parts of the torso count"),
    Rule("b1", "a bruise shaped like a hand, a ligature, teeth or an object", _CG89, _hand_or_object),
    Rule("b2", "bruises without a suitable explanation: not mobile, several, or at a soft place", _CG89,
         _bruise_without_cause, "ankles and wrists; the definition of independently mobile of 3 December 2025"),
    Rule("bi1", "a human bite not thought to be a young child's", _CG89, _human_bite),
    Rule("bi2", "an animal bite on a child whom nobody was with", _CG89, _animal_bite, "all of it"),
    Rule("l1", "a cut, graze or scar without a suitable explanation: not mobile, several, both sides, or an unusual "
         "place", _CG89, _cut_without_cause),
    Rule("h1", "a burn or scald: not explained, not mobile, a place or form not expected by accident", _CG89, _burn),
    Rule("h2", "a burn or scald with level edges where a child would be held in water", "NICE CG89; RCPCH burns "
         "review", _immersion, "the wording of CG89"),
    Rule("f1", "a fracture without a known bone condition", _CG89, _fracture),
    Rule("hd1", "a head injury under three, without a suitable explanation, or beside another injury", _CG89, _head),
    Rule("x1", "an injury of the mouth or eye without a suitable explanation", _CG89, _mouth_or_eye_injury,
         "all of it"),
    Rule("nm", "a mark on a child who does not get about without help", "NICE CG89 1.1.2; Panel Briefing 1 (2022)",
         _not_mobile, "the definition of independently mobile of 3 December 2025"),
)  # fmt: skip


def spoken(hurt: Hurt) -> tuple[str, ...]:
    """The ids of the rules that speak. Of an uncertain mark only `nm` does: the others ask what it is first."""
    if not hurt.certain:
        return ("nm",) if _not_mobile(hurt) else ()
    return tuple(rule.id for rule in RULES if rule.speaks(hurt) is True)


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _any(values: list[bool | None]) -> bool | None:
    if any(value is True for value in values):
        return True
    return None if any(value is None for value in values) else False


def _all(values: list[bool | None]) -> bool | None:
    if any(value is False for value in values):
        return False
    return None if any(value is None for value in values) else True
