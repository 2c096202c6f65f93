"""What somebody who knows the rules of this package can work out from a sum."""

from collections.abc import Sequence


def all_just_under(hidden: Sequence[int], shown: Sequence[int], *, fewest: int) -> bool:
    """Tell whether the sum of the hidden groups proves that each is one short of enough.

    The same sum could also come from smaller groups and one large enough that was hidden beside
    them; that one would have been smaller than every group shown.
    """
    largest_small, groups = fewest - 1, len(hidden)
    if not shown or sum(hidden) != groups * largest_small:
        return False
    smallest_beside = max(fewest, (groups - 1) * largest_small)
    return groups > fewest or min(shown) <= smallest_beside
