"""What a signal is worth: nothing when it is noise, much when it is all there is."""

import numpy as np

from qa.ablation import ablate
from qa.signals import SIGNALS
from tests.qa.test_fitting import make_asked


def test_leaving_out_the_signal_that_tells_costs_most() -> None:
    random = np.random.default_rng(0)
    asked = [make_asked(number, random) for number in range(40)]
    held_out = [make_asked(100 + number, random) for number in range(40)]
    table = {label: values[0] for label, values in ablate(asked, {"made up": held_out})}
    assert len(table) == len(SIGNALS) + 1
    worst = min(table, key=lambda label: table[label])
    assert worst == "without coverage"
    assert table["all signals"] - table[worst] > 0.1
