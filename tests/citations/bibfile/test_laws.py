"""Laws of tidying: twice is once, nothing is lost, everything can be undone."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from citations.bibfile import Layout, Letters, split, steps_for, tidy, undo
from citations.bibfile.entry import canonical_value
from citations.bibfile.running import Runner

PIECES = st.sampled_from(
    [
        "@article{", "@book(", "@misc{", "@string{", "@preamble{", "@comment{", "@", "{", "}", '"',
        "(", ")", ",", "=", "#", "\n", "\r\n", "\r", " ", "\\", "%", "&", "_", "$", "key", "k2",
        "author", "title", "Title", "pages", "month", "doi", "url", "year", "isbn", "journal",
        "booktitle", "abstract", "crossref", " = {", "},\n", "}\n", "and", " and ", "Jan van Dyk",
        "Müller", '\\"u', "{\\'e}", "\\ss", "&amp;", "&lt;", "<i>", "</i>", "12-5", "12--15", "–",
        "March", "may", "10.1000/AB", "; ", " und ", ", ", " \\& ", "Smith J", "A. B.", "et al.",
        "{Bacon}", "~", "0001", "van der", " (ed.)", "family=", "JA", "II", "$\\alpha$", "$_2$",
        "$x^2$", "$", "α", "λόγος", "₂", "\\ensuremath{\\Lambda}", "{\\textless}",
        "{\\textgreater}", "{\\&}", "{-}", "Ã¼", "â€™", "&nbsp;", "<sub>", "</sub>", "<br>",
        "arXiv:1412.6980", "arXiv", "abs/1412.6980", "CoRR", " https://a.org/b",
        "0028-4793 (Print)", "\\textsubscript{2}", "7:1-7:20", "#may#", "\\url{http://x.org/~a}",
        "C\\#", "https://doi.org/10.1/x", "http://x.org/a_b?utm_source=1",
        "0-306-40615-2", "NATO", "iPhone in Rome", "’", "\ufeff", "\ud800", "\x00", "ﬁ", "H2O",
    ]
)  # fmt: skip
NOISE = st.lists(PIECES, max_size=25).map("".join)
NAME = st.sampled_from(
    ["article-number", "lastaccessed", "eprint", "archiveprefix", "arxivid", "volume", "xdata",
     "author", "Editor", "title", "booktitle", "journal", "pages", "month", "date", "year", "doi",
     "url", "isbn", "issn", "note", "abstract", "howpublished", "crossref", "TITLE", "school"]
)  # fmt: skip
INSIDE = st.lists(PIECES, max_size=6).map("".join)
VALUE = st.builds("{{{}}}".format, INSIDE) | st.builds('"{}"'.format, INSIDE) | INSIDE
PERSON = st.sampled_from(
    ["Smith, J.", "Smith J", "J. Smith", "Berg, Jan van der", "{WHO}", "World Bank", "et al.",
     "Smith, Jr., A. B.", "{Bacon}, R.", "G.~E.~P. Box", "Doe 0001", "Li, J-P", "Malcolm X"]
)  # fmt: skip
JOINT = st.sampled_from([" and ", " und ", "; ", ", ", " \\& ", ", and ", " et al."])
PEOPLE = st.lists(st.tuples(PERSON, JOINT).map("".join), max_size=4).map("".join)
TITLE = st.lists(
    st.sampled_from(
        ["The", "NATO", "in", 'M{\\"u}nchen', "H$\\alpha$", "$O(n \\log n)$", "$\\Lambda$CDM",
         "CO\\textsubscript{2}", "C\\#", "<i>E. coli</i>", "$5", "$10", "U.S.", "{DNA}",
         "\\cite{a}"]
    ),
    max_size=6,
).map(" ".join)  # fmt: skip
FIELD = (
    st.builds("{} = {},\n".format, NAME, VALUE)
    | st.builds("author = {{{}}},\n".format, PEOPLE)
    | st.builds("title = {{{}}},\n".format, TITLE)
)
ENTRY = st.builds(
    "@{}{{{},\n{}}}".format,
    st.sampled_from(["article", "misc", "Book", "inproceedings", "conference", "xdata"]),
    st.sampled_from(["a", "b", "A", "key:1", "Ü"]),
    st.lists(FIELD, max_size=5).map("".join),
)
FILES = st.lists(ENTRY | NOISE | st.just("\n\n"), max_size=5).map("".join)
LAYOUTS = {
    "plain": Layout(),
    "by key": Layout(by_key=True),
    "new keys": Layout(key_pattern="{author}{year}{title}"),
    "merged": Layout(merged=True),
    "aligned": Layout(aligned=True, indent="\t"),
    "all": Layout(by_key=True, key_pattern="{author}{year}{title}", merged=True),
}


@given(FILES)
@settings(max_examples=200, deadline=None)
def test_every_byte_lands_in_a_segment(text: str) -> None:
    segments = split(text)
    assert "".join(segment.raw for segment in segments) == text
    assert [segment.start for segment in segments] == [
        sum(len(one.raw) for one in segments[:place]) for place in range(len(segments))
    ]


@pytest.mark.parametrize("letters", Letters)
@given(FILES)
@settings(max_examples=200, deadline=None)
def test_twice_is_once(letters: Letters, text: str) -> None:
    once = tidy(text, steps_for(letters))
    again = tidy(once.text, steps_for(letters))
    assert again.text == once.text
    assert again.changes == ()


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@given(FILES)
@settings(max_examples=120, deadline=None)
def test_all_can_be_undone(layout: Layout, text: str) -> None:
    done = tidy(text, layout=layout)
    assert undo(done.text, done.rewrites) == text


@given(FILES)
@example("@article{@article{a,\n}@article{b,\n}@article{a,\n}")
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost(text: str) -> None:
    done = tidy(text)
    after = split(done.text)
    kept = [one.raw for one in split(text) if one.entry is None]
    assert [one.raw for one in after if one.entry is None] == kept
    reported = {(change.line, change.old) for change in done.changes}
    lines = {one.line for one in done.changes} | {one.line for one in done.faults}
    values = [field.value for one in after if one.entry for field in one.entry.fields]
    for segment in split(text):
        if segment.entry is not None:
            for field in segment.entry.fields:
                assert field.value in values or (segment.line, field.value) in reported
        elif segment.kind == "broken":
            assert segment.line in lines


WORKS = st.lists(
    st.builds(
        "% note\n@{}{{{}, author = {{{}}}, title = {{Tidal loads on {} walls}}, {}}}\n\n".format,
        st.sampled_from(["article", "misc", "book"]),
        st.sampled_from("abcdefgh"),
        st.sampled_from(["Brandt, Lena", "Brandt, L.", "Okafor, Chidi"]),
        st.sampled_from(["quay", "QUAY", "sea"]),
        st.sampled_from(["year = 2011", "doi = {10.5555/jhw.45}", "crossref = {a}", "pages = 1"]),
    ),
    min_size=2, max_size=6,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("name", ["merged", "all"])
@given(WORKS)
@settings(max_examples=60, deadline=None)
def test_merging_twice_is_once_and_can_be_undone(name: str, text: str) -> None:
    # Which of two entries of one key a crossref means, nobody can say.
    assume("crossref" not in text or text.count("{a,") < 2)
    done = tidy(text, layout=LAYOUTS[name])
    assert undo(done.text, done.rewrites) == text
    assert tidy(done.text, layout=LAYOUTS[name]).text == done.text
    # Every value is in the new file or in a change.
    told = {change.old for change in done.changes}
    for segment in split(text):
        for field in segment.entry.fields if segment.entry else ():
            assert field.value in done.text or field.value in told


@pytest.mark.parametrize("letters", Letters)
@given(FILES)
@settings(max_examples=150, deadline=None)
def test_the_short_ways_are_the_steps_one_after_the_other(letters: Letters, text: str) -> None:
    runner = Runner(steps_for(letters))
    for segment in split(text):
        if segment.entry is not None:
            entry = segment.entry
            for step in steps_for(letters):
                entry = step(entry)
            fields = [(field.name, field.value) for field in entry.fields]
            done = runner.run(segment.entry)
            if all(canonical_value(value) is not None for _, value in fields):
                assert [(field.name, field.value) for field in done.fields] == fields
                assert done.remarks == entry.remarks
            else:
                assert done.fields == segment.entry.fields
