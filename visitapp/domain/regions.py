"""The places of the body by their ids, and what the injury rules need to know of each.

From reference regions.csv. `views`: the drawings on which a place can be pointed at. `ten4`: its letter there,
`ask` where the part must be asked first, empty where the rule does not name it. `soft`: named by NICE CG89 as soft or
unusual. `bony`: over bone, None where the place is not stated closely enough.
"""

from typing import Annotated

from msgspec import Meta, Struct


class Region(Struct, frozen=True):
    """One place of the body. Sides are the child's own."""

    id: str
    label: str
    sided: bool
    views: tuple[str, ...]
    group: str
    bony: bool | None
    ten4: str
    soft: bool


_ALL = (
    Region("scalp", "Scalp", False, ("head_back", "head_left", "head_right", "back"), "head", True, "", False),
    Region("forehead", "Forehead", False, ("front", "head_front"), "head", True, "", False),
    Region(
        "behind_ear", "Behind the ear", True, ("head_left", "head_right", "head_back"), "head", False, "E(ar)", True
    ),
    Region("eyebrow", "Eyebrow", True, ("head_front",), "head", True, "", False),
    Region("gum", "Gum", False, ("mouth",), "head", False, "", True),
    Region("armpit", "Armpit", True, ("front",), "torso", False, "T", True),
    Region("groin", "Groin", True, ("front",), "torso", False, "T", True),
    Region("temple", "Temple", True, ("head_left", "head_right", "head_front"), "head", False, "", False),
    Region("eyelid", "Eyelid", True, ("head_front", "front"), "head", False, "E", True),
    Region("eye_white", "White of the eye (subconjunctiva)", True, ("head_front",), "head", False, "S", True),
    Region("around_eye", "Around the eye (socket)", True, ("head_front", "front"), "head", False, "", True),
    Region("ear", "Ear (either surface)", True, ("head_left", "head_right"), "head", False, "E(ar)", True),
    Region("nose", "Nose", False, ("head_front", "front"), "head", True, "", False),
    Region(
        "cheekbone",
        "Cheek over the cheekbone",
        True,
        ("head_front", "head_left", "head_right"),
        "head",
        True,
        "",
        False,
    ),
    Region(
        "cheek_fleshy",
        "Cheek (fleshy part)",
        True,
        ("head_front", "head_left", "head_right", "front"),
        "head",
        False,
        "C",
        True,
    ),
    Region("cheek_unspecified", "Cheek (part not stated)", True, ("head_front",), "head", None, "ask", False),
    Region("lips", "Lips", False, ("head_front",), "head", False, "", False),
    Region("frenulum", "Frenulum (lip or tongue)", False, ("mouth",), "head", False, "F", True),
    Region("mouth_inside", "Inside the mouth", False, ("mouth",), "head", False, "", True),
    Region("chin", "Chin", False, ("head_front", "front"), "head", True, "", False),
    Region("jaw_body", "Jaw (body)", True, ("head_left", "head_right"), "head", True, "", False),
    Region("jaw_angle", "Angle of the jaw", True, ("head_left", "head_right"), "head", False, "A", True),
    Region("face_unspecified", "Face (part not stated)", False, ("head_front",), "head", None, "ask", False),
    Region("neck_front", "Neck (front)", False, ("front", "head_front"), "neck", False, "N", True),
    Region("neck_side", "Neck (side)", True, ("head_left", "head_right"), "neck", False, "N", True),
    Region("neck_back", "Neck (back)", False, ("back", "head_back"), "neck", False, "N", True),
    Region("chest", "Chest", False, ("front",), "torso", False, "T", True),
    Region("abdomen", "Abdomen", False, ("front",), "torso", False, "T", True),
    Region("flank", "Flank", True, ("front", "back"), "torso", False, "T", True),
    Region("upper_back", "Upper back", False, ("back",), "torso", False, "T", True),
    Region("lower_back", "Lower back", False, ("back",), "torso", False, "T", True),
    Region("buttock", "Buttock", True, ("back",), "torso", False, "T", True),
    Region("hip", "Hip", True, ("front", "back"), "torso", False, "T", False),
    Region("genital", "Genital area", False, ("front",), "torso", False, "T", True),
    Region("anal", "Anal area", False, ("back",), "torso", False, "T", True),
    Region("torso_unspecified", "Torso (part not stated)", False, ("front", "back"), "torso", None, "T", False),
    Region("back_unspecified", "Back (part not stated)", False, ("back",), "torso", None, "T", True),
    Region("shoulder", "Shoulder", True, ("front", "back"), "arm", True, "", False),
    Region("upper_arm", "Upper arm", True, ("front", "back"), "arm", False, "", True),
    Region("elbow", "Elbow", True, ("back",), "arm", True, "", False),
    Region("forearm", "Forearm", True, ("front", "back"), "arm", True, "", False),
    Region("wrist", "Wrist", True, ("front", "back"), "arm", False, "", True),
    Region("hand_back", "Back of the hand", True, ("hands_back",), "arm", False, "", True),
    Region("palm", "Palm", True, ("hands_palm",), "arm", False, "", False),
    Region("finger", "Finger or thumb", True, ("hands_back", "hands_palm"), "arm", False, "", False),
    Region("thigh_front", "Thigh (front)", True, ("front",), "leg", False, "", True),
    Region("thigh_inner", "Thigh (inner)", True, ("front", "back"), "leg", False, "", True),
    Region("thigh_back", "Thigh (back)", True, ("back",), "leg", False, "", True),
    Region("knee", "Knee", True, ("front",), "leg", True, "", False),
    Region("shin", "Shin", True, ("front",), "leg", True, "", False),
    Region("calf", "Calf", True, ("back",), "leg", False, "", True),
    Region("ankle", "Ankle", True, ("front", "back"), "leg", False, "", True),
    Region("foot_top", "Top of the foot", True, ("feet_top",), "leg", False, "", False),
    Region("sole", "Sole of the foot", True, ("feet_sole",), "leg", False, "", True),
    Region("toe", "Toe", True, ("feet_top", "feet_sole"), "leg", False, "", False),
    Region(
        "head_unspecified",
        "Head (part not stated)",
        True,
        ("head_front", "head_left", "head_right", "head_back"),
        "head",
        None,
        "ask",
        False,
    ),
    Region("neck_unspecified", "Neck (side not stated)", False, ("front", "back"), "neck", False, "N", True),
    Region("arm_unspecified", "Arm (part not stated)", True, ("front", "back"), "arm", None, "", False),
    Region("hand_unspecified", "Hand (part not stated)", True, ("hands_back", "hands_palm"), "arm", None, "", False),
    Region("leg_unspecified", "Leg (part not stated)", True, ("front", "back"), "leg", None, "", False),
    Region("foot_unspecified", "Foot (part not stated)", True, ("feet_top", "feet_sole"), "leg", None, "", False),
    Region("unspecified", "Place not stated", False, (), "unknown", None, "ask", False),
)

REGIONS: dict[str, Region] = {region.id: region for region in _ALL}
"""Every place by its id, in the order of the reference."""
RegionId = Annotated[str, Meta(pattern=rf"\A(?:{'|'.join(REGIONS)})\Z")]
"""Any other is of a newer version: there is no word for it here, and no rule knows it."""
