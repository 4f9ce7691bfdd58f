"""robots.txt (RFC 9309): what a site asks of programs, read once a day and host."""

from dataclasses import dataclass

from protego import Protego

# RFC 9309, section 2.5: at least 500 KiB must be read. What is larger is taken for no rules.
MAX_BYTES = 1024 * 1024
MAX_AGE = 86400.0  # section 2.4: not longer than 24 hours
MAX_REDIRECTS = 5  # section 2.3.1.2
LONGEST_CRAWL_DELAY = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What robots.txt says to one program."""

    text: str
    agent: str

    def allows(self, url: str) -> bool:
        """Tell whether the address may be fetched."""
        return Protego.parse(self.text).can_fetch(url, self.agent)

    def crawl_delay(self) -> float:
        """Return the seconds asked for between visits, 0 to 30."""
        delay = Protego.parse(self.text).crawl_delay(self.agent)
        return min(max(delay or 0.0, 0.0), LONGEST_CRAWL_DELAY)


DISALLOW_ALL = "User-agent: *\nDisallow: /\n"


def rules_for_status(status: int, body: bytes) -> str:
    """Return the text to obey for an answer (RFC 9309, section 2.3.1).

    A client error means no rules; a server error or a limit on requests means to stay away.
    """
    if 200 <= status < 300:
        return body.decode("utf-8", "replace").lstrip("\ufeff").replace("\x00", "")
    if status >= 500 or status == 429:
        return DISALLOW_ALL
    return ""
