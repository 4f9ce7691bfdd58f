"""Time duplicate detection on a made-up archive, on one core, parsing not included.

    python benchmarks/duplicates_speed.py [--size 100000] [--cited 2000]

Prints references a second of processor time, peak memory of the process, and how much of what was
made alike was found. One work is cited ``--cited`` times.
"""

import argparse
import random
import resource
import time
from collections import Counter

from duplicates_archive import archive  # the generator beside this file

from citations.duplicates import Verdict, find_clusters


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--cited", type=int, default=2_000)
    options = parser.parse_args()
    references, works = archive(options.size, options.cited, random.Random(1))
    start = time.process_time()
    clusters = find_clusters(references)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    work_of = {each.id: work for each, work in zip(references, works, strict=True)}
    same = [each.members for each in clusters if each.verdict is Verdict.SAME]
    mixed = sum(len({work_of[member] for member in members}) > 1 for members in same)
    found = sum(len(members) * (len(members) - 1) // 2 for members in same)
    true = sum(count * (count - 1) // 2 for count in Counter(works).values())
    print(f"{options.size / seconds:,.0f} references/s, {seconds:.1f} s, peak {peak:,.0f} MB")
    print(f"pairs found {found / true:.4f}, clusters that mix works {mixed} of {len(same)}")


if __name__ == "__main__":
    main()
