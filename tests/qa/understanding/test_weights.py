"""What the tokens of a question weigh."""

import numpy as np

from qa.understanding.weights import weigh_tokens


def test_tokens_weigh_what_the_rarest_term_of_their_word_weighs() -> None:
    text = "What rose at K-FEZ ?"
    weights_of = {"rose": 1.0, "k-fez": 2.0, "k": 0.5, "fez": 1.5}
    # a prompt, What, ro, se, at, K, -, FEZ, ?
    spans = np.array(
        [(-7, -1), (0, 4), (5, 7), (7, 9), (10, 12), (13, 14), (14, 15), (15, 18), (19, 20)]
    )
    weights = weigh_tokens(text, spans, weights_of)
    assert weights.tolist() == [0.0, 0.0, 1.0, 1.0, 0.0, 2.0, 2.0, 2.0, 0.0]
