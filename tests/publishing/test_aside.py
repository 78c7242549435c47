"""A staged tree is written by several processes at a time."""

import threading
from concurrent.futures import ThreadPoolExecutor

from roundtable_site.publishing.aside import put

WRITERS, ROUNDS = 8, 150


def test_writers_who_need_the_same_new_folders_do_not_stand_in_each_others_way(tmp_path):
    barrier = threading.Barrier(WRITERS)

    def write(number):
        for count in range(ROUNDS):
            barrier.wait(10)
            put(tmp_path, f"words/{count}/page/{number}/index.html", b"page")

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    assert sum(1 for _ in tmp_path.rglob("index.html")) == WRITERS * ROUNDS


def test_a_folder_takes_the_place_of_a_file_of_the_edition_before(tmp_path):
    (tmp_path / "words").write_bytes(b"a file")
    put(tmp_path, "words/page/index.html", b"page")
    assert (tmp_path / "words/page/index.html").read_bytes() == b"page"
