"""Every kind of page that a workspace has, in every state that it can be met in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Route

from dragoman.demo.delegations import PASSPHRASE
from dragoman.demo.entries import GLOSSARY
from dragoman.demo.words import ROUND
from dragoman.glossary.content import blank
from dragoman.web.slugs import formulation_path, term_path
from dragoman.workspace import About, Document, File, Workspace

LANGUAGES = ("en", "ru", "zh")
TAGS = {"en": "en", "ru": "ru", "zh": "zh-Hans"}
"""The languages of the interface, as addresses and as pages name them."""

_WAITING = {
    "waiting.en.txt": "One sentence about the bridge. Another one about the road.",
    "waiting.ru.txt": "Одно предложение о мосте. Другое о дороге.",
}
_UNRELATED = {
    "unrelated.ru.txt": "Кошка спит на окне. Дождь идёт весь день. В лесу растут грибы. Завтра будет солнце.",
    "unrelated.zh.txt": "第一条 税率为百分之五。第二条 本条例自公布之日起施行。第三条 船舶应当悬挂国旗。",
}
# What makes the browser ask for a page again.
_AGAIN = "refresh"


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its name, its address after the language, and which button is pressed there first.

    Whether it is `renewing` itself matters to who wants to look at it for long. The name begins with the kind
    of the page; the first of a kind is the one with most on it.
    """

    name: str
    path: str
    press: str = ""
    renewing: bool = False

    @property
    def kind(self) -> str:
        """What the name begins with."""
        return self.name.partition("-")[0]

    def open(self, page: Page, address: str, language: str) -> None:
        """Open it on a site, in a language of the interface; a page that renews itself stands still."""
        where = f"{address}/{language}{self.path}"
        if self.renewing:
            page.route(where, _once)
        page.goto(where)
        if self.press:
            page.locator(self.press).click()


_TEACHING = (
    "", "documents", "concordance", "terms", "pairs", "formulations", "threats", "glossary", "sources",
    "parties", "waiting", "glossary/found",
)  # fmt: skip
EMPTY = tuple(Place(f"empty-{name}", f"/{name}") for name in _TEACHING)
"""The pages of a workspace without documents that say so."""


def stage(folder: Path) -> None:
    """Add to the demo a document that waits to be prepared, one that could not be, and an open round."""
    with Workspace.open(folder) as workspace:
        for texts, title in ((_UNRELATED, "Cats and ships"), (_WAITING, "Bridge and road")):
            files = [File(text.encode(), name) for name, text in texts.items()]
            added = workspace.add(files, About(title=title, invented=True))
            if texts is _UNRELATED:
                workspace.work(document=added.document)
        _talk(workspace)


def _talk(workspace: Workspace) -> None:
    """A round with what waits for an answer, an entry without a proposal, minutes, and one party's closing,
    which is not as things stand any more."""
    lake = workspace.parties.unlocked("lake", PASSPHRASE)
    rounds, name = workspace.rounds, "second"
    rounds.open(lake, GLOSSARY, name, {"en": "What is left", "ru": "Что осталось"}, chair="A. Reader")
    waiting = [line.id for line in workspace.glossaries.entries(GLOSSARY) if line.open]
    rounds.add(lake, GLOSSARY, name, [*waiting, "ice-jam", "sleet", "snow"], note="Spring")
    rounds.remove(lake, GLOSSARY, name, "snow", "Too cold")
    rounds.propose_minutes(lake, GLOSSARY, name, {"en": "We met.\nWe left.", "ru": "Мы встретились."})
    rounds.close(lake, GLOSSARY, name)
    about = workspace.glossaries.glossary(GLOSSARY)
    content = blank(about.parties, about.languages)
    for term in content["terms"]:
        term["text"] = {"ru": "затор льда", "zh": "冰塞", "en": "ice jam"}[term["language"]]
    workspace.glossaries.propose(lake, GLOSSARY, "ice-jam", {**content, "aim": "equivalent"})


def kinds(known: Iterable[Place]) -> list[Place]:
    """The first page of each kind."""
    return list({place.kind: place for place in reversed(list(known))}.values())


def places(folder: Path) -> tuple[Place, ...]:
    """The pages of a demo that was staged."""
    with Workspace.open(folder) as workspace:
        documents = workspace.documents()
        states = {each.state: each for each in documents}
        jobs = {each.document: each.id for each in workspace.jobs()}
        statement = next(each for each in documents if len(each.languages) == 3)
        return (
            Place("front", "/"),
            Place("library", "/documents"),
            Place("library-nothing", "/documents?q=nothingofthekind"),
            Place("upload", "/documents/new"),
            Place("upload-refused", "/documents/new", "main .button"),
            Place("upload-version", f"/documents/new?document={statement.id}"),
            *_of_document(workspace, statement),
            Place("job-waiting", f"/jobs/{jobs[states['working'].id]}", renewing=True),
            Place("job-failed", f"/jobs/{jobs[states['failed'].id]}"),
            Place("waiting", f"/documents/{states['working'].id}", renewing=True),
            Place("failed", f"/documents/{states['failed'].id}"),
            Place("failed-about", f"/documents/{states['failed'].id}/about"),
            Place("concordance", "/concordance?q=безопасность"),
            Place("concordance-years", "/concordance?q=безопасность&in=ru&with=zh", ".by-year summary"),
            Place("concordance-lines", "/concordance?q=安全&view=lines&since=2015&sort=left"),
            Place("concordance-nothing", "/concordance?q=nothingofthekind"),
            Place("concordance-refused", "/concordance?q=%22&since=never"),
            Place("concordance-form", "/concordance"),
            Place("collocates", "/concordance/collocates?q=безопасность"),
            Place("terms", "/terms?in=ru"),
            Place("terms-nothing", "/terms?in=ru&q=nothingofthekind"),
            Place("term", f"{term_path('устойчивая безопасность')}?in=ru"),
            Place("term-brief", f"{term_path('可持续安全')}?in=zh&brief=yes"),
            Place("pairs", "/pairs?left=ru&right=zh"),
            Place("formulations", "/formulations?in=ru"),
            Place("formulations-own", "/formulations?in=zh&phrase=可持续安全"),
            Place("formulation", f"{formulation_path('устойчивая безопасность')}?in=ru"),
            Place("threats", "/threats"),
            Place("threats-nothing", "/threats?since=2100"),
            Place("quotations", "/threats/quotations", ".quotations summary >> nth=0"),
            *_of_glossary(workspace),
            *_of_talks(workspace),
            Place("check", "/check", ".checking summary >> nth=0"),
            Place("check-refused", "/check", "main .button"),
            Place("sources", "/sources"),
            Place("methods", "/methods"),
            Place("error", "/documents/nothing"),
        )


def _of_document(workspace: Workspace, document: Document) -> Iterator[Place]:
    base = f"/documents/{document.id}"
    rows = workspace.parallel(document.id, ("ru", "zh")).rows
    corrected = next(row for row in rows if row.corrected)
    plain = next(row for row in rows[3:] if not row.corrected)
    yield Place("reader", base)
    yield Place("reader-two", f"{base}?in=zh&with=ru")
    yield Place("reader-one", f"{base}?in=ru")
    yield Place("reader-plain", f"{base}?in=ru&with=zh&terms=off")
    yield Place("reader-term", f"{base}?in=ru&with=zh", "a.term >> nth=0")
    yield Place("about", f"{base}/about", "summary")
    yield Place("about-folded", f"{base}/about")
    yield Place("compare", f"{base}/compare?line=0", ".finding summary >> nth=0")
    yield Place("compare-nothing", f"{base}/compare?state=dismissed")
    yield Place("row", f"{base}/rows/{corrected.anchor}?in=ru&with=zh&with=en")
    yield Place("row-plain", f"{base}/rows/{plain.anchor}?in=ru&with=zh")


def _of_glossary(workspace: Workspace) -> Iterator[Place]:
    """The glossary that the demo's parties agree on, with something in every state."""
    (found,) = workspace.glossaries.list()
    base = f"/glossary/{found.id}"
    lines = workspace.glossaries.entries(found.id)
    by_level = {line.level: f"{base}/{line.id}" for line in lines}
    several = max(
        (workspace.glossaries.entry(found.id, line.id) for line in lines), key=lambda one: len(one.proposals)
    )
    waiting = next(line for line in lines if line.waits)
    (asked,) = workspace.glossaries.entry(found.id, waiting.id).proposals
    yield Place("glossary", base)
    yield Place("glossary-name", f"{base}?sort=name&in=zh")
    yield Place("glossary-nothing", f"{base}?q=nothingofthekind")
    yield Place("entry", by_level["contested"], "details.signing summary >> nth=0")
    yield Place("entry-joint", by_level["joint"])
    yield Place("entry-parallel", by_level["parallel"])
    yield Place("entry-proposed", by_level["proposed"])
    yield Place("history", f"{by_level['joint']}/history")
    whole = f"{base}/proposals/{asked.hash.removeprefix('sha256:')}"
    yield Place("proposal", whole, ".deciding summary >> nth=0")
    yield Place("proposal-changed", f"{base}/proposals/{several.proposals[-1].hash.removeprefix('sha256:')}")
    yield Place("drafts", f"{base}/drafts")
    yield Place("begin", f"{base}/new?term=security")
    party = workspace.parties.held()[0]
    (draft, *_more) = workspace.drafts.drafts(party, found.id)
    yield Place("draft", f"{base}/{draft.entry}/draft?party={party}", ".drafting summary >> nth=0")
    yield Place("draft-refused", f"{base}/{waiting.id}/draft?party={party}", "button[value='propose']")


def _of_talks(workspace: Workspace) -> Iterator[Place]:
    """The rounds, what waits, and the parties."""
    base = f"/glossary/{GLOSSARY}"
    steppe = workspace.parties.party("steppe").id
    board = f"{base}/rounds/second?party={steppe}"
    yield Place("board", board, ".choices input[value=reserve] >> nth=0")
    yield Place("board-refusing", board, ".choices input[value=refuse] >> nth=0")
    yield Place("board-agenda", board, "#work summary >> nth=0")
    yield Place("board-closing", board, "#closing summary")
    yield Place("board-closed", f"{base}/rounds/{ROUND}")
    yield Place("rounds", f"{base}/rounds", ".working summary")
    yield Place("candidates", f"{base}/agenda")
    yield Place("candidates-nothing", f"{base}/agenda?q=nothingofthekind")
    yield Place("founding", "/glossary/found")
    yield Place("parties", "/parties", ".working summary >> nth=0")
    yield Place("parties-trust", "/parties", ".working summary >> nth=1")
    yield Place("party", f"/parties/{steppe}", ".working summary >> nth=2")
    yield Place("tasks", "/waiting")


def _once(route: Route) -> None:
    response = route.fetch()
    headers = {name: value for name, value in response.headers.items() if name != _AGAIN}
    route.fulfill(response=response, headers=headers)
