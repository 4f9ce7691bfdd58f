"""An analysis as the editors have judged its references: merged, or kept apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from citations.duplicates import Policy, find_clusters
from citations.duplicates.apart import ids_kept_apart
from citations.duplicates.cluster import Cluster, Verdict
from factcheck.model.analysis import Analysis
from factcheck.queue.merges import Judgement


def judged(
    analysis: Analysis,
    judgements: Sequence[Judgement],
    kept_apart: frozenset[tuple[str, str]],
) -> Analysis:
    """Return the analysis with the judgements in force put in.

    Entries kept apart are in no cluster together. Entries that were merged are one cluster, and
    each of them has the merged item, so that every export gives the work as the editor saw it.
    """
    apart = ids_kept_apart(analysis.references, kept_apart)
    if apart:
        clusters = find_clusters(analysis.references, Policy(kept_apart=apart))
        analysis = replace(analysis, clusters=clusters)
    for judgement in sorted(judgements, key=lambda each: each.id):
        if judgement.verdict == "merge" and not judgement.undone:
            analysis = _merged(analysis, judgement)
    return analysis


def _merged(analysis: Analysis, judgement: Judgement) -> Analysis:
    wanted = set(judgement.members)
    ids = [each.id for each in analysis.references if each.entry.text in wanted]
    # One entry alone: the others are no longer in the list.
    if len(ids) < 2 or judgement.item is None:
        return analysis
    one = Cluster(
        members=tuple(ids),
        score=1.0,
        verdict=Verdict.SAME,
        reasons=(f"merged by {judgement.actor}",),
    )
    return replace(
        analysis,
        clusters=(*_without(analysis.clusters, set(ids)), one),
        references=tuple(
            replace(each, item=judgement.item) if each.id in ids else each
            for each in analysis.references
        ),
    )


def _without(clusters: Iterable[Cluster], ids: set[str]) -> Iterable[Cluster]:
    """Yield the clusters without some members; one of a single member is none."""
    for cluster in clusters:
        left = tuple(member for member in cluster.members if member not in ids)
        if len(left) == len(cluster.members):
            yield cluster
        elif len(left) > 1:
            yield replace(cluster, members=left)
