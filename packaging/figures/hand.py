"""A hand: fingers up, wrist at (0, 0), thumb on the right. Units: wrist crease to tip of the middle finger = 1."""

from figures.shapes import Pt, Ring, curve, limb, mix

# base, tip, half width at the base and at the tip
FINGERS: tuple[tuple[Pt, Pt, float, float], ...] = (
    ((0.150, -0.47), (0.205, -0.895), 0.049, 0.038),
    ((0.048, -0.49), (0.060, -0.965), 0.051, 0.039),
    ((-0.058, -0.48), (-0.088, -0.905), 0.048, 0.037),
    ((-0.155, -0.43), (-0.222, -0.755), 0.043, 0.033),
)
THUMB: tuple[Pt, ...] = ((0.115, -0.13), (0.235, -0.27), (0.315, -0.40), (0.365, -0.53))
PALM: tuple[Pt, ...] = (
    (-0.145, 0.04), (-0.160, -0.05), (-0.190, -0.17), (-0.205, -0.32), (-0.198, -0.45), (-0.150, -0.515),
    (-0.05, -0.545),
    (0.05, -0.550), (0.150, -0.530), (0.200, -0.47), (0.205, -0.38), (0.205, -0.28), (0.200, -0.16), (0.165, -0.05),
    (0.145, 0.04),
)  # fmt: skip


def finger(base: Pt, tip: Pt, wide: float, narrow: float, short: float = 1.0) -> Ring:
    """One finger, a little fuller at the joints."""
    end = mix(base, tip, short)
    profile = [(0, wide, wide), (0.32, wide * 0.97, wide * 0.97), (0.5, wide * 0.99, wide * 0.99),
               (0.66, wide * 0.90, wide * 0.90), (0.78, wide * 0.90, wide * 0.90), (1, narrow, narrow)]  # fmt: skip
    return limb([base, mix(base, end, 0.5), end], profile)


def thumb() -> Ring:
    """The thumb with its ball."""
    return limb(
        THUMB,
        [(0, 0.10, 0.085), (0.3, 0.078, 0.066), (0.52, 0.054, 0.052), (0.66, 0.056, 0.056), (0.82, 0.051, 0.05),
            (1, 0.038, 0.038)],
    )  # fmt: skip


def parts(short: float = 1.0, plump: float = 1.0) -> tuple[Ring, list[Ring], Ring]:
    """Palm, four fingers from index to little, thumb."""
    fingers = [finger(b, t, w * plump, n * plump, short) for b, t, w, n in FINGERS]
    return curve(PALM, closed=True, step=0.004), fingers, thumb()


def finger_areas() -> list[Ring]:
    """What is finger and what is thumb, wide of the outline."""
    roots = curve(
        [
            (-0.27, -0.40),
            (-0.20, -0.445),
            (-0.105, -0.497),
            (0.0, -0.525),
            (0.10, -0.517),
            (0.21, -0.478),
            (0.27, -0.44),
        ],
        step=0.01,
    )
    ends: Ring = [(0.6, -0.7), (0.6, -1.4), (-0.6, -1.4), (-0.6, -0.4)]
    ball: Ring = [(0.225, -0.335), (0.335, -0.245), (0.8, -0.2), (0.8, -0.7), (0.33, -0.7), (0.245, -0.50)]
    return [[*roots, *ends], ball]


def creases(short: float) -> list[Ring]:
    """The lines of the palm and of the fingers' bends, from the inside of the hand."""
    lines: list[Ring] = [
        curve([(0.195, -0.36), (0.115, -0.335), (0.05, -0.24), (0.035, -0.12), (0.05, -0.03)], step=0.01),
        curve([(0.198, -0.37), (0.08, -0.335), (-0.06, -0.265), (-0.15, -0.225)], step=0.01),
        curve([(-0.196, -0.36), (-0.10, -0.372), (0.0, -0.405), (0.072, -0.475)], step=0.01),
        curve([(-0.125, 0.005), (0.0, 0.016), (0.125, 0.005)], step=0.01),
    ]
    for base, tip, wide, _ in FINGERS:
        end = mix(base, tip, short)
        lines += [_across(base, end, share, wide * 0.72) for share in (0.10, 0.46, 0.72)]
    lines.append(_across(THUMB[2], THUMB[3], 0.18, 0.038))
    return lines


def knuckles(short: float) -> list[Ring]:
    """The lines over the joints and the nails, from the back of the hand."""
    lines: list[Ring] = []
    for base, tip, wide, narrow in FINGERS:
        end = mix(base, tip, short)
        lines += [_across(base, end, share, wide * 0.5) for share in (0.43, 0.48, 0.73)]
        lines.append(_nail(base, end, narrow * 0.66))
        root = mix(base, tip, -0.10)
        lines.append(
            curve(
                [
                    (root[0] - wide * 0.6, root[1] + 0.012),
                    (root[0], root[1] - 0.010),
                    (root[0] + wide * 0.6, root[1] + 0.012),
                ],
                step=0.005,
            )
        )
    lines += [_across(THUMB[2], THUMB[3], share, 0.03) for share in (0.10, 0.18)]
    lines.append(_nail(THUMB[2], THUMB[3], 0.026))
    return lines


def _across(base: Pt, tip: Pt, share: float, half: float) -> Ring:
    """A short line across a finger, slightly bent."""
    x, y = mix(base, tip, share)
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    size = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / size, dy / size
    return curve(
        [(x + uy * half, y - ux * half), (x - ux * 0.006, y - uy * 0.006), (x - uy * half, y + ux * half)], step=0.005
    )


def _nail(base: Pt, tip: Pt, half: float) -> Ring:
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    size = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / size, dy / size

    def at(along: float, across: float) -> Pt:
        return (tip[0] + ux * along - uy * across, tip[1] + uy * along + ux * across)

    ring = curve([at(half * 0.55, 0), at(half * 0.35, half * 0.8), at(-half * 0.7, half * 0.92), at(-half * 1.5,
        half * 0.55), at(-half * 1.65, 0),
                  at(-half * 1.5, -half * 0.55), at(-half * 0.7, -half * 0.92), at(half * 0.35, -half * 0.8)],
                      closed=True, step=0.004)  # fmt: skip
    return [*ring, ring[0]]
