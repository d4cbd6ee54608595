"""Opens the built course in Chromium, as a reader would who double-clicks its index.html.

    site_test.py SITE [COURSE]

SITE is the folder that `gradus build` wrote, COURSE the lessons it was built from. Needs the
packages of requirements.txt and a Chromium, which CHROMIUM may name. Ends with a line
`N passed, N failed`; the exit status is 0 when none failed.
"""

import os
import shutil
import sys
import unittest
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

SITE = Path(sys.argv[1] if len(sys.argv) > 1 else "site/public").resolve()
COURSE = Path(sys.argv[2] if len(sys.argv) > 2 else "lessons").resolve()

PHONE, TABLET, DESKTOP = (390, 844), (820, 1180), (1440, 900)
SCHEMES = ("light", "dark")

# Every figure: its title, its size on the page, and how many shapes it is made of.
FIGURES = """() => [...document.querySelectorAll('main svg[role=img], main figure svg:not(svg svg)')].map(svg => {
  const box = svg.getBoundingClientRect();
  return {
    title: svg.querySelector('title')?.textContent ?? '',
    width: box.width, height: box.height,
    shapes: svg.querySelectorAll('path, line, polyline, polygon, circle, rect, text').length,
  };
})"""

# Lets the page answer to a new size before it is looked at.
SETTLED = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"""

# What sticks out to the right of the window, unless something around it scrolls by itself.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll('*')].filter(e => {
    if (e.getBoundingClientRect().right <= width + 0.5) return false;
    for (let p = e.parentElement; p; p = p.parentElement)
      if (getComputedStyle(p).overflowX !== 'visible') return false;
    return true;
  });
  return ['page is ' + document.documentElement.scrollWidth + ' px wide']
    .concat(wide.slice(0, 5).map(e => e.tagName + '.' + (e.getAttribute('class') ?? '')));
}"""


class SiteTest(unittest.TestCase):
    """What holds for the index and for every lesson's page."""

    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(
            executable_path=chromium(),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        cls.lessons = sorted(path.stem for path in COURSE.glob("*.md"))
        cls.index = (SITE / "index.html").as_uri()
        with cls.opened() as page:
            page.goto(cls.index)
            links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href.split('#')[0])")
        base = SITE.as_uri() + "/"
        pages = [link for link in dict.fromkeys(links) if link.startswith(base)]
        cls.pages = [cls.index] + [link for link in pages if link != cls.index]

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    @classmethod
    def opened(cls, scripts=True):
        return OpenedPage(cls.browser, scripts)

    @contextmanager
    def at(self, url, **settings):
        """The page at `url`, loaded; what fails on it is reported with its name, and the rest
        goes on."""
        with self.subTest(page=url.removeprefix(SITE.as_uri() + "/"), **settings):
            with self.opened(**settings) as page:
                page.goto(url)
                yield page

    @contextmanager
    def shown(self, page, size, scheme):
        """The open page in a window of that size, in that colour scheme."""
        with self.subTest(size=size, scheme=scheme):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.emulate_media(color_scheme=scheme)
            page.evaluate(SETTLED)
            yield

    def test_index_leads_to_every_lesson(self):
        self.assertGreater(len(self.lessons), 0, f"no lesson in {COURSE}")
        linked = "\n".join(self.pages)
        for lesson in self.lessons:
            with self.subTest(lesson=lesson):
                self.assertRegex(linked, rf"/{lesson}(\.html|/|/index\.html)?(\n|$)")

    def test_no_page_logs_an_error_or_asks_for_anything_that_fails_or_is_elsewhere(self):
        for url in self.pages:
            with self.at(url) as page:
                page.wait_for_load_state("networkidle")
                self.assertEqual(page.complaints, [])

    def test_every_figure_is_drawn_and_has_a_title(self):
        figures = 0
        for url in self.pages:
            with self.at(url) as page:
                for figure in page.evaluate(FIGURES):
                    figures += 1
                    self.assertTrue(figure["title"].strip(), figure)
                    self.assertGreater(figure["width"], 100, figure)
                    self.assertGreater(figure["height"], 50, figure)
                    self.assertGreater(figure["shapes"], 3, figure)
        self.assertGreaterEqual(figures, len(self.lessons), "a lesson has one figure at least")

    def test_every_formula_is_typeset(self):
        formulas = 0
        for url in self.pages:
            with self.at(url) as page:
                self.assertEqual(page.locator(".katex-error").count(), 0)
                formulas += page.locator(".katex").count()
        self.assertGreater(formulas, 0)

    def test_no_page_is_wider_than_its_window(self):
        for url in self.pages:
            with self.at(url) as page:
                for size, scheme in product((PHONE, TABLET, DESKTOP), SCHEMES):
                    with self.shown(page, size, scheme):
                        self.assertEqual(page.evaluate(OVERFLOW), [])

    def test_dark_scheme_is_dark_and_light_is_light(self):
        brightness = """() => {
          const colour = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g);
          return (Number(colour[0]) + Number(colour[1]) + Number(colour[2])) / 765;
        }"""
        for url in self.pages:
            with self.at(url) as page:
                with self.shown(page, DESKTOP, "dark"):
                    self.assertLess(page.evaluate(brightness), 0.3)
                with self.shown(page, DESKTOP, "light"):
                    self.assertGreater(page.evaluate(brightness), 0.8)

    def test_anchors_lead_somewhere(self):
        for url in self.pages:
            with self.at(url) as page:
                dead = page.evaluate(
                    """() => [...document.querySelectorAll('a[href^="#"]')]
                      .map(a => decodeURIComponent(a.getAttribute('href').slice(1)))
                      .filter(id => id && !document.getElementById(id))"""
                )
                self.assertEqual(dead, [])

    def test_page_reads_the_same_without_javascript(self):
        main = "document.querySelector('main').innerText.replace(/\\s+/g, ' ').length"
        for url in self.pages:
            with self.at(url) as scripted, self.at(url, scripts=False) as plain:
                text = " ".join(plain.locator("main").inner_text().split())
                self.assertGreater(len(text), 100)
                self.assertGreaterEqual(len(text), 0.98 * scripted.evaluate(main))
                for figure in plain.locator("main figure svg:not(svg svg)").all():
                    box = figure.bounding_box()
                    self.assertIsNotNone(box)
                    self.assertGreater(box["width"] * box["height"], 5000)
                self.assertEqual(plain.complaints, [])

    def test_tick_shows_the_computed_value_when_pointed_at_and_when_focused(self):
        shown = """tick => {
          const value = tick.parentElement.querySelector('.computed');
          const style = getComputedStyle(value);
          return value.textContent.length > 0 && style.display !== 'none'
            && style.visibility === 'visible' && Number(style.opacity) > 0;
        }"""
        for url in self.pages[1:]:
            with self.at(url) as page:
                page.emulate_media(reduced_motion="reduce")
                ticks = page.locator(".check button.tick")
                self.assertGreater(ticks.count(), 0)
                tick = ticks.first
                self.assertFalse(tick.evaluate(shown))
                tick.hover()
                self.await_true(page, tick, shown)
                page.mouse.move(0, 0)
                tick.focus()
                self.await_true(page, tick, shown)

    def await_true(self, page, element, condition):
        """Gives what fades in time to do so, on a busy machine too."""
        for _ in range(50):
            if element.evaluate(condition):
                return
            page.wait_for_timeout(100)
        self.fail(f"{element} does not come to satisfy {condition}")

    def test_button_changes_the_colours(self):
        with self.opened() as page:
            page.goto(self.index)
            colour = "getComputedStyle(document.body).backgroundColor"
            before = page.evaluate(colour)
            page.locator("button.theme").click()
            changed = f"() => {colour} !== '{before}'"
            page.wait_for_function(changed)

    def test_next_leads_through_all_lessons(self):
        with self.opened() as page:
            page.goto(self.pages[1] if len(self.pages) > 1 else self.index)
            seen = [page.url]
            while (link := page.locator("a[rel=next]").first).count() and len(seen) < 1000:
                with page.expect_navigation():
                    link.click()
                seen.append(page.url)
        self.assertEqual(len(seen), len(self.lessons))
        self.assertEqual(len(set(seen)), len(seen))

    def test_axe_finds_no_violation(self):
        for url in self.pages:
            with self.at(url) as page:
                for size, scheme in product((PHONE, DESKTOP), SCHEMES):
                    with self.shown(page, size, scheme):
                        violations = Axe().run(page.page).response["violations"]
                        self.assertEqual([explained(each) for each in violations], [])


def chromium():
    """The browser that CHROMIUM names, or the first that is installed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def explained(violation):
    """One line that says which rule an element breaks, and where."""
    places = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
    return f"{violation['id']}: {violation['help']} ({len(places)} times: {places[:3]})"


class OpenedPage:
    """A page in a context of its own, with everything it complained of."""

    def __init__(self, browser, scripts):
        self.context = browser.new_context(
            viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, java_script_enabled=scripts
        )
        self.page = self.context.new_page()
        self.complaints = []
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("requestfailed", lambda r: self.complaints.append(f"failed: {r.url} {r.failure}"))
        self.page.on("request", self.requested)

    def heard(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def requested(self, request):
        if not request.url.startswith(("file:", "data:", "blob:", "about:")):
            self.complaints.append(f"foreign: {request.url}")

    def goto(self, url):
        self.complaints.clear()
        self.page.goto(url)

    def __getattr__(self, name):
        return getattr(self.page, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(SiteTest)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    troubled = [test for test, _ in result.failures + result.errors]
    failed = len({getattr(test, "test_case", test).id() for test in troubled})
    print(f"{result.testsRun - failed} passed, {failed} failed")
    sys.exit(0 if result.wasSuccessful() else 1)
