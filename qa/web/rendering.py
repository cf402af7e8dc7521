"""Templates into pages: the one file that imports jinja2.

Every value is escaped: what releases say is text, whatever markup is in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from qa.answers import count_percent
from qa.output.citations import CitationForm, find_web_address, write_citation
from qa.output.reasons import write_adjustment, write_reason
from qa.output.words import Language, Words, read_words
from qa.questions import Aspect
from qa.web.asked import Asked, Sort
from qa.web.languages import choose_language
from qa.web.results import cut, name_degree
from qa.web.static_files import StaticFolder

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    # The question is in the address, and no concern of the sites that releases are on.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is shown a page: what the address asks, the language, and what their copy is of."""

    asked: Asked
    words: Words
    path: str
    known: str


class Pages:
    """Makes pages of templates."""

    def __init__(self, static: StaticFolder) -> None:
        self._words = read_words("qa.web")
        self._environment = Environment(
            loader=PackageLoader("qa.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            static=static.find_address,
            cut=cut,
            degree=name_degree,
            percent=count_percent,
            write_citation=write_citation,
            write_reason=write_reason,
            write_adjustment=write_adjustment,
            web_address=find_web_address,
            forms=list(CitationForm),
            languages=list(Language),
            sorts=list(Sort),
            aspects=Aspect,
            drawn=Markup,
        )
        self._environment.filters["name_period"] = lambda period, words: words.name_period(period)
        self._environment.filters["in_path"] = lambda text: quote(text, safe="")

    def identify_reader(self, request: Request, asked: Asked) -> Reader:
        """Who a request comes from."""
        language = choose_language(asked.lang, request.headers.get("accept-language", ""))
        known = request.headers.get("if-none-match", "")
        return Reader(asked, self._words[language], request.url.path, known)

    def show(
        self, reader: Reader, template: str, values: Mapping[str, object], status: int = 200
    ) -> Response:
        """The page of a template; 304 where the reader has it as it is."""
        words = reader.words
        page = self._environment.get_template(template).render(
            asked=reader.asked,
            path=reader.path,
            words=words,
            say=words.say,
            lang=words.language.value,
            **values,
        )
        tag = f'"{sha256(page.encode()).hexdigest()[:32]}"'
        headers = {**_HEADERS, "Vary": "Accept, Accept-Language"}
        if status != 200:
            return HTMLResponse(page, status, {**headers, "Cache-Control": "no-store"})
        headers |= {"ETag": tag, "Cache-Control": "private, no-cache"}
        if tag in reader.known:
            return Response(status_code=304, headers=headers)
        return HTMLResponse(page, headers=headers)
