"""What people say around a question, and instead of one, to whatever answers.

"Hi there! I'm a student writing a report. What were ICT exports? Thank you!" asks for the exports
alone, and the chat around them would draw other sentences. It is left out where it stands before
the question or behind it, in sentences of its own. Who asks is left out only where a question in
its own right is left: "I study battery exports. How much are they?" says what "they" are. Words
within the question that only put it ("could you tell me") are found by `qa.understanding.courtesy`.

"Hello", "help", "who are you?" and "뭘 할 수 있어?" ask for nothing that a release could tell,
where one word of a matter, "recalls", does.
"""

import re

from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.understanding.courtesy import COURTESY_KO, GREETING, THANKS, find_courtesy
from qa.understanding.cutting import cut_out

_ROUNDS = 6  # pieces of chat on either side
_RUN = lazy_regex(r"\s+")
_STOPS = r"(?:\s?[,.!:;~…]+\s?|\s?[–—]\s?|\s-+\s|\n|\s?$)"
_ASKS = (
    r"(?=(?:what|how|who|whom|when|where|why|which|can|could|would|will|do|does|did|is|are|was"
    r"|were|please|tell|show|give|list|find|i)\b)"
)
_GREETED = lazy_regex(
    rf"\s?(?:(?:{GREETING}|sorry to (?:bother|trouble|disturb) you)(?:{_STOPS}|\s{_ASKS})"
    rf"|(?:(?:(?:one|a|just a) )?(?:quick|short|small|simple) question|{COURTESY_KO}){_STOPS})",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:student|journalist|reporter|researcher|analyst|teacher|professor|lecturer|intern|trainee"
    r"|consultant|economist|writer|editor|blogger|lawyer|trader|investor|exporter|importer|engineer"
    r"|beginner|newcomer|employee|diplomat|reader|citizen)"
)
_WRITING = (
    r"(?:writing|preparing|drafting|finishing|doing|working on) (?:\w+ ){0,3}?"
    r"(?:report|paper|thesis|dissertation|article|essay|story|homework|assignment|presentation)"
)
_INTRODUCED = lazy_regex(
    r"\s?(?:(?:and|so)\s)?"
    rf"(?:(?:i['’]?m|i am|we['’]?re|we are)\s[^.?!;:\n]{{0,40}}?\b(?:{_PERSON}s?|{_WRITING})\b"
    r"|my name is\b|this is (?=\w+ (?:from|at|of|with)\b)"
    rf"|(?:i|we) (?:work|study)\b|(?:i|we) (?:need|want) (?:this|it|that) for\b"
    rf"|i have (?:a|one|another) (?:(?:quick|short|small|simple) )?question\b(?=\W))"
    r"[^.?!;:\n]{0,120}[.!;:\n]\s?"
    r"|\s?(?:저는|전|제가|저희는|나는)\s"
    r"(?:\S{1,10}[에를을서]\s(?:쓰는|작성하는|준비하는|다니는|일하는|근무하는)\s(?:\S{1,6}\s)?)?"
    r"(?:학생|기자|연구원|연구자|직장인|회사원|교사|교수|애널리스트|작가|시민)"
    r"(?:입니다|이에요|예요|인데요?|이고요?)[.,!\s]+"
    r"|\s?(?:(?:저는|제가|저희는)\s)?(?:보고서|논문|기사|과제|리포트|레포트)[을를]?\s"
    r"(?:쓰고|작성하고|준비하고)\s(?:있습니다|있어요|있는데요?)[.,!\s]+"
    r"|\s?제 이름은\s[^.?!\n]{1,30}(?:입니다|이에요|예요)[.,!\s]+",
    re.IGNORECASE,
)
# Who asks may name what is asked about, and the question speak of it again.
_ON = lazy_regex(r"\b(?:about|on|in|into|of|for|with|regarding|concerning)\b|관한|대한|관해|대해")
_AGAIN = lazy_regex(
    r"\b(?:they|them|their|it|its|this|that|these|those|there|such|he|she|his|her|here|one|same)\b"
    r"|그(?=\s)|이(?=\s)|그것|이것|거기|여기",
    re.IGNORECASE,
)
_ASKED = lazy_regex(
    r"\?|\b(?:what|how|who|which|when|where|why|tell|show)\b|[나까]요|니까|얼마|알려", re.IGNORECASE
)
_OF_ITS_OWN = 3  # terms of a question that needs nothing said before it
_THANKED = lazy_regex(
    r"(?:^|(?<=[.?!,;:\n–—-])|(?<=[요다까]\s))\s?"
    rf"(?:{THANKS}(?: for (?:your|the|any|all) [^.?!\n]{{0,30}})?"
    r"|(?:any|all|your) [^.?!\n]{0,20}(?:help|answer|reply|information)[^.?!\n]{0,30}appreciated"
    r"|(?:have|enjoy) (?:a|your) [^.?!\n]{0,20}(?:day|weekend|evening|week)"
    r"|(?:(?:best|kind|warm)(?:est)? )?(?:regards|wishes)(?:[,\s]{1,3}\w+){0,3}|bye|수고하세요"
    r"|(?:(?:대단히|정말|미리)\s)?(?:(?:감사|고맙)[가-힣]*[다요]|고마워요?))\W*$"
    r"|(?<=\w)\s(?:please|pls|plz)\W*$",
    re.IGNORECASE,
)

_YOU = r"(?:you|u|this|it|the (?:service|site|page|tool|bot))"
_WE = rf"(?:{_YOU}|i|we)"
_TALK_ENGLISH = (
    r"(?:help|test|testing)(?: (?:me|please|123|test|testing|1 2 3))*|(?:this is |just )?an? test"
    r"|(?:can|could|would|will) you (?:please )?help(?: me)?|(?:i need|need)(?: some| your)? help"
    r"|o ?k|okay|yes|no|yep|yeah|nope|good ?night|see you(?: later)?|(?:good)?bye|never ?mind"
    r"|sorry|please|lol|(?:ha){2,}|h?m+|you['’]?re welcome|(?:a )?(?:quick )?questions?"
    r"|(?:i have|i['’]ve got) (?:a|one|some|another) (?:quick )?questions?"
    rf"|(?:who|what)(?: are|['’]?s| is|['’]?re) {_YOU}|who (?:made|built) {_YOU}"
    r"|what is this (?:for|about)"
    r"|what(?:['’]s| is) (?:up|your name)|is any(?:one|body) there|are you (?:there|ok|real|human"
    r"|alive|an? (?:\w+ )?(?:ro)?bot|an? (?:ai|llm|human|person|machine)|(?:chat)?gpt)"
    rf"|what (?:else )?(?:can|do|could|should|may) {_WE}"
    r"(?: (?:do|ask|know|answer|search|offer|find|help))(?: (?:you|me|us|here|for|about|with))*"
    rf"|how (?:can|do|should|could) {_WE} (?:use|ask|work|search|help|start)(?: (?:{_YOU}|me))?"
    rf"|how does {_YOU} work|how are you(?: (?:doing|today))*|how(?:['’]s| is) it going"
    r"|how do you do|(?:nice|pleased|good|glad) to meet you"
    r"|tell me (?:about yourself|a joke|something)"
)
_TALK_KOREAN = (
    r"도움말?|헬프|도와\s?(?:줘|줄래|주세요|줄\s?수\s?있(?:어|나)요?|주실\s?수\s?있(?:나요|습니까|을까요))"
    r"|테스트(?:\s?(?:중|입니다|중입니다))?|네|넵|넹|응|아니[요오]|오케이|[ㄱ-ㅎㅏ-ㅣ]+|하이|헬로우?"
    r"|잘\s?(?:가|있어|지내(?:니|세요)?)요?|(?:너|넌|너는|당신은?|이건|이게)\s?(?:누구|뭐|뭔|무엇)"
    r"[가-힣]{0,5}|누구(?:야|니|세요|십니까|신가요|인가요)"
    r"|(?:네|너의|당신의)?\s?이름이\s?(?:뭐|무엇)[가-힣]{0,5}|(?:넌|너는|당신은|여기서)?\s?"
    r"(?:무엇|뭐|뭘|무얼|어떤\s?(?:것|걸|거|질문))[을를]?\s?(?:할|도와줄|물어볼|물을|질문할|검색할)"
    r"\s?수\s?있[가-힣]*|어떻게\s?(?:사용|이용|질문|검색)[가-힣]*|사용법|(?:사용|이용)\s?방법"
    r"|질문\s?(?:이\s?)?있[가-힣]*"
)
_TALK = lazy_regex(f"{_TALK_ENGLISH}|{_TALK_KOREAN}", re.IGNORECASE)
_EDGES = lazy_regex(r"^[\W_]+|[\W_]+$")


def leave_out_chat(text: str) -> str:
    """What is asked, without the chat before and behind it; "" where nothing is.

    >>> leave_out_chat("Hi! I'm a student. What were exports in May? Thanks a lot!")
    'What were exports in May?'
    >>> leave_out_chat("Hello, who are you?")
    ''
    """
    rest = _RUN.sub(lambda run: "\n" if "\n" in run[0] else " ", text)
    for _ in range(_ROUNDS):
        if before := _GREETED.match(rest) or _match_introduction(rest):
            rest = rest[before.end() :]
        if behind := _THANKED.search(rest):
            rest = rest[: behind.start()]
    left = (_EDGES.sub("", each) for each in (rest, cut_out(rest, find_courtesy(rest))))
    asks_nothing = any(not each or _TALK.fullmatch(each) for each in left)
    return "" if asks_nothing else rest.strip()


def _match_introduction(text: str) -> re.Match[str] | None:
    """Who asks, where `text` begins with it and is a question without."""
    found = _INTRODUCED.match(text)
    if found is None or _ON.search(found[0]) is None:
        return found
    rest = text[found.end() :]
    if _AGAIN.search(rest) or not _ASKED.search(rest):
        return None
    said = find_terms(cut_out(rest, find_courtesy(rest)))
    return found if len(said) >= _OF_ITS_OWN else None
