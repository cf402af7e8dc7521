"""Words by which a question is put, and which ask for nothing: greetings, thanks, requests.

"Hi, could you give me a rundown of last week's releases, please?" asks for last week's releases,
and so do "I was away last week, what did I miss?" and "지난주 보도자료 좀 정리해 줄래?".
An English request leads its clause, a Korean one ends it: the same words elsewhere are a matter
("thanksgiving", "정리해고").
"""

import re

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex

_HANGUL = "가-힣"
_GAP = r"\W{0,4}"  # bounded, so that time is linear in the text
_BEGINS = r"(?:(?:^|(?<=[.!?,;:\n]))[^\w(]{0,4})"
_CLOSES = rf"(?={_GAP}(?:$|[.!?,;:\n]))"

GREETING = (
    r"(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|excuse me|sorry"
    r"|dear (?:all|team|colleagues?|sirs?(?: or madam)?|madam))"
    r"(?: (?:there|all|everyone|everybody|team|again))?"
)
THANKS = (
    r"(?:(?:many |very many )?thank(?:s| you)|cheers|much appreciated)"
    r"(?: (?:so much|very much|a lot|again|in advance|for your help))*"
)
_PLEASE = r"(?:please|kindly|pls)"
_IF_YOU = (
    r"if (?:you (?:can|could|would|will|don['’]t mind|please|have (?:a moment|time))"
    rf"|(?:at all )?possible|(?:there (?:is|are|was|were) )?any){_CLOSES}"
)
# Why what was new is asked for: "I was away last week."
_LEAVE = r"(?:\w+ ){0,2}(?:leave|holidays?|vacation|trip|break)"
_AWAY = (
    r"(?:i|we)(?:['’]ve been| have been| had been| was| were|['’]m| am|['’]re| are)"
    r" (?:away|off|absent|ill|sick|travell?ing|out(?: of (?:the )?(?:office|town|country))?"
    rf"|(?:just )?back(?: from {_LEAVE})?|on {_LEAVE})"
    rf"(?:{_CLOSES}|(?:\s(?:for|from|since|during|over|all|on|in|the|and))*"
    r"(?=\s(?:last|this|past|yesterday|today|[0-9]|one|two|three|few|week|month"
    r"|(?:mon|tues|wednes|thurs|fri)day)))"
)
_SOFTENED = r"(?:\s(?:please|kindly|just|quickly|briefly|perhaps|possibly|maybe|also|really))*"
# Who is asked, and what whoever asks would have.
_OPENING = (
    r"(?:(?:do|would) you (?:mind|happen to|know|have)"
    r"|(?:can|could|will|would|might|may) (?:you|we|i|some(?:one|body)|any(?:one|body))"
    r"|(?:i|we)(?:['’]d|['’]ll| would| should| will)? ?(?:just |also |really |very much )*"
    r"(?:like|love|want|wish|need|have|hope|wonder|was wondering|was hoping"
    r"|(?:['’]?a?m |are |be |am )?(?:grateful|glad|happy|curious|interested|keen|obliged|thankful)"
    r"|appreciate)(?: (?:to|for|in|about|if|it))*"
    r"|(?:i['’]m|i am|we['’]re|we are|just)(?: just)? (?:looking|wondering|asking|searching|curious"
    r"|interested|after|here)(?: (?:for|about|if|in|to))*"
    r"|let (?:me|us)|help (?:me|us))"
)
_PLAIN_VERB = (
    r"(?:tell|show(?:ing)?|giv(?:e|ing)|get|find|fetch|list|display|summari[sz]e|recap|pull up"
    r"|look up|search for)"
)
_VERB = (
    rf"(?:{_PLAIN_VERB}|tell(?:ing)?|listing|send(?:ing)?|bring(?:ing)?|run|walk|talk|take|fill"
    r"|catch|keep|updat(?:e|ing)|brief|inform|remind|shar(?:e|ing)|see|hear|know|learn|read|view"
    r"|have|ask|check|find out|be (?:told|shown)|look at|catch up)"
)
_WHOM = (
    r"(?:me|us)(?: (?:in|up|through|over|posted|know|see|have|hear|abreast)"
    r"(?: to (?:date|speed))?)?"
)
_DIGEST = (
    r"(?:(?:an?|the|some|your) )?(?:(?:quick|brief|short|full|complete|concise|little|rough) )*"
    r"(?:rundown|run-down|overview|summary|digest|round-?up|recap|run-through|list(?:ing)?|outline"
    r"|briefing|idea|sense|picture|look|glance)(?= (?:of|on|about|at|from))"
)
_OF = r"(?:of|on|about|at|with)"
_OPENED = rf"{_OPENING}{_SOFTENED}(?:\s{_VERB}\b(?:\s{_WHOM})?)?"
_TOLD = rf"(?:{_VERB}\s{_WHOM}|{_PLAIN_VERB}|shar(?:e|ing)(?= the\b))"
_REQUEST = (
    rf"(?:(?:{_PLEASE}\s)?(?:{_OPENED}|{_TOLD})|{_PLEASE})\b"
    rf"{_SOFTENED}(?:\s{_DIGEST})?(?:\s{_OF}\b)?"
)
_GREETED = rf"{GREETING}(?:{_CLOSES}|\s)"
_ENGLISH = lazy_regex(
    rf"{_BEGINS}(?:{_GREETED}{_GAP})?(?:{_AWAY}|{_REQUEST})"
    rf"|{_BEGINS}{_GREETED}{_GAP}|{_GAP}\b(?:{THANKS}{_CLOSES}|{_IF_YOU}|{_PLEASE}{_CLOSES})",
    re.IGNORECASE,
)

_CLOSES_KO = r"(?=\s?(?:$|[.?!,~…;\n]))"
# What is done with releases for whoever asks, and how.
_DIGEST_KO = (
    r"(?:정리|요약|설명|소개|안내|공유|브리핑|확인|검색|조회|나열|열거|출력|작성|제공|전달|회신"
    r"|답변)"
)
_STEM = (
    rf"(?:알려|보여|들려|가르쳐|찾아|뽑아|모아|추려|골라|꺼내|읽어|보내|전해|말해|말씀해"
    rf"|(?:이야기|얘기|대답)해|{_DIGEST_KO}(?:[을를]?\s(?:좀\s)?)?해)(?:서|다)?"
)
_HOW = (
    r"(?:좀|한\s?번|다시|간단히|간단하게|간략히|간략하게|짧게|자세히|상세히|빨리|얼른|쭉|죽|쫙"
    r"|싹|혹시|부디|제발|미리)"
)
_CAN = rf"수(?:는|가)?\s?(?:있|없)[{_HANGUL}]*"
_GIVE = (
    rf"(?:줘[요라봐]*|다오|달라고?|줄(?:래|까|게)?요?(?:\s{_CAN})?|봐[요라]?|보(?:세요|십시오|시죠|자)"
    rf"|볼(?:래|까)요?|드려요?|주(?:[세셔십시라렴소]|실|겠|길|기)[{_HANGUL}]*(?:\s(?:{_CAN}|바[라랍][{_HANGUL}]*))?"
    rf"|주(?:시)?(?:면|었으면)\s(?:대단히\s|정말\s)?[{_HANGUL}]+)"
)
_WISH_KO = (
    rf"(?:알고|보고|듣고|읽고|받아\s?보고|확인하고|살펴보고|찾고)\s?(?:싶|있)[{_HANGUL}]*"
    rf"|궁금[{_HANGUL}]*"
    rf"|(?:알|볼|들을|받을|받아\s?볼|찾을|찾아\s?볼|구할|읽을|열람할|확인할)\s?{_CAN}"
    rf"|(?:{_DIGEST_KO}[을를]?\s)?(?:좀\s)?부탁[{_HANGUL}]*"
)
COURTESY_KO = (
    r"안녕(?:하세요|하십니까|하신가요)?|여보세요|반갑습니다|저기요?"
    r"|(?:수고|고생)(?:가|하십니다|하세요|하셨습니다|들?\s?(?:많으십니다|많으세요|많으셨습니다))"
    r"|실례(?:합니다|지만|하지만|하겠습니다만?|되지만)|죄송(?:합니다만?|하지만|한데요?)|미안(?:하지만|한데)"
    r"|(?:대단히\s|정말\s|미리\s)?(?:감사|고맙)(?:합니다|드립니다|해요|하겠습니다|습니다|겠습니다)|고마워요?"
    r"|(?:바쁘시|번거로우시)겠지만|바쁘신데|가능(?:하면|하시면|하다면)|괜찮(?:으시면|으면|다면)"
    r"|있(?:으면|다면|거든)|혹시|부디|제발"
)
_KOREAN = lazy_regex(
    rf"(?<![{_HANGUL}])(?:(?:{_HOW}\s){{0,4}}(?:(?:{_STEM}\s?){{1,4}}(?:봐\s)?{_GIVE}|{_WISH_KO}){_CLOSES_KO}"
    rf"|(?:{COURTESY_KO})(?![{_HANGUL}]))"
)


def find_courtesy(text: str) -> list[Span]:
    """Where `text` greets, thanks or asks to be told, in order.

    >>> text = "Could you tell me what was new, please?"
    >>> [text[span.start : span.end].strip() for span in find_courtesy(text)]
    ['Could you tell me', ', please']
    """
    found = [*_ENGLISH.finditer(text), *_KOREAN.finditer(text)]
    return sorted((Span(*each.span()) for each in found), key=lambda span: span.start)
