"""Words of a question that speak of releases being published, or of figures being asked for.

Some words are said of releases alone ("announced", "press release", "보도자료"); others also of
what is in them ("reported", "said", "있었"), and only tell where nothing else is asked for.
"""

import re
from functools import lru_cache

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.understanding.words_before import find_before

_KEPT = 256  # questions, each of whose periods asks for the same words

PUBLISHING_WORD = (
    r"(?:announc(?:e[ds]?|ing|ements?)"
    r"|(?<!before we )(?<!before i )publi(?:sh(?:e[ds]|ing)?|cations?)"
    r"|releas(?:e[ds]?|ing)"
    r"|issu(?:ed|ing)|unveil(?:ed|ing|s)?|reveal(?:ed|ing|s)?|disclos(?:ed?|ing|ures?)|dated"
    r"|circulat(?:ed?|ing)|disseminat(?:ed?|ing)|s(?:aw|ee|een) the light of day"
    r"|communicat(?:e[ds]?|ing)|communications?(?= (?:on|about|regarding)\b)"
    r"|ha(?:d|s|ve|ving)(?: had)?(?: \w+){0,2} to say"
    r"|(?:was|were|been|that|it) distributed|upload(?:ed|s)?"
    r"|post(?:ed|s)|appear(?:ed|ing)?|emerged|surfaced|divulged|publici[sz]e[ds]?"
    r"|bec[ao]me (?:known|public)"
    r"|(?:came|comes?|coming|went|go|goes|going|rolled|rolling|handed|pushed) out"
    r"|(?:put|puts|putting|sent|sends?|given?|gave|brings?|brought|got|get)"
    r" (?:(?!in\b|on\b)\w+ ){0,2}out"
    r"|(?:turned|cropped|popped|put|went|c[oa]me) up|(?:put|brought) forward|went (?:live|public)"
    r"|ma(?:d|k)e (?:\w+ )?(?:public|known|available)"
    r"|(?:press|news|media) [a-z]+"
    r"|statements?|bulletins?|notices?|communiqu[eé]s?|news|updates?"
    r"|headlines?(?!\s(?:number|figure|rate|value|total|reading|growth|inflation|level)s?\b)"
    r"|newly(?! (?:\w+ed|built|made|won|begun|drawn|set)\b)"
    r"|items?(?=\s(?:on|about|regarding|concerning|covering|from|time-stamped))"
    r"|articles?|briefings?(?! notes?)|dispatch(?:es|ed)?|circulars?|the press|press office"
    r"|(?:what(?:['’]s|\sis|\swas|\swere|\shas\sbeen)?|anything|something)\snew"
    r"(?!\s(?!about|on|in|with|last|this|from|since|regarding|concerning|over|during|for"
    r"|within|the|two|yesterday|today|earlier|between|after|before|at|so|no)\w))"
)
# What is said of figures too is a word of publishing only as it stands here: a bond is issued
# (발행액), a car registered anew (새로 등록된), a surplus made (흑자를 낸), a figure comes out so.
_PUBLISHING_KO = (
    r"발표(?!\s?기준이?\s?(?:아니|아닌|말고))|공개|배포|보도|소식|(?<!결과로 )나온"
    r"|(?<!어떻게 )(?<!얼마나 )나왔|나오|공지|알린|알려진|밝힌|밝혔|게시|게재|올라온"
    r"|올린(?!\s\S*(?:수출|수입|실적|매출|흑자))|올라왔|내놓|내놨"
    r"|날짜가 붙은|날짜로|찍힌"
    r"|쏟아진|쏟아져|띄운|출고|고시(?!원)|공표|뉴스|발간|공고|브리핑(?!용)|발신|내보낸|선보"
    r"|발행(?!\s?(?:[액량]|규모|잔액|총액|실적|금리))|새로(?!\s\S*[된한진긴은른]\s)"
    r"|등록된(?=\s(?:\S+\s){0,2}(?:자료|보도|게시|글|소식|뉴스|발표|문서|[건것]))"
    r"|(?<![가-힣])(?<![자익과금세록수]를\s)(?<![익금출록]을\s)낸"
)
# Verbs of one who is asked about: "what did Reid write", where "write me a list" asks, a letter is
# no release, "who did the Senate confirm" is of a nominee, and "the state" is no verb.
_DID = r"(?<!who )(?<!whom )did (?:[\w.'’-]+ ){1,5}?"
_STATE = r"(?<!the )(?<!a )(?<!united )(?<!his )(?<!her )state(?= (?:on|in|about|at|last)\b|\W*$)"
_SAY = rf"(?:write(?! to\b)|declare|explain|outline|argue|warn|urge|stress|{_STATE})"
_TELLING_WORD = (
    r"(?:report(?:s|ed)?|(?:was|were|is|are|been) there|there (?:was|were|been)|anything|something"
    r"|everything|nothing(?!\s(?:else|more))|any word|word from"
    r"|happen(?:ed|ing)?|said"
    r"|(?<!i )(?<!we )says?|told|tell us|wrote|written|declared|stated|presented"
    rf"|{_DID}(?:present|introduce|launch|propose|confirm|{_SAY})"
    r"|mention(?:ed|s)?|messages?|deals? with|dealt|cover(?:ed|s)?|release|information|heard?"
    r"|learn(?:ed|t)?|had from"
    r"|read|papers|texts|documents|materials?|reporters|journalists|handouts?|spoken?|speak"
    r"|comment(?:ed)?"
    r"|outlined|explained|confirmed|introduced|launched|proposed|developments?|going on)"
)
_TELLING_KO = (
    r"무슨|뭐라고?|무어라고?|말했|있었|생긴|벌어진|일어난|전한"
    r"|(?:제안|선언|강조|촉구|주장|경고)[한했]|알렸|한 말|자료|새로운|언급|말한|설명|내용"
    r"|어떤(?!\s(?:품목|제품|나라|국가|지역|시장|산업|업종|기업|회사))"
)

_PUBLISHING = lazy_regex(rf"\b{PUBLISHING_WORD}\b|{_PUBLISHING_KO}", re.IGNORECASE)
_TELLING = lazy_regex(rf"\b{_TELLING_WORD}\b|{_TELLING_KO}", re.IGNORECASE)
_SAYING = lazy_regex(
    r"\b(?:report(?:s|ed)?|said|says?|told|tell us|wrote|written|stated|mention(?:ed|s)?|heard?"
    rf"|any word|comment(?:ed)?|explained|{_DID}{_SAY})\b",
    re.IGNORECASE,
)
_ASKING = lazy_regex(
    r"\bhow (?:much"
    r"|many(?!\s(?:\w+\s){0,2}(?:releases|announcements|statements|documents|notices))"
    r"|large|big|high|low|fast|strong(?:ly)?)\b|\bby how\b"
    r"|\byear[- ]o(?:n|ver)[- ]year\b|\by(?:/y|oy)\b"
    r"|\b(?:what|which) (?:figure|number|value|level|rate|amount|volume|share|total)"
    r"|\b(?:figures?|numbers?|value|report(?:ed)?|total|recorded|registered|posted|logged) for\b"
    r"|\bhow (?:did|do|does|were|was|have|has|had)\b[^.?!]{1,80}\b(?:do|done|doing|go|gone|fared?"
    r"|perform(?:ed)?|develop(?:ed)?|changed?|moved?|evolved?|look(?:ed)?|turn(?:ed)? out"
    r"|h[eo]ld up)\b|\bwhere\b[^.?!]{1,80}\b(?:stood|stands?)\b"
    r"|증감률|얼마|(?<!자료[는가]\s)(?<!자료는 모두\s)몇",
    re.IGNORECASE,
)
_FIGURES = lazy_regex(
    r"\b(?:exports|exported|imports|imported|shipments|shipped|sales|sold|output|production"
    r"|produced|surplus|deficit|balance|index|growth|figures?|numbers?|amount(?:ed)?|volume|value"
    r"|rate|level|totals?|turnover|percent\w*|prices?|demand|consumption|average|orders|fdi"
    r"|statistics|statistical|data|survey|consumed|invested|investments?|attracted|grew|rose|fell"
    r"|contracts|employed|employees|headcount|revenues?|backlog|intake"
    r"|registrations?|completions?|deliver(?:y|ies)|vacancies|utili[sz]ation|occupancy|throughput"
    r"|tonnage|transactions?|inventories|spending|expenditures?|earnings|arrivals|bookings|usage"
    r"|ratio|share|count|generation|capacity|employment|emissions|sentiment|bsi"
    r"|(?:energy|power|electricity|fuel|gas|oil|water) use)\b"
    r"|수출입|실적|액(?![가-힣])|액[은는이을의도]|률|율|지수|수지|통계|동향|규모|흑자|적자|비중|건수|점유|얼마|몇|수치"
    r"|증감|총|대수|추이|가격|평균|수요|수출|수입|투자|판매|생산|매출|전망"
    r"|(?<![가-힣])\S{1,12}(?<![차역])량(?![가-힣])|(?<![차역])량[은는이을의도](?![가-힣])"
    r"|요금|물가|수주액|거래액|고용|취업자|재고|\s수(?=$|[은는가를에의로?]|\s(?![있없]))",
    re.IGNORECASE,
)
# Words of publishing that only say how a figure stands: "the published figure", "exports came out
# at", "exports posted last month".
_STANDS = lazy_regex(
    r"(?:announced|published|released|issued|disclosed) (?=(?:\w+ )?(?:figures?|numbers?|values?"
    r"|totals?|levels?|amounts?|rates?)\b)|(?:came|comes?|coming) out (?:at|to)\b"
    r"|appear(?:ed)? to\b",
    re.IGNORECASE,
)
# "exports posted last month", "what surplus was posted"; "how did exports come out", "went up".
_BY_FIGURE = lazy_regex(r"(?:post(?:ed|s)|emerged|surfaced)\b", re.IGNORECASE)
_PASSIVE = lazy_regex(r"\s(?:(?:that|which)\s)?(?:(?:was|were|is|are|has|have|been)\s){0,2}")
_MOVES = lazy_regex(r"(?:came|comes?|coming|went|goes?|turned) (?:out|up)\b", re.IGNORECASE)
_HOW = lazy_regex(r"\bhow\b[^.?!]*$", re.IGNORECASE)
# What is only cited: "exports last month, as announced".
_CITED = lazy_regex(r"\b(?:as|(?:according to|as per) (?:[\w'’]+ ){0,4})\s?$", re.IGNORECASE)
_HANGUL = lazy_regex(r"[가-힣]")


@lru_cache(_KEPT)
def find_publishing(text: str) -> tuple[Span, ...]:
    """Where `text` speaks of publishing.

    >>> [span.start for span in find_publishing("What was announced last week?")]
    [9]
    """
    spans = (Span(*found.span()) for found in _PUBLISHING.finditer(text))
    return tuple(span for span in spans if not _only_states(text, span))


def _only_states(text: str, span: Span) -> bool:
    """Whether a word of publishing says what a figure is, or who says so, and not when."""
    if find_before(_CITED, text, span.start, far=48) or _STANDS.match(text, span.start):
        return True
    if _MOVES.match(text, span.start):
        return find_before(_HOW, text, span.start) is not None
    return _BY_FIGURE.match(text, span.start) is not None and any(
        _PASSIVE.fullmatch(text, each.end, span.start) for each in find_figure_words(text)
    )


def find_telling(text: str) -> tuple[Span, ...]:
    """Where it speaks of telling or being there: of releases, where nothing else is asked for."""
    return tuple(Span(*found.span()) for found in _TELLING.finditer(text))


@lru_cache(_KEPT)
def find_saying(text: str) -> tuple[Span, ...]:
    """Where it speaks of telling by words that are said of speakers and of writings alone."""
    return tuple(Span(*found.span()) for found in _SAYING.finditer(text))


def asks_for_figures(text: str) -> bool:
    """Whether it asks for a figure, which is about a period: "How much", "증감률"."""
    return _ASKING.search(text) is not None


def speaks_of_figures(text: str) -> bool:
    """Whether it speaks of what figures are made for, asking for them or not: "exports"."""
    return _ASKING.search(text) is not None or _FIGURES.search(text) is not None


@lru_cache(_KEPT)
def find_figure_words(text: str) -> tuple[Span, ...]:
    """Where it speaks of what figures are made for."""
    return tuple(Span(*found.span()) for found in _FIGURES.finditer(text))


def has_korean(text: str) -> bool:
    return _HANGUL.search(text) is not None
