"""Days are read as people type them, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.days import period_from


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-11-22", date(2031, 11, 22), date(2031, 11, 22)),
        ("2031. 11. 22.", date(2031, 11, 22), date(2031, 11, 22)),
        ("22 November 2031", date(2031, 11, 22), date(2031, 11, 22)),
        ("the 22nd of Nov. 2031", date(2031, 11, 22), date(2031, 11, 22)),
        ("November 22, 2031", date(2031, 11, 22), date(2031, 11, 22)),
        ("sept 3rd 2031", date(2031, 9, 3), date(2031, 9, 3)),
        ("May 2031", date(2031, 5, 1), date(2031, 5, 31)),
        ("2031년 11월", date(2031, 11, 1), date(2031, 11, 30)),
        ("2031년 11월 22일", date(2031, 11, 22), date(2031, 11, 22)),
        ("2031년", date(2031, 1, 1), date(2031, 12, 31)),
    ],
)
def test_a_day_a_month_or_a_year_is_read_in_numbers_or_in_words(typed: str, first: date, last: date) -> None:
    period = period_from(typed)
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "typed", ["2031-13", "2031-02-30", "30 February 2031", "0000", "soon", "22 November", "Augusta 2031", "3/4/2031"]
)
def test_what_is_no_day_of_one_year_is_no_day(typed: str) -> None:
    assert period_from(typed) is None
