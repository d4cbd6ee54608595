"""The course's pages and cells as notebooks, for the tools that many would use instead.

Each page has as many code cells as a lesson has blocks that run, with as many short statements
as the block has lines of code, and a paragraph before each: plain Python that computes and
prints, without a library, so that what is measured is the tool.
"""
import json
import re
import shutil


def blocks(lesson):
    """The code of each Swift block that runs."""
    found = re.findall(r"(?ms)^```swift([^\n]*)\n(.*?)^```", lesson.read_text(encoding="utf-8"))
    return [code for words, code in found if "skip" not in words and "fails" not in words]


def cell(number, code):
    lines = max(1, sum(1 for line in code.split("\n") if line.strip()) - 1)
    statements = [f"value_{number}_{line} = {number} + {line} * 0.5" for line in range(lines)]
    return "\n".join([*statements, f"print(value_{number}_{lines - 1})"])


def notebook(title, codes):
    def markdown(text):
        return {"cell_type": "markdown", "metadata": {}, "source": text}

    cells = [markdown(f"# {title}")]
    for number, code in enumerate(codes):
        cells.append(markdown(f"What step {number} says, in a sentence or two, with $x_{{{number}}}$."))
        cells.append({
            "cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [],
            "source": cell(number, code),
        })
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def write(lessons, folder):
    """Writes a notebook for each lesson; returns their paths."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    paths = []
    for lesson in lessons:
        path = folder / f"{lesson.stem}.ipynb"
        path.write_text(json.dumps(notebook(lesson.stem, blocks(lesson))), encoding="utf-8")
        paths.append(path)
    return paths


def edit(path, number):
    """Changes one line of code in the first cell."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"value_0_0 = [^\\]*", f"value_0_0 = {number}", text, count=1), encoding="utf-8")


JUPYTER_BOOK = """title: The course
execute:
  execute_notebooks: cache
  timeout: 120
repository: {url: ""}
html: {use_issues_button: false}
"""

MKDOCS = """site_name: The course
site_dir: mkdocs-site
docs_dir: mkdocs
plugins:
  - mkdocs-jupyter:
      execute: true
"""


class JupyterBook:
    name = "Jupyter Book 1"

    def __init__(self, binaries, lessons, scratch):
        self.binaries, self.folder = binaries, scratch / "jupyter-book"
        self.pages = write(lessons, self.folder)
        (self.folder / "_config.yml").write_text(JUPYTER_BOOK, encoding="utf-8")
        chapters = "".join(f"- file: {page.stem}\n" for page in self.pages[1:])
        toc = f"format: jb-book\nroot: {self.pages[0].stem}\nchapters:\n{chapters}"
        (self.folder / "_toc.yml").write_text(toc, encoding="utf-8")

    def clean(self):
        shutil.rmtree(self.folder / "_build", ignore_errors=True)

    def command(self):
        return [self.binaries / "jupyter-book", "build", self.folder]


class MkDocsJupyter:
    name = "mkdocs-jupyter"

    def __init__(self, binaries, lessons, scratch):
        self.binaries, self.scratch = binaries, scratch
        self.pages = write(lessons, scratch / "mkdocs")
        (scratch / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")

    def clean(self):
        shutil.rmtree(self.scratch / "mkdocs-site", ignore_errors=True)

    def command(self):
        return [self.binaries / "mkdocs", "build", "--quiet", "--config-file", self.scratch / "mkdocs.yml"]
