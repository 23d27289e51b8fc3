"""When the injury rules of reference injury-rules.md speak. Pure. Sources, limits and words: rules.py.

A rule speaks (True), has nothing to say (False), or cannot decide (None). It never scores, ranks or diagnoses, and
silence is no opinion on a mark. A worker's own view that an account fits counts as unknown: no rule speaks on it and
none is silenced by it.
"""

from collections.abc import Callable, Collection

from msgspec import Struct

from visitapp.domain.days import Age
from visitapp.domain.marks import Mark
from visitapp.domain.organisation import Thresholds
from visitapp.domain.regions import REGIONS, Region
from visitapp.questions.ages import under
from visitapp.questions.signs import says_blood

BRUISES = frozenset({"bruise", "petechiae"})
PATTERNS = frozenset({"hand", "loop", "line", "implement", "bite", "ligature"})
SKIN = frozenset({"birthmark", "skin_condition"})
BURNS = frozenset({"burn", "scald"})
CUTS = frozenset({"cut", "graze", "scratch", "scar"})
MOUTH = frozenset({"frenulum", "mouth_inside", "gum"})

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
    `accidental`: health says so; `inflicted`: health says so of another mark of this child. `limits`: the ages and
    milestones of the organisation's settings.
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
    limits: Thresholds = Thresholds()

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


def bleeds_in_mouth(mark: Mark) -> bool:
    """Whether it is a cut inside the mouth, or a mark there or on the lips of which it is recorded that it bleeds."""
    if mark.region not in MOUTH and mark.region != "lips":
        return False
    cut = mark.kind == "cut" and mark.region in MOUTH
    bleeds = any(one.what == "bleeding" and one.there == "yes" for one in mark.features)
    return cut or bleeds or any(says_blood(words) for words in (mark.text, mark.felt, mark.shape))


def ten4(hurt: Hurt) -> bool | None:
    """TEN-4-FACESp. Outside its ages it has nothing to say, which is no opinion."""
    young = under(hurt.age, hurt.limits.ten4_under_months)
    if young is False:
        return False
    bruise = hurt.mark.kind in BRUISES
    if hurt.mark.kind in SKIN or hurt.mark.kind in ("fracture", "head_injury"):
        return False
    any_kind = mouth_or_eye(hurt.mark)
    found = [
        bruise and under(hurt.age, hurt.limits.any_bruise_under_months),
        ten4_place(hurt.mark) if bruise else False,
        any_kind,
        patterned(hurt.mark) and (bruise or hurt.mark.kind == "bite"),
    ]
    return _all([young, _any(found)])


def outside_ages(hurt: Hurt) -> bool:
    """Whether the child is too old for TEN-4-FACESp, and it could speak on the mark: say so, and never "negative"."""
    speaks_on = hurt.mark.kind in BRUISES or (
        mouth_or_eye(hurt.mark) is True and hurt.mark.kind not in SKIN | {"fracture", "head_injury"}
    )
    return hurt.certain and speaks_on and under(hurt.age, hurt.limits.ten4_under_months) is False


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
    return _any([hurt.unsuitable, under(hurt.age, hurt.limits.head_injury_under_months), hurt.inflicted])


def _mouth_or_eye_injury(hurt: Hurt) -> bool | None:
    if hurt.medical or hurt.mark.kind in SKIN:
        return False
    if hurt.mark.region not in MOUTH and hurt.mark.region not in ("lips", "eye_white"):
        return False
    return hurt.unsuitable


def _not_mobile(hurt: Hurt) -> bool | None:
    return False if hurt.mark.kind in SKIN else _not(hurt.moves)


RULES: dict[str, Callable[[Hurt], bool | None]] = {
    "t4f": ten4,
    "b1": _hand_or_object,
    "b2": _bruise_without_cause,
    "bi1": _human_bite,
    "bi2": _animal_bite,
    "l1": _cut_without_cause,
    "h1": _burn,
    "h2": _immersion,
    "f1": _fracture,
    "hd1": _head,
    "x1": _mouth_or_eye_injury,
    "nm": _not_mobile,
}
"""The rules by the names that the vectors give them; what each says, in whom and its limits stand in rules.py."""


def spoken(hurt: Hurt) -> tuple[str, ...]:
    """The ids of the rules that speak. Of an uncertain mark only `nm` does: the others ask what it is first."""
    if not hurt.certain:
        return ("nm",) if _not_mobile(hurt) else ()
    return tuple(id_ for id_, speaks in RULES.items() if speaks(hurt) is True)


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _any(values: list[bool | None]) -> bool | None:
    if True in values:
        return True
    return None if None in values else False


def _all(values: list[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True
