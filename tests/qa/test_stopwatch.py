"""Times of stages."""

import doctest
import threading

import pytest

from qa import stopwatch
from qa.stopwatch import Stage, Stopwatch, stage


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(stopwatch).failed == 0


def test_stage_that_comes_again_adds_up() -> None:
    ticks = iter([0.0, 1.0, 5.0, 7.0])
    with Stopwatch(clock=lambda: next(ticks)) as watch:
        for _ in range(2):
            with stage(Stage.DENSE):
                pass
    assert watch.seconds == {Stage.DENSE: 3.0}


def test_stage_that_fails_ends_too() -> None:
    with Stopwatch() as watch:
        with pytest.raises(ValueError, match="wrong"), stage(Stage.DENSE):
            raise ValueError("wrong")
        with stage(Stage.RANK):
            pass
    assert set(watch.seconds) == {Stage.DENSE, Stage.RANK}


def test_stages_without_a_stopwatch_and_in_other_threads_are_not_timed() -> None:
    def work() -> None:
        with stage(Stage.DENSE):
            pass

    work()
    with Stopwatch() as watch:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    work()
    assert watch.seconds == {}
