import json

import pytest

from factcheck.errors import UsageError
from factcheck.queue import decisions, evidence, exports, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.evidence import ClaimVerdict, NewEvidence
from factcheck.queue.exports import training
from factcheck.queue.filters import Filter
from factcheck.queue.states import DismissReason
from tests.factcheck.queue.scanned import scan

ADA, BO = By(actor="ada"), By(actor="bo")


@pytest.fixture(autouse=True)
def decided(queue: Queue) -> None:
    scan(queue, "The river rose! The mill fell! Who paid?")
    decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, ADA)
    decisions.confirm(queue, 2, ADA)
    decisions.dismiss(queue, 3, DismissReason.COMMON_KNOWLEDGE, ADA)
    evidence.add_evidence(queue, 2, NewEvidence(source="Minutes"), ADA)
    secret = NewEvidence(source="CANARY", note="CANARY", confidential=True)
    evidence.add_evidence(queue, 2, secret, ADA)
    evidence.assess(queue, 2, ClaimVerdict.INACCURATE, ADA)


def test_training_holds_what_was_judged(queue: Queue) -> None:
    rows = [json.loads(line) for line in exports.render(queue, "training").splitlines()]
    assert {row["text"]: row["right"] for row in rows} == {
        "The river rose!": False,
        "The mill fell!": True,
    }


def test_training_is_read_back_as_labelled_data(queue: Queue) -> None:
    examples = training.read(exports.render(queue, "training"))
    items = {item.fingerprint: item for item in views.list_findings(queue).items}
    assert {(each.text, each.right) for each in examples} == {
        ("The river rose!", False),
        ("The mill fell!", True),
    }
    for each in examples:
        item = items[each.fingerprint]
        assert (each.rule, each.sentence) == (item.code, item.sentence)
        assert each.confidence == item.confidence


def test_the_check_file_tells_what_was_found_out(queue: Queue) -> None:
    scan(queue, "<script>alert(1)</script> they cried! \u202eUp!", key="b<i>.md")
    page = exports.render(queue, "check-file")
    evidence_at = page.index("Evidence: Minutes")
    assert page.index("The mill fell!") < evidence_at < page.index("Who paid?")
    assert "first reader: inaccurate" in page
    assert "ada: dismiss (common knowledge)" in page
    assert "b<i>" not in page
    assert "<script>" not in page
    assert "\u202e" not in page
    withdrawn = evidence.record_of(queue, 2).evidence[0]
    evidence.withdraw_evidence(queue, withdrawn.id, ADA)
    assert "Minutes" not in exports.render(queue, "check-file")
    assert "Nothing was flagged." in exports.render(queue, "check-file", Filter(ids=(99,)))


def test_annotations_quote_the_text(queue: Queue) -> None:
    page = json.loads(exports.render(queue, "web-annotation"))
    exact = {one["target"]["selector"]["exact"] for one in page["items"]}
    assert exact == {"The river rose!", "The mill fell!", "Who paid?"}


def test_a_claim_is_published_when_two_agree(queue: Queue) -> None:
    assert json.loads(exports.render(queue, "claimreview"))["@graph"] == []
    evidence.assess_again(queue, 2, ClaimVerdict.INACCURATE, BO)
    (review,) = json.loads(exports.render(queue, "claimreview"))["@graph"]
    assert review["reviewRating"]["ratingValue"] == 1
    assert [one["name"] for one in review["citation"]] == ["Minutes"]


def test_what_is_confidential_is_in_no_export_unasked(queue: Queue) -> None:
    evidence.assess_again(queue, 2, ClaimVerdict.INACCURATE, BO)
    for name in exports.names():
        assert "CANARY" not in exports.render(queue, name)
    assert "CANARY" in exports.render(queue, "claimreview", confidential=True)
    with pytest.raises(UsageError):
        exports.render(queue, "../training")
