"""The demo's story as data: its texts, what is known of them, and what a reader did with them first.

Two invented states, the Lake Republic and the Steppe Republic, share a river. Each text names them in the
alphabetical order of its own language, as the pages do; what is known of the texts is said in all three.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.demo.consultations import CONSULTATIONS
from dragoman.demo.piece import LAKE, LICENCE, SOURCE, STEPPE, STILLHAVEN, WHITEBARROW, Piece
from dragoman.demo.voices import VOICES
from dragoman.workspace import About

TITLE = "Lake and Steppe · Озеро и степь · 草原与湖泽"
PARTY = AUTHOR = "demo"

STATEMENT = Piece(
    ("statement.ru.md", "statement.zh.html", "statement.en.md"),
    About(
        title=(
            "Joint Statement on Sustainable Security · Совместное заявление об устойчивой безопасности · "
            "关于可持续安全的联合声明"
        ),
        kind="joint statement",
        parties=(LAKE, STEPPE),
        date="2026-04-22",
        # As the Russian text has it; see `PLACE`.
        place="Белый Курган",
        source=SOURCE,
        licence=LICENCE,
        invented=True,
    ),
)
PROTOCOL = Piece(
    ("protocol.ru.txt", "protocol.zh.txt"),
    About(
        title="Protocol on Rescue Teams · Протокол о спасательных отрядах · 关于救援队的议定书",
        kind="protocol",
        parties=(LAKE, STEPPE),
        date="2026-06-17",
        place=STILLHAVEN,
        source=SOURCE,
        licence=LICENCE,
        invented=True,
    ),
)
BEFORE = tuple(sorted((*CONSULTATIONS, *VOICES), key=lambda piece: piece.about.date))
"""What was said before the statement, the oldest first."""

PLACE = WHITEBARROW
"""Where the statement was signed, in every language that it was signed in."""

TOGETHER: Mapping[str, tuple[str, ...]] = {
    "ru": ("В нём участвуют по двадцать специалистов", "Они собираются дважды в год"),
    "zh": ("双方各派20名专家参加", "在两次会晤之间"),
}
"""How the sentences of the statement begin that the aligner takes apart and that belong together.

That the experts meet twice a year ends the first Chinese sentence and begins the second Russian one.
"""
