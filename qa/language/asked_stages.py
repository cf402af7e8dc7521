"""What became of a thing, asked for: whether it was completed, cancelled, appealed against.

A release that has no word for that stage tells of another one, however well the rest fits: "The
contract was signed" says nothing of a plant's completion. A plan to get there is told, and so is
whatever stands in its way: what was put off was not called off.
"""

import re

from qa.language.asked_forms import Form
from qa.lazy_regex import lazy_regex

# In the main clause: "Why was he there when he was killed?" asks for no death.
_WITHIN = (
    r"(?: (?!(?:that|which|who|whom|whose|when|while|where|before|after|since|until|if|because|to"
    r"|and|or|but|by)\b)[\w’'&.,-]+){0,12}?"
)
_ASKED = (
    rf"^\W*(?:and |so |but |then )?(?:(?:when|why|who|how many){_WITHIN} )?"
    rf"(?:(?:has|have|had|was|were|is|are|did|does|do|will)|how many){_WITHIN} "
)
_ASKED_KO = (
    r"(?:[가-힣]{0,6}(?:나요?|까요?|가요?|는지|니|죠|지요?)|일자?| ?날짜| ?시기)[은는이가]?\W*$"
)

STAGES = tuple(
    Form(
        name,
        lazy_regex(rf"{_ASKED}(?:{asked})\b|(?:{asked_ko}){_ASKED_KO}", re.IGNORECASE),
        lazy_regex(rf"\b(?:{written})|{written_ko}", re.IGNORECASE),
    )
    for name, asked, asked_ko, written, written_ko in (
        (
            "cancelled",
            "cancell?ed|called off|scrapped|terminated|revoked|abandoned",
            "취소|철회|해지|폐기",
            r"cancel|call\w* off|scrap\w+|terminat|revo[kc]|abandon|withdr|postpon|put off|suspend"
            r"|halt|expire|repeal|abolish|end(?:s|ed)\b",
            "취소|철회|해지|폐기|중단|연기|종료|폐지|정지",
        ),
        (
            "completed",
            "complet(?:ed?|ion)|finish(?:ed)?|inaugurat(?:ed?|ion)",
            "준공|완공|완료",
            r"complet|finish|inaugurat|open|built|ready|in operation|operational|starts? operat",
            "준공|완공|완료|개소|개통|개장|개관|마무리|마[쳤친]|문을 [연여열]|가동|완성|운영",
        ),
        (
            "appealed",
            r"appeal(?:ed)?|(?:file|filed|lodge|lodged|raise|raised) (?:an? )?objections?",
            "항소|상고|이의 ?신청|불복",
            "appeal|object|contest|challeng|lawsuit|litigat|court|sue[ds]?\\b",
            "항소|상고|이의|불복|소송|심판|법원",
        ),
        (
            "lifted",
            "lifted|eased",
            "해제|완화",
            r"lift|eas(?:e|ed|es|ing)\b|lower|remov|reduc|relax|end(?:s|ed)?\b|withdr|repeal|abolish"
            r"|cut|resum|expire|exempt",
            "해제|완화|하향|낮|인하|철폐|폐지|종료|재개|면제|풀",
        ),
        (
            "ruled",
            "ruled|ruling",
            "판결",
            r"rul(?:e|ed|es|ing|ings)\b|verdict|judg|deci[ds]|determin|found|finding|conclu"
            r"|adopt|uph[eo]ld|dismiss",
            "판결|판정|결정|결론|선고|기각|인용|승소|패소",
        ),
        (
            "sentenced",
            "sentenced?|convicted|jailed|imprisoned",
            "선고|유죄|형량",
            "sentenc|convict|jail|prison|guilty|acquit|court|trial",
            "선고|유죄|무죄|징역|실형|형을|법원|재판",
        ),
        (
            "ratified",
            "ratif(?:y|ied)|promulgated?",
            "비준|공포",
            r"ratif|promulgat|into (?:force|effect|law)|tak(?:e|es|ing) effect|took effect|enact",
            "비준|공포|발효|시행|제정",
        ),
        (
            "died",
            "die[ds]?|deaths?",
            "사망|숨[졌진]",
            "die[ds]?\\b|dying|death|dead|kill|fatal|casualt|lives\\b|surviv|victim",
            "사망|숨[졌진]|희생|목숨|인명",
        ),
        (
            "injured",
            "injured|injuries|wounded",
            "부상|다[쳤친]",
            "injur|hurt|wound|casualt|harm|unharmed|victim|hospital",
            "부상|다[쳤친]|인명|피해|중상|경상",
        ),
        (
            "rejected",
            "rejected|turned down|denied",
            "기각|거부|반려|불허",
            r"reject|turn\w* down|den(?:y|ied|ies)\b|refus|dismiss|declin|not accept|not approv"
            r"|against|oppos|veto|disallow",
            "기각|거부|반려|불허|부결|각하|않",
        ),
        (
            "resumed",
            "resumed?|restart(?:ed)?|reopen(?:ed)?",
            "재개",
            "resum|restart|reopen|again|re-open|recommenc",
            "재개|다시|재가동|재시작",
        ),
        (
            "postponed",
            "postponed?|delay(?:ed)?|put off",
            "연기|지연|미뤄",
            "postpon|delay|put off|late|defer|resched|extend|push\\w* back|instead of",
            "연기|지연|미[뤄루뤘]|늦|연장|변경",
        ),
        (
            "arrested",
            "arrest(?:ed|s)?|detained",
            "체포|구속",
            "arrest|detain|custody|caught|apprehend|indict|prosecut|jail",
            "체포|구속|검거|붙잡|송치|기소",
        ),
        (
            "acquired",
            "acquired?|merged?|taken over",
            "인수|합병",
            "acqui|merg|take\\w*[ -]?over|took over|bought|buy|purchas|stake",
            "인수|합병|매입|매수|지분",
        ),
        (
            "delivered",
            "delivered|arrived?",
            "도착|납품",
            "deliver|ship|arriv|reach|suppl|sent|hand\\w* over|received?|land(?:ed|s)\\b|export"
            "|unload",
            "도착|납품|인도|전달|수출|선적|공급|반입|입항|하역",
        ),
    )
)
"""All of them, the first that is asked for counts."""


def find_asked_stage(question: str) -> Form | None:
    """The stage that a question asks for by its words; None where it asks for none of these.

    >>> stage = find_asked_stage("Has the plant been completed?")
    >>> stage.name, stage.is_in("It is to be completed in May."), stage.is_in("It was contracted.")
    ('completed', True, False)
    """
    return next((each for each in STAGES if each.asked.search(question)), None)
