"""How the service's log is written: for people, or a JSON object a line for programs."""

import json
import logging
from datetime import UTC, datetime

from qa.api.journal import Line
from qa.settings import LogFormat


class JsonFormatter(logging.Formatter):
    """A line as a JSON object: time, level, process, logger, and the message or the fields of a
    request."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "pid": record.process,
            "logger": record.name,
        }
        arguments = record.args if isinstance(record.args, tuple) else ()
        if len(arguments) == 1 and isinstance(arguments[0], Line):
            line |= arguments[0].fields
        else:
            line["message"] = record.getMessage()
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        # ASCII: whatever a question holds, a line stays one.
        return json.dumps(line)


def configure_logging(form: LogFormat, *, workers: int = 1) -> None:
    """Have everything that is logged written to stderr in this form.

    Lines for people name their process when there are several workers.
    """
    handler = logging.StreamHandler()
    if form is LogFormat.JSON:
        handler.setFormatter(JsonFormatter())
    else:
        process = " %(process)d" if workers > 1 else ""
        handler.setFormatter(logging.Formatter(f"%(levelname)s{process}: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
