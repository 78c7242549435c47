"""The review page over HTTP: which address shows what, and which form changes what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from http import HTTPStatus
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site.errors import RoundtableError
from roundtable_site.review import changes, pages, words_for
from roundtable_site.review.changes import Sheaf
from roundtable_site.review.pages import View
from roundtable_site.review.records import Item
from roundtable_site.review.shelf import Shelf
from roundtable_site.review.writing import StaleError, Written, undo, write
from roundtable_site.serve import live
from roundtable_site.serve.admission import Door, has_token
from roundtable_site.serve.answers import Answer, page, refusal, sent_on
from roundtable_site.serve.assets import asset
from roundtable_site.serve.live import Hub
from roundtable_site.serve.requests import Request, fields_of
from roundtable_site.settings import Settings

Form = Mapping[str, str]


class Visit(Struct, frozen=True):
    """A request to the review page of one article (`name`: its content file's), with all it needs."""

    name: str
    settings: Settings
    door: Door

    @property
    def address(self) -> str:
        """The address of the article's review page."""
        return f"/_review/{quote(self.name)}/"

    def view(self, **given: object) -> View:
        """Give what every view of the page has, and what this one has besides."""
        return View(words_for(self.settings.languages)["language"], self.door.token, **given)  # type: ignore[arg-type]


class Desk:
    """Shows review pages and takes changes; remembers the last change of each file, so that it can be taken back."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.shelf = Shelf()
        self._last: dict[str, Written] = {}

    def reply(self, request: Request, steps: tuple[str, ...], settings: Settings, door: Door) -> Answer:
        """Answer a request below `/_review/`; `steps` is the rest of its path."""
        if steps[:1] == ("assets",):
            return asset(pages.ASSETS, steps[1:]) or _nothing()
        names = self.shelf.names(settings)
        if steps in ((), ("",)) and request.method != "POST":
            return self._index(request, Visit("", settings, door))
        if len(steps) != 2 or steps[1] or steps[0] not in names:
            return _nothing()
        visit = Visit(steps[0], settings, door)
        return self._change(request, visit) if request.method == "POST" else self._show(request, visit)

    def _index(self, request: Request, visit: Visit) -> Answer:
        # A page of the site leads here with its own address: the review of the article it belongs to is meant.
        for step in filter(None, request.query.get("of", "").split("/")[:4]):
            if name := self.shelf.name_of(step, visit.settings):
                return sent_on(f"/_review/{quote(name)}/")
        rows = self.shelf.open_of(visit.settings)
        return self._page(pages.index_page(rows, visit.view(), words_for(visit.settings.languages)), visit)

    def _show(self, request: Request, visit: Visit) -> Answer:
        words, query = words_for(visit.settings.languages), request.query
        done = query.get("done")
        said = f"{words['done'][done]} {query.get('key', '')}".strip() if done in words["done"] else None
        last = self._last.get(visit.name) if done in ("accept", "correct", "remove") else None
        view = visit.view(edited=query.get("edit"), done=said, undo=_mark(last) if last else None)
        return self._sheet(visit, view)

    def _sheet(self, visit: Visit, view: View, status: HTTPStatus = HTTPStatus.OK) -> Answer:
        words = words_for(visit.settings.languages)
        try:
            sheet = self.shelf.sheet(visit.name, visit.settings)
        except RoundtableError as error:
            return self._page(pages.broken_page(visit.name, error.problems, view, words), visit, status)
        answer = self._page(pages.sheet_page(sheet, view, words), visit, status)
        return replace(answer, headers={"ETag": pages.mark_of(sheet, view)})

    def _page(self, html: str, visit: Visit, status: HTTPStatus = HTTPStatus.OK) -> Answer:
        told = live.with_script(html.encode(), self.hub.state.version, words_for(visit.settings.languages))
        return page(told.decode(), status)

    def _change(self, request: Request, visit: Visit) -> Answer:
        """Take a form. Every change needs the token of this run of the server."""
        words, form = words_for(visit.settings.languages)["done"], fields_of(request.body) or {}
        if not has_token(form.get("token", ""), visit.door):
            return self._sheet(visit, visit.view(done=words["token"]), HTTPStatus.FORBIDDEN)
        do = form.get("do", "")
        try:
            if do == "undo":
                self._undo(form, visit)
                return sent_on(f"{visit.address}?done=undo")
            change = _change_of(do, form)
            if change is None:
                return self._sheet(visit, visit.view(done=words["unknown"]), HTTPStatus.BAD_REQUEST)
            if do == "accept" and _rules(form) and not form.get("reason", "").strip():
                said = words_for(visit.settings.languages)["review"]["required"]
                return self._sheet(visit, visit.view(done=said, reasoned=form.get("key")), _UNFIT)
            return self._write(do, form, visit, change)
        except StaleError:
            return self._sheet(visit, visit.view(done=words["stale"]), HTTPStatus.CONFLICT)
        except RoundtableError as error:
            return self._refused(do, form, visit, error)

    def _write(self, do: str, form: Form, visit: Visit, change: Callable[[Sheaf, Item], str]) -> Answer:
        key = form.get("key", "")
        follower = self._follower(key, visit)
        path = visit.settings.content / f"{visit.name}.yml"
        written = write(path, key, form.get("mark", ""), change)
        if written.before == written.after:
            return sent_on(f"{visit.address}?done=nothing&key={quote(key)}#r-{quote(key)}")
        self._last[visit.name] = written
        return sent_on(f"{visit.address}?done={do}&key={quote(key)}#r-{quote(follower)}")

    def _follower(self, key: str, visit: Visit) -> str:
        """Give the record that is to be looked at after this one."""
        try:
            cards = self.shelf.sheet(visit.name, visit.settings).cards
        except RoundtableError:
            return key
        keys = [card.item.key for card in cards]
        at = keys.index(key) if key in keys else -1
        return keys[at + 1] if at + 1 < len(keys) else keys[at - 1] if at > 0 else key

    def _undo(self, form: Form, visit: Visit) -> None:
        last = self._last.get(visit.name)
        if last is None or _mark(last) != form.get("mark"):
            raise StaleError
        undo(last)
        del self._last[visit.name]

    def _refused(self, do: str, form: Form, visit: Visit, error: RoundtableError) -> Answer:
        """Show what was typed again, with what is wrong with it."""
        said = [str(problem) for problem in error.problems]
        if do == "correct":
            return self._sheet(visit, visit.view(edited=form.get("key"), given=form, problems=said), _UNFIT)
        words = words_for(visit.settings.languages)["done"]
        return self._sheet(visit, visit.view(done=f"{words['refused']} {' '.join(said)}"), _UNFIT)


_UNFIT = HTTPStatus.UNPROCESSABLE_ENTITY


def _change_of(do: str, form: Form) -> Callable[[Sheaf, Item], str] | None:
    """Give the change that a form asks for, None for one that is not known."""
    known: dict[str, Callable[[Sheaf, Item], str]] = {
        "accept": lambda sheaf, item: changes.accept(sheaf, item, _rules(form), form.get("reason", "").strip()),
        "correct": lambda sheaf, item: changes.correct(
            sheaf, item, form, doubtful="doubtful" in form, carry="carry" in form
        ),
        "remove": changes.remove,
    }
    return known.get(do)


def _rules(form: Form) -> list[str]:
    return [name.removeprefix("rule-") for name in form if name.startswith("rule-")]


def _mark(written: Written) -> str:
    return sha256(written.after).hexdigest()[:16]


def _nothing() -> Answer:
    return refusal(HTTPStatus.NOT_FOUND, "there is no such page")
