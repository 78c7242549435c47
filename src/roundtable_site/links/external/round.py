"""All addresses asked for, many at once but few of one host."""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from urllib.parse import urldefrag, urlsplit

from roundtable_site.links.external.memory import Memory
from roundtable_site.links.external.options import External
from roundtable_site.links.external.verdict import Verdict
from roundtable_site.links.external.visit import Hosts, visit
from roundtable_site.links.telling import Over

_OFFLINE_AFTER = 4
"""Different hosts in a row, none of them reached, after which the network is taken to be off."""


class _Round:
    def __init__(self, options: External, memory: Memory) -> None:
        self.options, self.memory = options, memory
        self.hosts = Hosts(options.per_host)
        self.verdicts: dict[str, Verdict] = {}
        self.lock = threading.Lock()
        self.answered: SimpleQueue[bool] = (
            SimpleQueue()
        )  # True for each address, False at the end of each thread's work
        self.unreached: set[str] = set()
        self.reached = False

    @property
    def offline(self) -> bool:
        return not self.reached and len(self.unreached) >= _OFFLINE_AFTER

    def drain(self, waiting: deque[str]) -> None:
        """Ask for the addresses of one host, one after another."""
        try:
            self._drain(waiting)
        finally:
            self.answered.put(False)

    def answers(self, threads: int) -> Iterator[bool]:
        """Yield once for each address that was asked for, as the answers come, until all threads are done."""
        while threads:
            if self.answered.get():
                yield True
            else:
                threads -= 1

    def _drain(self, waiting: deque[str]) -> None:
        while waiting and not self.offline:
            try:
                address = waiting.popleft()
            except IndexError:  # another thread for the same host took the last one
                return
            verdict = visit(address, self.options, self.hosts)
            with self.lock:
                self.verdicts[address] = verdict
                self.memory.keep(address, verdict)
                if verdict.network:
                    self.unreached.add(urlsplit(address).netloc)
                else:
                    self.reached = True
            self.answered.put(True)


def ask_all(
    addresses: Iterable[str], options: External, progress: Over | None = None
) -> tuple[Mapping[str, Verdict], list[str]]:
    """Ask for addresses; give a verdict for each that was asked for or remembered, and what else there is to say.

    Addresses that the lists leave out have no verdict.
    """
    wanted = sorted(address for address in set(addresses) if _is_wanted(address, options))
    memory = Memory(options.cache, options.cache_age)
    known = {address: verdict for address in wanted if (verdict := memory.recall(address))}
    by_host: dict[str, deque[str]] = {}
    for address in wanted:
        if address not in known:
            by_host.setdefault(urlsplit(address).netloc.lower(), deque()).append(address)
    notes: list[str] = [memory.trouble] if memory.trouble else []
    asked = _Round(options, memory)
    with ThreadPoolExecutor(options.at_once, thread_name_prefix="links") as pool:
        rounds = [
            pool.submit(asked.drain, waiting)
            for waiting in by_host.values()
            for _ in range(min(options.per_host, len(waiting)))
        ]
        answers = asked.answers(len(rounds))
        for _ in progress("asking other sites", answers) if progress else answers:
            pass
    for done in rounds:
        done.result()  # an error of ours keeps its traceback
    if asked.offline:
        count = len(wanted) - len(known)
        notes.append(
            f"no other site could be reached: the network seems to be off, and {count} addresses were not checked"
        )
        return known, notes
    memory.trouble = ""
    memory.write()
    if memory.trouble:
        notes.append(memory.trouble)
    return {**known, **asked.verdicts}, notes


def key_of(address: str, options: External) -> str:
    """Give what is asked for of an address: the fragment only matters where it is looked for."""
    return address if options.fragments else urldefrag(address)[0]


def _is_wanted(address: str, options: External) -> bool:
    if not address.lower().startswith(("http://", "https://")):
        return False
    if any(re.search(pattern, address) for pattern in options.ignore):
        return False
    return not options.allow or any(re.search(pattern, address) for pattern in options.allow)
