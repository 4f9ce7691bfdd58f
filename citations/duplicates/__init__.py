"""Which references are one work: block, compare, cluster, merge.

``compare`` judges one pair, ``find_clusters`` a list or an archive, by the same score; ``merge``
makes one item of several.
"""

from citations.duplicates.closure import find_clusters
from citations.duplicates.cluster import Cluster, Comparison, Verdict
from citations.duplicates.compare import compare
from citations.duplicates.merge import Alternative, Merged, key_map, merge, merge_with_origins
from citations.duplicates.policy import DEFAULT, Policy

__all__ = [
    "DEFAULT",
    "Alternative",
    "Cluster",
    "Comparison",
    "Merged",
    "Policy",
    "Verdict",
    "compare",
    "find_clusters",
    "key_map",
    "merge",
    "merge_with_origins",
]
