"""English words for periods and windows, in the held-out part: `tests.ministry.asking_heldout`."""

ENGLISH_TIMES_HELDOUT = """
# when MONTHLY 1
last month
last calendar month
for the whole of last month
in the month before the current one
in the month that has just finished
in the month which has just come to an end
in the month that came right before this one
in the most recent month to have finished
# when MONTHLY 2
two months ago
two months before the current month
in the month that preceded the one just gone
the month before the one we've just had
in the second month before this one
two months back from this month
# when MONTHLY 3
three months ago
three months before the current month
in the third month before this one
three months back from this month
in the month that was three months before this one
three months prior to this month
# when MONTHLY 6
six months ago
six months before the current month
in the sixth month before this one
six months back from this month
in the month half a year back from this one
half a year prior to this month
# when MONTHLY 12
in this month last year
at this time last year
in the same month a year ago
during this month of last year
exactly one year ago this month
a year ago, in this same month
in the month a year before the one we are in
twelve months prior to this month
# when MONTHLY 24
in this month two years ago
at this time two years ago
in the same month two years ago
exactly two years ago this month
in the month two years before the one we are in
two years prior to this month
# when QUARTERLY 1
last quarter
last calendar quarter
a quarter ago
for the whole of last quarter
in the quarter before the current one
in the quarter that has just finished
in the quarter which has just come to an end
in the three months that made up last quarter
in the most recent quarter to have finished
# when QUARTERLY 2
two quarters ago
two quarters before the current quarter
in the quarter that preceded the one just gone
the quarter before the one we've just had
two quarters back from this quarter
two quarters prior to this quarter
# when QUARTERLY 3
three quarters ago
three quarters before the current quarter
three quarters back from this quarter
in the quarter that was three quarters before this one
three quarters prior to this quarter
# when QUARTERLY 4
in this quarter last year
in the same quarter a year ago
during this quarter of last year
exactly one year ago this quarter
a year ago, in this same quarter
in the quarter a year before the one we are in
four quarters before the current quarter
# when YEARLY 1
last year
for the whole of last year
in all of last year
last year, January to December
in the year before the current one
in the year that has just finished
in the year which has just come to an end
in the twelve months that made up last year
in the most recent year to have finished
# when YEARLY 2
two years ago
in the year before last year
two years before the current year
in the year that preceded the one just gone
the year before the one we've just had
two years back from this year
# when YEARLY 3
three years ago
three years before the current year
in the third year before this one
three years back from this year
in the year that was three years before this one
three years prior to this year
# window week
last week
last week (Monday to Sunday)
in the last calendar week
in the course of last week
on some day last week
in the week before the current one
at one time or another last week
# window this-week
this week
since the beginning of this week
in the present week
this calendar week
in the course of this week
at any time since this week began
this week (today included)
# window month
last month
in the last calendar month
on some day last month
in the month before the current one
in the month that has just finished
at one time or another last month
# window since
since {first}
at any time since {first}
since {first} (that day included)
at any time from {first} up to today
from {first} through today
between {first} and the present day
since the end of {before}
on {first} or afterwards
# window between
between {first} and {last}
at some point from {first} to {last}
at some time between {first} and {last}
over the period from {first} to {last}
on or after {first} and on or before {last}
from {first} to {last} (first and last day included)
from {first} onwards but no later than {last}
# window day
on {day}
on {day} (that day only)
on {day} and no other day
on {day} exactly
sometime during {day}
# window in
in {month}
in {month} alone
at any time in {month}
on any date in {month}
from the first to the final day of {month}
within the month of {month}
at one point or another in {month}
# window days
during the last {days} days
within the past {days} days
at some point in the last {days} days
at any time in the past {days} days
in the last {days} days (counting today as one of them)
in the {days}-day period that ends today
in the {days}-day span ending today
in the {days} days finishing today
"""
