"""Proportions by age. Units: the whole figure is 1000 high, the crown at 0, the midline at x = 0; right half only."""

from dataclasses import dataclass

from figures.shapes import Pt


@dataclass(frozen=True)
class Face:
    """A face in head units: x in half widths of the head, y in head heights (crown 0, chin 1)."""

    half: tuple[Pt, ...]
    ear: tuple[float, float]  # from, to
    hair: float
    brow: float
    eye: float
    eye_size: tuple[float, float]
    nose: float
    nose_half: float
    mouth: float
    mouth_half: float


@dataclass(frozen=True)
class Build:
    """One age. `torso`: the outline from the neck down to the ankle; `inner`: from the ankle up to the crotch."""

    face: Face
    head_half: float
    head: float
    torso: tuple[Pt, ...]
    inner: tuple[Pt, ...]
    arm: tuple[Pt, Pt, Pt]
    arm_widths: tuple[tuple[float, float, float], ...]
    hand: float
    hand_wide: float
    hand_turn: float
    finger_long: float
    finger_plump: float
    foot: float
    rows: dict[str, float]
    chest_half: float


BUILDS: dict[str, Build] = {
    "infant": Build(
        face=Face(
            half=((0, 0), (0.34, 0.018), (0.65, 0.082), (0.90, 0.215), (1.0, 0.39), (0.965, 0.53), (0.965, 0.65),
                  (0.93, 0.77), (0.79, 0.885), (0.53, 0.965), (0.26, 0.995), (0, 1.0)),
            ear=(0.50, 0.74), hair=0.20, brow=0.475, eye=0.565, eye_size=(0.185, 0.036), nose=0.715, nose_half=0.15,
            mouth=0.825, mouth_half=0.25,
        ),
        head_half=84, head=240,
        torso=((50, 205), (49, 234), (55, 249), (80, 262), (104, 280), (108, 316), (100, 352), (102, 390), (109, 440),
               (113, 490), (111, 535), (112, 570), (120, 612), (123, 655), (117, 700), (106, 738), (102, 768),
               (106, 806), (104, 848), (92, 890), (85, 918), (84, 955)),
        inner=((42, 955), (41, 920), (36, 892), (28, 852), (24, 810), (29, 770), (27, 740), (17, 705), (7, 672),
            (0, 652)),
        arm=((98, 306), (166, 436), (236, 530)),
        arm_widths=((0, 33, 33), (0.2, 34, 34), (0.38, 33, 32), (0.54, 28, 28), (0.7, 31, 29), (0.86, 26, 25),
            (0.96, 20, 20),
                    (1, 20, 20)),
        hand=98, hand_wide=1.10, hand_turn=-30, finger_long=0.84, finger_plump=1.12, foot=72,
        rows={"collar": 283, "nipple": 372, "waist": 470, "navel": 492,
              "hip": 556, "crotch": 652, "knee": 758, "knee_half": 34,
            "ankle": 925},
        chest_half=50,
    ),
    "child": Build(
        face=Face(
            half=((0, 0), (0.33, 0.018), (0.64, 0.082), (0.89, 0.205), (1.0, 0.37), (0.985, 0.50), (0.955, 0.62),
                  (0.90, 0.735), (0.755, 0.86), (0.52, 0.95), (0.27, 0.99), (0, 1.0)),
            ear=(0.44, 0.69), hair=0.17, brow=0.43, eye=0.52, eye_size=(0.185, 0.030), nose=0.68, nose_half=0.155,
            mouth=0.795, mouth_half=0.28,
        ),
        head_half=61, head=173,
        torso=((35, 150), (34, 183), (37, 197), (58, 209), (84, 219), (106, 236), (106, 268), (95, 300), (93, 330),
               (88, 370), (83, 408), (84, 440), (89, 480), (93, 520), (94, 560), (91, 620), (84, 680), (77, 722),
               (76, 752), (79, 795), (75, 845), (64, 895), (58, 926), (60, 960)),
        inner=((27, 960), (28, 926), (25, 895), (19, 850), (16, 805), (20, 760), (22, 728), (18, 690), (10, 625),
               (4, 572), (0, 549)),
        arm=((95, 252), (145, 402), (189, 526)),
        arm_widths=((0, 28, 28), (0.15, 29, 28), (0.32, 27, 25), (0.46, 24, 22), (0.56, 22, 21), (0.68, 23, 21),
            (0.82, 19, 17),
                    (0.95, 14.5, 14.5), (1, 14.5, 14.5)),
        hand=102, hand_wide=1.0, hand_turn=-13, finger_long=0.95, finger_plump=1.03, foot=66,
        rows={"collar": 224, "nipple": 296, "waist": 405, "navel": 424,
              "hip": 474, "crotch": 549, "knee": 734, "knee_half": 30,
            "ankle": 932},
        chest_half=45,
    ),
    "adolescent": Build(
        face=Face(
            half=((0, 0), (0.33, 0.018), (0.63, 0.080), (0.88, 0.20), (0.985, 0.36), (0.98, 0.49), (0.95, 0.61),
                  (0.90, 0.715), (0.79, 0.835), (0.57, 0.935), (0.30, 0.988), (0, 1.0)),
            ear=(0.42, 0.66), hair=0.16, brow=0.41, eye=0.485, eye_size=(0.18, 0.026), nose=0.66, nose_half=0.165,
            mouth=0.775, mouth_half=0.30,
        ),
        head_half=47, head=138,
        torso=((34, 118), (33, 150), (36.5, 165), (60, 179), (92, 190), (116, 207), (120, 236), (104, 270), (99, 300),
               (91, 340), (81, 378), (79, 402), (85, 440), (93, 482), (96, 520), (94, 570), (86, 640), (76, 696),
               (73, 726), (77, 772), (73, 830), (60, 888), (54, 926), (56, 962)),
        inner=((25, 962), (26, 926), (23, 890), (17, 835), (13, 785), (18, 736), (20, 704), (15, 655), (7, 585),
               (2, 545), (0, 526)),
        arm=((104, 230), (159, 390), (203, 522)),
        arm_widths=((0, 30, 30), (0.15, 31, 29), (0.32, 28, 25), (0.46, 24, 22), (0.56, 22, 21), (0.67, 24, 21),
            (0.82, 19, 17),
                    (0.95, 14, 14), (1, 14, 14)),
        hand=104, hand_wide=0.96, hand_turn=-12, finger_long=1.0, finger_plump=1.0, foot=64,
        rows={"collar": 198, "nipple": 272, "waist": 380, "navel": 404,
              "hip": 462, "crotch": 526, "knee": 706, "knee_half": 29,
            "ankle": 932},
        chest_half=47,
    ),
}  # fmt: skip
