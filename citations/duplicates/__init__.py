"""Which references are one work: block, compare, cluster, merge.

``compare`` judges one pair, ``find_clusters`` a list or an archive, by the same score; ``merge``
makes one item of several, ``cleaned`` a list in which each work stands once.
"""

from citations.duplicates.cleaned import CleanEntry, by_work, cleaned
from citations.duplicates.closure import find_clusters
from citations.duplicates.cluster import Cluster, Comparison, Verdict
from citations.duplicates.compare import compare
from citations.duplicates.merge import Alternative, Merged, key_map, merge, merge_with_origins
from citations.duplicates.policy import DEFAULT, Policy

__all__ = [
    "DEFAULT",
    "Alternative",
    "CleanEntry",
    "Cluster",
    "Comparison",
    "Merged",
    "Policy",
    "Verdict",
    "by_work",
    "cleaned",
    "compare",
    "find_clusters",
    "key_map",
    "merge",
    "merge_with_origins",
]
