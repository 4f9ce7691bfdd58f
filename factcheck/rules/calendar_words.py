"""Weekdays and months in English, German and French, and what stands round a day of the month."""

WEEKDAYS = (
    ("Monday", "Montag", "lundi"),
    ("Tuesday", "Dienstag", "mardi"),
    ("Wednesday", "Mittwoch", "mercredi"),
    ("Thursday", "Donnerstag", "jeudi"),
    ("Friday", "Freitag", "vendredi"),
    ("Saturday", "Samstag", "samedi"),
    ("Sunday", "Sonntag", "dimanche"),
)
"""Each weekday from Monday, in the three languages."""

MONTHS = (
    ("January", "Jan", "Januar", "Jänner", "janvier"),
    ("February", "Feb", "Februar", "février"),
    ("March", "Mar", "März", "mars"),
    ("April", "Apr", "avril"),
    ("May", "Mai"),
    ("June", "Jun", "Juni", "juin"),
    ("July", "Jul", "Juli", "juillet"),
    ("August", "Aug", "août"),
    ("September", "Sept", "Sep", "septembre"),
    ("October", "Oct", "Oktober", "octobre"),
    ("November", "Nov", "novembre"),
    ("December", "Dec", "Dezember", "décembre"),
)
"""The names and short forms of each month."""

SHORT_WEEKDAYS = ("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun")
"""English short forms of weekdays."""

WEEKDAY_NUMBER = {word.lower(): day for day, words in enumerate(WEEKDAYS) for word in words} | {
    short.lower(): day
    for short in SHORT_WEEKDAYS
    for day, words in enumerate(WEEKDAYS)
    if words[0].startswith(short)
}
MONTH_NUMBER = {word.lower(): month for month, words in enumerate(MONTHS, 1) for word in words}

ANY_MONTH = "|".join(sorted(MONTH_NUMBER, key=len, reverse=True))
"""The months as alternatives of a pattern, longest first."""

DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
"""A day of the month as a pattern: "1", "1st", "1er", "1."."""

FIXED_FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "st stephen's day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "st george's day": (4, 23),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "assumption day": (8, 15),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "guy fawkes night": (11, 5),
    "armistice day": (11, 11),
}
"""Feasts of the same day in every year, as (month, day)."""
