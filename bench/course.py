#!/usr/bin/env python3
"""Time `gradus build` beside its budgets and beside the tools that many would use instead.

    course.py GRADUS COURSE SCRATCH BINARIES [ROUNDS]

On copies of the course, and of a course of 1,000 short lessons made for this: cold, after an
edit, with nothing changed. Beside it Jupyter Book 1 and mkdocs-jupyter, from BINARIES, on
notebooks of as many pages and cells. A time is from starting the command to its end, when the
pages are on disk. Also measured are what a reader's browser loads for a page, the largest
figure, and the memory of `gradus`.
"""
import gzip
import itertools
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import notebooks

HEADING = f"{'':50}{'median':>9}{'least':>9}{'most':>9}{'runs':>6}   budget"


def timed(command, folder, watch=None):
    """A command's wall-clock time in milliseconds. `watch` is called while it runs."""
    began = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)), cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, env={**os.environ, "PYDEVD_DISABLE_FILE_VALIDATION": "1"},
    )
    watching = threading.Thread(target=watch, args=(process.pid,)) if watch else None
    if watching:
        watching.start()
    said, _ = process.communicate()
    took = 1000 * (time.perf_counter() - began)
    if watching:
        watching.join()
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{said}")
    return took


class Course:
    """A copy of a course that may be edited, and the command that builds it."""

    def __init__(self, gradus, lessons, folder):
        self.gradus, self.folder, self.site = gradus.resolve(), folder, folder / "site"
        self.lessons = [folder / "lessons" / each.name for each in lessons]
        self.originals = {lesson: lesson.read_text(encoding="utf-8") for lesson in self.lessons}
        self.memory = 0
        # No two edits alike: the result of one that was seen before is known.
        self.numbers = itertools.count(1)

    def run(self, *arguments, watch=None):
        return timed([self.gradus, *arguments], self.folder, watch)

    def watch(self, process):
        """Follows the most memory that a process of `gradus` itself takes, in MB."""
        while True:
            try:
                status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
                self.memory = max(self.memory, int(re.search(r"VmHWM:\s*(\d+)", status)[1]) / 1024)
            except (OSError, TypeError):
                return
            time.sleep(0.01)

    def build(self):
        return self.run("build", "lessons", "--out", "site")

    def cold(self, rounds):
        times = []
        for _ in range(rounds):
            self.run("clean")
            shutil.rmtree(self.site, ignore_errors=True)
            times.append(self.run("build", "lessons", "--out", "site", watch=self.watch))
        return times

    def rewrite(self, lesson, pattern, replacement, which=0):
        front, matter, body = self.originals[lesson].partition("\n---\n")
        if not matter:
            front, matter, body = "", "", front
        found = list(re.finditer(pattern, body))
        if not found:
            sys.exit(f"found no place to edit in {lesson}")
        place = found[which]
        edited = body[: place.start()] + place.expand(replacement) + body[place.end():]
        lesson.write_text(front + matter + edited, encoding="utf-8")

    def edit_code(self, lesson, number, which=0):
        """Changes the value of a declaration at the end of a block that runs."""
        block = r"(?ms)^```swift *\n.*?(?=^```)"
        self.rewrite(lesson, block, rf"\g<0>let benchmarkEdit = {number}\n", which)

    def edit_prose(self, lesson, number):
        """One more sentence at the end of the last paragraph before the first block."""
        self.rewrite(lesson, r"(?m)^(?=[^\n]*\n)(?=[A-Z])[^\n]*$", rf"\g<0> Sentence {'x' * number}.")

    def add_declaration(self, lesson, number):
        """One declaration more in the first block: what follows may depend on it."""
        block = r"(?ms)^```swift *\n.*?(?=^```)"
        self.rewrite(lesson, block, rf"\g<0>let benchmarkEdit{number} = 1\n")

    def restore(self):
        for lesson, text in self.originals.items():
            lesson.write_text(text, encoding="utf-8")
        self.build()

    def after(self, edit, rounds, lessons=None):
        """Times to build after an edit to each lesson in turn, no two edits alike.

        The first edit of a lesson is made before: it compiles what later ones need not.
        """
        lessons = lessons or self.lessons
        for lesson in lessons:
            edit(lesson, next(self.numbers))
            self.build()
        times = []
        for round in range(rounds):
            edit(lessons[round % len(lessons)], next(self.numbers))
            times.append(self.build())
        self.restore()
        return times


def copied(gradus, course, folder):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(course, folder / "lessons", ignore=shutil.ignore_patterns(".gradus"))
    # The copy is of lessons about the same package.
    settings = folder / "lessons" / "course.yaml"
    text = settings.read_text(encoding="utf-8")
    package = (course / re.search(r"package: *(\S+)", text)[1]).resolve()
    settings.write_text(re.sub(r"(package:) *\S+", rf"\1 {package}", text), encoding="utf-8")
    return Course(gradus, sorted(course.glob("*.md")), folder)


def generated(gradus, course, folder, count):
    """A course of many short lessons, each with links, formulas, blocks and checks."""
    made = copied(gradus, course, folder)
    for lesson in made.lessons:
        lesson.unlink()
    settings = folder / "lessons" / "course.yaml"
    head = settings.read_text(encoding="utf-8").partition("parts:")[0]
    stems = [f"lesson-{number:04}" for number in range(count)]
    parts = "".join(
        f"  - title: Part {first // 50 + 1}\n    lessons: [{', '.join(stems[first:first + 50])}]\n"
        for first in range(0, count, 50)
    )
    settings.write_text(f"{head}parts:\n{parts}", encoding="utf-8")
    for number, stem in enumerate(stems):
        sections = "".join(
            f"## Section {each}\n\nWith $x_{{{each}}}$ at {number} the value is `value{each} = "
            f"{number + each}`, and *this* is what the section says.\n\n```swift\n"
            f"let value{each} = {number} + {each}\nfunc twice{each}(_ x: Double) -> Double "
            f"{{\n  2 * x\n}}\ntwice{each}({each})   // = {2 * each}\n```\n\n"
            for each in range(11)
        )
        text = (
            f"---\ntitle: Lesson {number}\nsummary: The lesson of number {number}.\nminutes: 5\n---\n\n"
            f"# Lesson {number}\n\nAfter it comes [the next]({stems[(number + 1) % count]}.md).\n\n{sections}"
        )
        (folder / "lessons" / f"{stem}.md").write_text(text, encoding="utf-8")
    return Course(gradus, sorted((folder / "lessons").glob("*.md")), folder)


def row(name, times, budget=""):
    print(
        f"{name:50}{statistics.median(times):9.0f}{min(times):9.0f}{max(times):9.0f}"
        f"{len(times):6}   {budget}", flush=True
    )


def measure_course(course, rounds):
    longest = max(course.lessons, key=lambda lesson: len(notebooks.blocks(lesson)))
    blocks = len(re.findall(r"(?m)^```swift *$", course.originals[longest]))

    def edit_at(which):
        return lambda lesson, number: course.edit_code(lesson, number, which)

    print(f"Building a course of {len(course.lessons)} lessons, in milliseconds")
    print(HEADING)
    row("cold: verify and build all lessons", course.cold(max(3, rounds // 3)), "3000, then 2000")
    first = []
    for lesson in course.lessons:
        course.edit_code(lesson, next(course.numbers))
        first.append(course.build())
    course.restore()
    row("the first edit of a lesson's code after that", first)
    row("one lesson's code edited, to its page", course.after(course.edit_code, rounds), "250, then 150")
    for name, which in [("first", 0), ("middle", blocks // 2), ("last", -1)]:
        times = course.after(edit_at(which), max(5, rounds // 2), [longest])
        row(f"  {longest.stem}: an edit in its {name} block", times, "250, then 150")
    row("a declaration more in the first block", course.after(course.add_declaration, max(5, rounds // 2)))
    row("one lesson's prose edited, to its page", course.after(course.edit_prose, rounds), "50")
    row("nothing changed", [course.build() for _ in range(rounds)], "30")


def measure_pages(course):
    pages = sorted(course.site.rglob("*.html"))
    weights = {page: page_weight(page) for page in pages}
    heaviest = max(pages, key=weights.get)
    figures = [
        len(svg.encode())
        for page in pages
        for svg in re.findall(r'(?s)<svg[^>]*role="img".*?</svg>', page.read_text(encoding="utf-8"))
    ]
    print(f"{'heaviest page, compressed, without fonts':50}{weights[heaviest] / 1000:9.1f} kB"
          f"{'':21}   100 kB  ({heaviest.relative_to(course.site)})")
    if figures:
        print(f"{'largest figure':50}{max(figures) / 1000:9.1f} kB{'':21}   30 kB")
    print(f"{'most memory of gradus':50}{course.memory:9.0f} MB{'':21}   300 MB")


def compressed(path):
    return len(gzip.compress(path.read_bytes(), 9))


def page_weight(page):
    """What a browser loads for a page, fonts aside, as a server would compress it."""
    text = page.read_text(encoding="utf-8")
    linked = re.findall(r'<(?:link|script)[^>]+?(?:href|src)="([^"#:?]+\.(?:css|js))"', text)
    return compressed(page) + sum(compressed(page.parent / each) for each in set(linked))


def measure_many(course, rounds):
    print(f"\nBuilding a course of {len(course.lessons)} lessons of 11 blocks, in milliseconds")
    print(HEADING)
    row("cold: verify and build all lessons", course.cold(1))
    shutil.rmtree(course.site)
    row("render only", [course.build()], "1000")
    some = course.lessons[:: max(1, len(course.lessons) // 3)]
    row("one lesson's code edited, to its page", course.after(course.edit_code, rounds, some))
    row("one lesson's prose edited, to its page", course.after(course.edit_prose, rounds, some))
    row("nothing changed", [course.build() for _ in range(rounds)], "30")
    print(f"{'most memory of gradus':50}{course.memory:9.0f} MB{'':21}   300 MB")


def measure_library(gradus, repository, folder, rounds):
    """A course about a small package of its own: what an edit to that package costs."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(repository / "Tests/GradusTests/Courses/otherwise-named", folder)
    course = Course(gradus, sorted((folder / "lessons").glob("*.md")), folder)
    source = folder / "fractions/Sources/Fractions/Fraction.swift"
    text = source.read_text(encoding="utf-8")
    print(f"\nBuilding a course of {len(course.lessons)} lessons about another package, in milliseconds")
    print(HEADING)
    row("cold: build the library, verify and build all", course.cold(1))
    times = []
    for number in range(rounds):
        source.write_text(f"{text}\nlet benchmarkEdit = {number}\n", encoding="utf-8")
        times.append(course.build())
    row("the library changed, to all pages", times)
    row("nothing changed", [course.build() for _ in range(rounds)], "30")


def measure_others(course, scratch, binaries, rounds):
    print(f"\nOther tools on notebooks of the same {len(course.lessons)} pages and cells, in milliseconds")
    print(HEADING)
    for tool in (notebooks.JupyterBook, notebooks.MkDocsJupyter):
        scratch.mkdir(parents=True, exist_ok=True)
        made = tool(binaries, course.lessons, scratch)
        times = []
        for _ in range(max(1, rounds // 5)):
            made.clean()
            times.append(timed(made.command(), scratch))
        row(f"{tool.name}, cold", times)
        times = []
        for number in range(max(2, rounds // 5)):
            notebooks.edit(made.pages[number % len(made.pages)], number + 1)
            times.append(timed(made.command(), scratch))
        row(f"{tool.name}, one page's code edited", times)
        row(f"{tool.name}, nothing changed", [timed(made.command(), scratch)])


def main(gradus, lessons, scratch, binaries, rounds):
    scratch = scratch.resolve()
    course = copied(gradus, lessons.resolve(), scratch / "course")
    measure_course(course, rounds)
    measure_pages(course)
    measure_library(gradus, lessons.resolve().parent, scratch / "library", max(3, rounds // 5))
    measure_others(course, scratch / "others", binaries.resolve(), rounds)
    many = generated(gradus, lessons.resolve(), scratch / "many", 1000)
    measure_many(many, max(3, rounds // 5))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), int((sys.argv + ["15"])[5]))
