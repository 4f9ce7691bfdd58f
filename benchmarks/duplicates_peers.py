"""Run one peer over records with fields, for ``duplicates_speed.py``: bib-dedupe or Splink.

    PYTHON benchmarks/duplicates_peers.py bib-dedupe|splink RECORDS

PYTHON is that of an environment of its own, where the peer is installed; nothing of factcheck is
imported. RECORDS is a file of JSON lines with ID, title, author, year, journal, volume, number,
pages and doi. Prints one JSON object: the peer's version, seconds of processor time, peak memory
in MB and its clusters; or what is missing, when the peer cannot be imported.
"""

import json
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path

Record = dict[str, str]


def bib_dedupe(records: list[Record]) -> list[list[str]]:
    """Return the clusters of bib-dedupe at its defaults, on one core."""
    import pandas as pd  # noqa: PLC0415 - perhaps not installed
    from bib_dedupe.bib_dedupe import block, cluster, match, prep  # noqa: PLC0415 - perhaps not installed

    frame = pd.DataFrame(records)
    prepared = prep(frame, verbosity_level=0, cpu=1)
    matched = match(block(prepared, verbosity_level=0, cpu=1), verbosity_level=0, cpu=1)
    return [list(each) for each in cluster(matched, verbosity_level=0)]


def splink(records: list[Record]) -> list[list[str]]:
    """Return the clusters of Splink 5: comparisons and blocking rules of fields, EM, 0.95."""
    import pandas as pd  # noqa: PLC0415 - perhaps not installed
    import splink.comparison_library as cl  # noqa: PLC0415 - as above
    from splink import (  # noqa: PLC0415 - as above
        DuckDBAPI,
        Linker,
        SettingsCreator,
        block_on,
    )

    frame = pd.DataFrame(records).replace({"": None}).rename(columns={"ID": "unique_id"})
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("title", [0.95, 0.85]),
            cl.JaroWinklerAtThresholds("author", [0.95, 0.85]),
            cl.JaroWinklerAtThresholds("journal", [0.95, 0.85]),
            cl.ExactMatch("year").configure(term_frequency_adjustments=True),
            cl.ExactMatch("volume"),
            cl.ExactMatch("pages"),
            cl.ExactMatch("doi"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("doi"),
            block_on("title"),
            block_on("year", "pages"),
            block_on("volume", "pages"),
            block_on("substr(title, 1, 12)", "year"),
        ],
    )
    database = DuckDBAPI()
    linker = Linker(database.register(frame), settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("title", "year")], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e5, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("title"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("year", "pages"))
    predicted = linker.inference.predict(threshold_match_probability=0.5)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, threshold_match_probability=0.95
    )
    found: dict[str, list[str]] = {}
    for row in clusters.as_record_list():
        found.setdefault(row["cluster_id"], []).append(row["unique_id"])
    return [members for members in found.values() if len(members) > 1]


PEERS = {"bib-dedupe": bib_dedupe, "splink": splink}


def main() -> None:
    name, path = sys.argv[1:]
    records = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    start = time.process_time()
    try:
        clusters = PEERS[name](records)
    except ModuleNotFoundError as error:
        print(json.dumps({"missing": f"{error.name} is not installed"}))
        return
    print(
        json.dumps(
            {
                "version": version(name),
                "seconds": time.process_time() - start,
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "clusters": clusters,
            }
        )
    )


if __name__ == "__main__":
    main()
