"""An edition of the site: which of its groups of files stand as they stood, which are made, and how it is published.

A group is an article (by its slug), the pages across articles, the theme's assets, or what lists them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site import manifest
from roundtable_site.build.across_step import MAP, Across, LostError, fill, fill_map, load_facts, map_rows
from roundtable_site.build.check_step import Linked, check_links
from roundtable_site.build.clock import Clock
from roundtable_site.build.crew import Answers, Crew
from roundtable_site.build.making_step import ArticleTask, article_key, frames, make_article
from roundtable_site.build.memory import Memory
from roundtable_site.build.press import Press, paths_of
from roundtable_site.build.publish_step import ASSETS, list_files, make_assets, pack
from roundtable_site.build.tree import Tree, changed_groups
from roundtable_site.build.work import Failed, FileFact, GroupFiles, Job, Made, Opened
from roundtable_site.cache import Digests, Gathered, key_of
from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.links.remembered import GroupLinks, unpacked
from roundtable_site.progress import Progress
from roundtable_site.publishing import staging
from roundtable_site.site.plan import refuse_collisions

ACROSS, LISTS = "@across", "@lists"


class Published(Struct, frozen=True):
    """What stands published: its groups by key, how the disk shows it, and how much it holds and how much was made."""

    groups: dict[str, str]
    tree: Tree
    pages: int
    links: int
    made: int
    parts: dict[str, str]
    reasons: dict[str, str]


class Edition:
    """The site of some articles, in the making."""

    def __init__(
        self, job: Job, articles: Sequence[Opened], memory: Memory, digests: Digests, crew: Crew, progress: Progress,
        clock: Clock,
    ) -> None:  # fmt: skip
        self.job, self.memory, self.digests, self.crew, self.progress = job, memory, digests, crew, progress
        order = {"published": 0, "withdrawn": 1}
        self.articles = sorted((a for a in articles if a.on_site), key=lambda a: order[a.standing])
        self.keys = {article.slug: article_key(job, article, digests) for article in self.articles}
        here = memory.tree.folder == str(job.settings.build.resolve())
        self.tree = memory.tree if here else Tree()
        self.damaged = frozenset(changed_groups(self.tree))
        self.clock = clock
        self.before = job.shelf.get("across", "site", memory.groups.get(ACROSS, "-"), Across) or Across()
        self.standing = Gathered(job.shelf, "files")
        self.made: dict[str, Made] = {}
        self.files: dict[str, GroupFiles] = {}
        self.kept: set[str] = set()

    def publish(self) -> Published:
        """Make what is others now, and publish it with what is not; raise RoundtableError where anything is wrong."""
        waiting = [article for article in self.articles if not self._stands(article.slug)]
        across_key = self._across_key()
        if not waiting and not self.damaged and self._same_groups(across_key):
            memory = self.memory
            return Published(memory.groups, self.tree, memory.pages, memory.links, 0, self.job.parts, memory.reasons)
        with staging(self.job.settings.build) as staged:
            self.job = replace(self.job, staged=staged)
            press = Press(self.job, self.tree, self.damaged)
            with self.clock.step("pages of articles"):
                self._make(waiting)
            with self.clock.step("pages across articles"):
                across = self._fill()
            return self._publish(press, across, across_key)

    def _stands(self, slug: str) -> bool:
        """Tell whether an article's files stand published as they would be made; takes note of them."""
        key = self.keys[slug]
        if self.memory.groups.get(slug) != key or slug in self.damaged or slug not in self.tree.groups:
            return False
        found = self.standing.get(slug, key, GroupFiles)
        if found is None:
            return False
        self.files[slug] = found
        return True

    def _same_groups(self, across_key: str) -> bool:
        return self.memory.groups == {**self.keys, ACROSS: across_key}

    def _across_key(self) -> str:
        folders = (self.job.settings.content / name for name in ("pages", "images"))
        paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
        texts = [(str(path), self.digests.of(path)) for path in paths]
        return key_of(self.job.shown, self.job.surroundings, list(self.keys.items()), texts)

    def _known(self, name: str, files: Sequence[FileFact]) -> dict[str, str]:
        """Give the published files of a group that are as they were left; those that may be damaged are read."""
        if name not in self.tree.groups:
            return {}
        folder, doubtful = self.job.settings.build, name in self.damaged
        known = {}
        for fact in files:
            path = folder / fact.path
            if not doubtful or (path.is_file() and not path.is_symlink() and manifest.digest(path) == fact.sha256):
                known[fact.path] = fact.sha256
        return known

    def _make(self, waiting: Sequence[Opened]) -> None:
        """Make the pages and files of articles."""
        tasks = []
        for article in waiting:
            old = self.job.shelf.get("files", article.slug, self.memory.groups.get(article.slug, "-"), GroupFiles)
            known = self._known(article.slug, old.files) if old else {}
            tasks.append(ArticleTask(article, self.keys[article.slug], known))
        problems: list[Problem] = []
        for answer in self.progress.over("making pages", Answers(self.crew, make_article, self.job, tasks)):
            if isinstance(answer, Failed):
                problems += answer.problems
            else:
                self._take(answer)
        if problems:
            raise RoundtableError(problems)

    def _take(self, made: Made) -> None:
        self.clock.add(made.times)
        self.made[made.name], self.files[made.name] = replace(made, times={}), made.files
        self.kept |= made.kept

    def _fill(self) -> Across:
        """Make the pages across articles, the sitemaps and the assets."""
        published = sum(article.standing == "published" for article in self.articles)
        before = self.before
        facts = list(chain.from_iterable(filled.files.files for filled in before.filled.values()))
        known = self._known(ACROSS, facts)
        again: set[str] = set()
        while True:
            marks = Gathered(self.job.shelf, "marks")
            try:
                sites = load_facts(self.job, marks, self.keys.items(), published)
                across, made = fill(self.job, sites, before, known, self.crew, self.progress)
                break
            except LostError as lost:
                if str(lost) in again:
                    raise RoundtableError.at(self.job.shelf_folder, "cannot be written: free the disk") from lost
                again.add(str(lost))
                self._make([article for article in self.articles if article.slug == str(lost)])
        marks.keep()
        for one in made:
            self._take(one)
        languages = [frame.language for frame in frames(self.job)]
        rows = list(map_rows(across, [self.files[article.slug] for article in self.articles], languages))
        filled, mapped = fill_map(self.job, rows, before, known)
        if mapped:
            self._take(mapped)
        self._keep_files()
        old = self.job.shelf.last("assets", ASSETS, GroupFiles)
        standing = self._known(ASSETS, old.files) if old else {}
        self._take(make_assets(self.job, frames(self.job)[0], standing, self.digests))
        return Across({**across.filled, MAP: filled})

    def _keep_files(self) -> None:
        """Keep what files the articles have for the next build."""
        for slug in self.made.keys() & self.keys.keys():
            self.standing.put(slug, self.keys[slug], self.files[slug])
        self.standing.keep()

    def _publish(self, press: Press, across: Across, across_key: str) -> Published:
        """Put the whole site together, check its links, and let it take the place of the published one."""
        groups = {article.slug: self.files[article.slug].files for article in self.articles}
        groups[ACROSS] = tuple(chain.from_iterable(filled.files.files for filled in across.filled.values()))
        groups[ASSETS] = self.files[ASSETS].files
        facts = list(chain.from_iterable(groups.values()))
        refuse_collisions((fact.path, fact.source) for fact in facts)
        written = {fact.path for made in self.made.values() for fact in made.files.files if fact.path not in self.kept}
        owners = self._owners(across, groups)
        with self.clock.step("taking over what stands"):
            press.lay(owners, written)
        lists = [pack(self.job, frames(self.job)[0])] if self.job.surroundings.packed else []
        owners |= {fact.path: LISTS for fact in lists}
        with self.clock.step("links"):
            self._check(across, owners, facts)
        with self.clock.step("publishing"):
            list_files(self.job, self.articles, (*facts, *lists))
            paths = paths_of({**groups, LISTS: lists})
            paths[LISTS].append(manifest.NAME)
            tree = press.show(paths, {*written, *paths[LISTS]})
        self.job.shelf.put("across", "site", across_key, across)
        self.job.shelf.put("assets", ASSETS, self.job.shown, self.files[ASSETS])
        return Published(
            {**self.keys, ACROSS: across_key},
            tree,
            sum(1 for fact in facts if fact.template),
            self._links(across),
            sum(1 for made in self.made.values() for fact in made.files.files if fact.template),
            self.job.parts,
            {name: self._reason(name) for name in self.made},
        )

    def _reason(self, name: str) -> str:
        """Say why something was made."""
        changed = [part for part, key in self.job.parts.items() if self.memory.parts.get(part) != key]
        known = name in self.memory.groups or name in self.before.filled
        if not known or not self.tree.groups:
            return "it was not there" if self.tree.groups else "nothing was known of a published site"
        if changed:
            return f"{', '.join(changed)} changed"
        if (name if name in self.keys else ACROSS) in self.damaged:
            return "its published files had been touched"
        return "its content file, its source or a picture changed" if name in self.keys else "its rows are others"

    def _owners(self, across: Across, groups: Mapping[str, Sequence[FileFact]]) -> dict[str, str]:
        """Give the name of the group of each file: the article, the order, the assets."""
        owners = {fact.path: name for name, files in groups.items() if name != ACROSS for fact in files}
        return owners | {fact.path: name for name, filled in across.filled.items() for fact in filled.files.files}

    def _check(self, across: Across, owners: Mapping[str, str], facts: Sequence[FileFact]) -> None:
        before = chain.from_iterable(stood.split() for name, stood in self.tree.groups.items() if name != LISTS)
        linked = Linked(
            owners,
            self.made,
            [name for name in (*self.keys, *across.filled) if name not in self.made],
            lambda name: self._links_of(name, across),
            frozenset(path for path in before if path not in owners),
        )
        check_links(self.job, linked, lambda: {fact.path: fact.source for fact in facts}, self.progress)

    def _links_of(self, name: str, across: Across) -> GroupLinks:
        if name in across.filled:
            return unpacked(across.filled[name].links)
        found = self.job.shelf.get("links", name, self.keys.get(name, "-"), GroupLinks)
        if found is None:
            raise LostError(name)
        return found

    def _links(self, across: Across) -> int:
        """Count the links of the site."""
        articles = sum(self.files[article.slug].links for article in self.articles)
        return articles + self.files[ASSETS].links + sum(filled.files.links for filled in across.filled.values())
