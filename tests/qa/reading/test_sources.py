"""Files and folders of releases on a real disk, in the encodings they come in."""

import doctest
import json
import os
from pathlib import Path

import pytest

from qa.errors import SourceError
from qa.reading import sources
from qa.reading.decoding import decode_text
from qa.reading.sources import name_source, read_sources
from qa.records import Reading

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
LISTING = "-\nKorea’s Exports Rise\nExports rose. date2025-12-01\n"
KOREAN = "-\n11월 수출 증가\n수출이 역대 최대를 기록했다. 등록일2025-12-01\n"
RECORD = json.dumps({"title": "Imports Fall", "published": "2025-12-02", "body": "They fell."})
QUESTION = json.dumps({"question": "What rose?", "release_id": "2025-12-01-0a1b2c3d4e"})


def read_titles(reading: Reading) -> list[str]:
    return [release.title for release in reading.releases]


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(sources).failed == 0


def test_seeds_folder_holds_eight_releases_and_its_questions_are_no_problem() -> None:
    reading = read_sources([SEEDS])
    assert len(reading.releases) == 8
    assert reading.problems == ()


def test_folder_is_read_with_those_inside_it_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "c.TXT").write_text(LISTING.replace("Rise", "C"), encoding="utf-8")
    (tmp_path / "b" / "z.ndjson").write_text(RECORD, encoding="utf-8")
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    reading = read_sources([tmp_path])
    assert read_titles(reading) == ["Korea’s Exports Rise", "Imports Fall", "Korea’s Exports C"]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\ntitle: {title}\ndate: 2025-12-01\n---\nExports rose.\n"),
        (
            "a.html",
            "<title>{title}</title><p>Date 2025-12-01</p><div class=view_cont>Exports rose.</div>",
        ),
        (
            "a.xml",
            "<rss version='2.0'><channel><item><title>{title}</title><description>Exports rose."
            "</description><pubDate>2025-12-01</pubDate></item></channel></rss>",
        ),
        ("a.jsonl", '{{"title": "{title}", "published": "2025-12-01", "body": "They rose."}}'),
    ],
)
def test_title_of_no_end_is_a_problem_in_every_form(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text.format(title="Exports Rise"), encoding="utf-8")
    assert read_titles(read_sources([path])) == ["Exports Rise"]
    path.write_text(text.format(title="Exports Rise " * 100), encoding="utf-8")
    reading = read_sources([path])
    assert reading.releases == ()
    [problem] = reading.problems
    assert "expected at most 1,000 characters as title, found 1,299" in problem.reason


def test_paths_are_read_in_the_order_given(tmp_path: Path) -> None:
    first, second = tmp_path / "z.jsonl", tmp_path / "a.txt"
    first.write_text(RECORD, encoding="utf-8")
    second.write_text(LISTING, encoding="utf-8")
    assert read_titles(read_sources([first, second])) == ["Imports Fall", "Korea’s Exports Rise"]


def test_hidden_files_readmes_and_questions_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    for name in (".hidden", ".git/a.txt", "README.md", "readme.txt", "LICENSE"):
        (tmp_path / name).write_text("About this folder.", encoding="utf-8")
    (tmp_path / "questions.jsonl").write_text(QUESTION, encoding="utf-8")
    reading = read_sources([tmp_path])
    assert len(reading.releases) == 1
    assert reading.problems == ()


def test_file_of_another_kind_in_a_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    reading = read_sources([tmp_path])
    (problem,) = reading.problems
    assert problem.source == str(tmp_path / "b.pdf")
    assert "expected a listing (.txt), JSON Lines (.jsonl, .ndjson), an HTML page" in str(problem)
    assert 'found ".pdf"; convert it' in str(problem)


def test_questions_file_named_itself_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(QUESTION, encoding="utf-8")
    reading = read_sources([path])
    assert reading.releases == ()
    assert "found test questions" in reading.problems[0].reason


def test_readme_named_itself_is_read(tmp_path: Path) -> None:
    path = tmp_path / "README.txt"
    path.write_text(LISTING, encoding="utf-8")
    assert len(read_sources([path]).releases) == 1


def test_file_without_a_release_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("-\n\n-\n", encoding="utf-8")
    assert "found none" in read_sources([path]).problems[0].reason


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
@pytest.mark.parametrize("text", [LISTING, KOREAN, LISTING + KOREAN])
def test_listing_reads_the_same_in_every_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    plain, path = tmp_path / "plain.txt", tmp_path / "a.txt"
    plain.write_text(text, encoding="utf-8")
    path.write_bytes(text.encode(encoding))
    reading = read_sources([path])
    assert reading.problems == ()
    assert reading.releases == read_sources([plain]).releases


def test_utf_16_is_read_in_either_byte_order() -> None:
    assert decode_text(b"\xfe\xff" + KOREAN.encode("utf-16-be")) == KOREAN
    assert decode_text(b"\xff\xfe" + KOREAN.encode("utf-16-le")) == KOREAN


@pytest.mark.parametrize(
    "data",
    [
        "Korea’s exports and China’s imports".encode("cp1252"),
        "Exports – “so” – rise".encode("cp1252"),
        "Café, São Paulo".encode("latin-1"),
        "輸出が増えた".encode("shift_jis"),
        b"\xff\xfe\x00",
        b"\x80\x80\x80",
    ],
)
def test_bytes_of_another_encoding_are_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"expected UTF-8.*save it as UTF-8"):
        decode_text(data)


def test_files_that_hold_no_text_are_reported_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes("Korea’s".encode("cp1252"))
    (tmp_path / "c.txt").write_bytes("Exports".encode("utf-16-le"))
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "e.txt")
    reading = read_sources([tmp_path])
    assert len(reading.releases) == 1
    assert [Path(problem.source).name for problem in reading.problems] == [
        "b.txt",
        "c.txt",
        "d.txt",
        "e.txt",
    ]
    assert "save it as UTF-8" in reading.problems[1].reason


# Repeats


def test_same_release_in_two_files_is_kept_once_and_said(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"\n{LISTING}", encoding="utf-8")
    reading = read_sources([tmp_path])
    assert len(reading.releases) == 1
    (problem,) = reading.problems
    assert (problem.source, problem.line) == (str(tmp_path / "b.txt"), 3)
    assert f"the same release as at {tmp_path / 'a.txt'}:3" in problem.reason


def test_later_file_holds_the_newer_version_and_the_replacement_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    (tmp_path / "b.txt").write_text(LISTING.replace("rose.", "rose again."), encoding="utf-8")
    reading = read_sources([tmp_path])
    assert [release.body for release in reading.releases] == ["Exports rose again."]
    (problem,) = reading.problems
    assert "newer version and replaces it" in problem.reason


def test_file_named_twice_is_read_once_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LISTING, encoding="utf-8")
    reading = read_sources([path, tmp_path])
    assert len(reading.releases) == 1
    (problem,) = reading.problems
    assert "has been read already" in problem.reason


def test_link_to_a_folder_is_reported_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    (problem,) = read_sources([tmp_path]).problems
    assert "not followed" in problem.reason


# Nothing to read


def test_path_that_does_not_exist_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    with pytest.raises(SourceError, match=r"found nothing at .*missing\.txt; correct the path"):
        read_sources([tmp_path / "a.txt", tmp_path / "missing.txt"])


def test_empty_argument_is_not_taken_for_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of a variable that is not set, in a script: all that is there was read, and followed."""
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError, match="found an empty argument"):
        read_sources(["", "."])
    with pytest.raises(SourceError, match="found an empty argument"):
        name_source("")
    assert len(read_sources(["."]).releases) == 1


def test_folder_with_nothing_to_read_is_refused_with_the_reasons(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(SourceError, match=r'(?s)found none in .*found "\.pdf"'):
        read_sources([tmp_path])


def test_no_path_at_all_is_refused() -> None:
    with pytest.raises(SourceError, match="no path at all"):
        read_sources([])
