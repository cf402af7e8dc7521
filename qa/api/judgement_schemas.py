"""How sure a hit is and why, and why nothing was found, as it goes out over the wire."""

from typing import Self

from pydantic import BaseModel, Field

from qa.answers import Answer
from qa.judgements import Adjustment, Judgement, Lack, Signal
from qa.output.reasons import find_reason, write_adjustment, write_reason
from qa.output.words import Words


class SignalOut(BaseModel):
    """A number that a probability was judged by: it adds (value - usual) * weight to the log-odds
    that the release answers."""

    name: str = Field(examples=["late_behind"])
    value: float = Field(examples=[-0.02])
    usual: float = Field(description="The value that adds nothing.", examples=[-0.1])
    weight: float = Field(examples=[39.2])
    adds: float = Field(examples=[3.1])

    @classmethod
    def of(cls, signal: Signal) -> Self:
        return cls(
            name=signal.name,
            value=signal.value,
            usual=signal.usual,
            weight=signal.weight,
            adds=signal.adds,
        )


class AdjustmentOut(BaseModel):
    """What was made of the probability: at least `least`, and `factor` of that."""

    name: str = Field(examples=["speaks_of_excluded"])
    least: float = Field(examples=[0.0])
    factor: float = Field(examples=[0.05])
    refuses: bool = Field(description="No answer, however sure.", examples=[False])
    of: list[str] = Field(description="What of the question it is about.", examples=[["chips"]])
    said: str = Field(
        description="The same as a sentence, in Korean where the question is.",
        examples=[
            "It gives figures with chips, and those without are asked for. So 5% of the "
            "probability is left."
        ],
    )

    @classmethod
    def of_made(cls, made: Adjustment, words: Words) -> Self:
        return cls(
            name=made.name,
            least=made.least,
            factor=made.factor,
            refuses=made.refuses,
            of=list(made.of),
            said=write_adjustment(made, words),
        )


class LackOut(BaseModel):
    """What the release has not of the question."""

    name: str = Field(description="The signal that counts it.", examples=["party_missing"])
    of: list[str] = Field(description="In words; none: the name says it.", examples=[["Toray"]])

    @classmethod
    def of_lack(cls, lack: Lack) -> Self:
        return cls(name=lack.name, of=list(lack.of))


class JudgementOut(BaseModel):
    """What a confidence comes from: a fitted probability, and the adjustments made to it."""

    fitted: float = Field(description="The probability by the fit alone.", examples=[0.97])
    log_odds: float = Field(
        description="Those of `fitted`, to which all signals add.", examples=[3.5]
    )
    signals: list[SignalOut] = Field(
        description="What counted for it or against it, what counted most first."
    )
    adjustments: list[AdjustmentOut] = Field(description="In the order in which they were made.")
    lacks: list[LackOut]

    @classmethod
    def of(cls, judgement: Judgement, words: Words) -> Self:
        return cls(
            fitted=judgement.fitted,
            log_odds=judgement.log_odds,
            signals=[SignalOut.of(each) for each in judgement.strongest],
            adjustments=[AdjustmentOut.of_made(each, words) for each in judgement.adjustments],
            lacks=[LackOut.of_lack(each) for each in judgement.lacks],
        )


class WhyOut(BaseModel):
    """Why nothing was found."""

    name: str = Field(
        description="An adjustment, a signal, part_of_period or unheld.", examples=["party_missing"]
    )
    of: list[str] = Field(description="What of the question it is about.", examples=[["Toray"]])
    said: str = Field(
        description="The same as a sentence, in Korean where the question is.",
        examples=["None of the releases found names Toray."],
    )

    @classmethod
    def find(cls, answer: Answer, words: Words) -> Self | None:
        reason = find_reason(answer, answer.hits)
        if reason is None:
            return None
        return cls(name=reason.name, of=list(reason.of), said=write_reason(reason, words))
