from collections.abc import Sequence
from citations.extract.candidate import Candidate, Page
def find(page: Page) -> Sequence[Candidate]:
    return []
