"""How readers ask, in the part held out of the fit. Read by `tests.ministry.asking` alone.

Its wordings were written and reviewed by others, who saw neither the code nor its tests; whoever
reads them to mend what is misread has to have them written anew (README, "The right month").
"""

from tests.ministry.asking_heldout_english import ENGLISH_HELDOUT
from tests.ministry.asking_heldout_korean import KOREAN_HELDOUT
from tests.ministry.times_heldout_english import ENGLISH_TIMES_HELDOUT
from tests.ministry.times_heldout_korean import KOREAN_TIMES_HELDOUT

QUESTIONS_HELDOUT = ENGLISH_HELDOUT + ENGLISH_TIMES_HELDOUT + KOREAN_HELDOUT + KOREAN_TIMES_HELDOUT
