"""Korean endings that say how a word stands to the rest ("때문에", "없이"), and the English words that say the same."""

from __future__ import annotations

import re

MARKERS = (
    (
        r"(?:으로|로) (?:인해|인하여|인한|말미암)|때문에|탓에",
        r"\b(?:due (?:\w+ly )?to|because of|owing to|caused by|as a result of)",
    ),
    (r"(?:을|를) (?:통해|통하여|통한)|(?:으로|로)써", r"\b(?:through|via|by means of|by)"),
    (r"(?:에|임에|음에)?도 불구하고", r"\b(?:despite|in spite of|even amid|although|though|notwithstanding)"),
    (r"\s?없이", r"\b(?:without)"),
    (r"\s?(?:이후|후에|후|뒤에)(?![\uac00-\ud7a3])", r"\b(?:after|since|following|once|as soon as|post)"),
    (r"\s?(?:이전에|전에|전까지|에 앞서)", r"\b(?:before|prior to|ahead of|until|by)"),
    (r"\s?대신", r"\b(?:instead of|rather than|in place of|on behalf of)"),
    (r"\s?(?:을|를) 제외", r"\b(?:except|excluding|other than|apart from)"),
)
"""Korean endings that say how a word stands to the rest, and the English words of which one stands before that word."""
ANY_MARK = re.compile("|".join(korean for korean, _ in MARKERS))
MARKED = tuple((re.compile(korean), re.compile(rf"{english}\b", re.IGNORECASE)) for korean, english in MARKERS)
