#!/usr/bin/env python3
"""Time `gradus build` on a copy of the course: cold, after an edit, with nothing changed.

    course.py GRADUS COURSE SCRATCH [ROUNDS]

A time is from starting the command to its end, when the pages are on disk. Also measured are
what a reader's browser loads for a page, the largest figure, and the memory of `gradus`.
"""
import gzip
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path


class Course:
    """A copy of a course that may be edited, and the command that builds it."""

    def __init__(self, gradus, course, scratch):
        shutil.rmtree(scratch, ignore_errors=True)
        shutil.copytree(course, scratch / "lessons")
        self.gradus, self.folder, self.site = gradus.resolve(), scratch, scratch / "site"
        self.lessons = sorted((scratch / "lessons").glob("*.md"))
        self.originals = {lesson: lesson.read_text(encoding="utf-8") for lesson in self.lessons}

    def run(self, *arguments):
        """The command's wall-clock time in milliseconds."""
        began = time.perf_counter()
        done = subprocess.run(
            [self.gradus, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        took = 1000 * (time.perf_counter() - began)
        if done.returncode != 0:
            sys.exit(f"gradus {' '.join(map(str, arguments))} failed:\n{done.stdout}")
        return took

    def build(self):
        return self.run("build", "lessons", "--out", "site")

    def edit_code(self, lesson, number):
        """One more declaration at the end of the first block that runs."""
        self.rewrite(lesson, r"(?ms)^```swift *\n.*?(?=^```)", rf"\g<0>let benchmarkEdit = {number}\n")

    def edit_prose(self, lesson, number):
        """One more sentence at the end of the last paragraph before the first block."""
        self.rewrite(lesson, r"(?m)^(?=[^\n]*\n)(?=[A-Z])[^\n]*$", rf"\g<0> Sentence N{'x' * number}.")

    def rewrite(self, lesson, pattern, replacement):
        front, matter, body = self.originals[lesson].partition("\n---\n")
        if not matter:
            front, matter, body = "", "", front
        edited, count = re.subn(pattern, replacement, body, count=1)
        if count != 1:
            sys.exit(f"found no place to edit in {lesson}")
        lesson.write_text(front + matter + edited, encoding="utf-8")

    def restore(self):
        for lesson, text in self.originals.items():
            lesson.write_text(text, encoding="utf-8")


def after_edits(course, edit, rounds):
    """Times to build after an edit to each lesson in turn, no two edits alike."""
    times = []
    for number in range(rounds):
        edit(course.lessons[number % len(course.lessons)], number + 1)
        times.append(course.build())
    course.restore()
    course.build()
    return times


def cold(course, rounds):
    times = []
    for _ in range(rounds):
        course.run("clean")
        shutil.rmtree(course.site, ignore_errors=True)
        times.append(course.build())
    return times


def compressed(path):
    return len(gzip.compress(path.read_bytes(), 9))


def page_weight(page):
    """What a browser loads for a page, fonts aside, as a server would compress it."""
    text = page.read_text(encoding="utf-8")
    linked = re.findall(r'<(?:link|script)[^>]+?(?:href|src)="([^"#:?]+\.(?:css|js))"', text)
    return compressed(page) + sum(compressed(page.parent / each) for each in set(linked))


def main(gradus, lessons, scratch, rounds):
    course = Course(gradus, lessons, scratch)
    measured = [
        ("cold: verify and build all lessons", cold(course, max(3, rounds // 3)), "3000, then 2000"),
        ("one lesson's code edited, to its page", after_edits(course, course.edit_code, rounds), "250, then 150"),
        ("one lesson's prose edited, to its page", after_edits(course, course.edit_prose, rounds), "50"),
        ("nothing changed", [course.build() for _ in range(rounds)], "30"),
    ]
    print(f"Building a course of {len(course.lessons)} lessons, in milliseconds")
    print(f"{'':42}{'median':>9}{'least':>9}{'most':>9}{'runs':>6}   budget")
    for name, times, budget in measured:
        print(
            f"{name:42}{statistics.median(times):9.0f}{min(times):9.0f}{max(times):9.0f}"
            f"{len(times):6}   {budget}"
        )

    pages = sorted(course.site.rglob("*.html"))
    weights = {page: page_weight(page) for page in pages}
    heaviest = max(pages, key=weights.get)
    figures = [
        len(svg.encode())
        for page in pages
        for svg in re.findall(r'(?s)<svg[^>]*role="img".*?</svg>', page.read_text(encoding="utf-8"))
    ]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'heaviest page, compressed, without fonts':42}{weights[heaviest] / 1000:9.1f} kB"
          f"{'':21}   100 kB  ({heaviest.relative_to(course.site)})")
    if figures:
        print(f"{'largest figure':42}{max(figures) / 1000:9.1f} kB{'':21}   30 kB")
    print(f"{'most memory of one process':42}{memory:9.0f} MB{'':21}   300 MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int((sys.argv + ["15"])[4]))
