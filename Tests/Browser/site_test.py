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

# Texts of a figure that lie on each other, or that stick out of it. The boxes are shrunk by what
# ascenders and descenders take of a line, and turned back into the figure's own pixels.
COLLISIONS = """() => [...document.querySelectorAll('main svg[role=img]')].flatMap(svg => {
  const outer = svg.getBoundingClientRect();
  const scale = outer.width / svg.viewBox.baseVal.width;
  const title = svg.querySelector('title')?.textContent ?? '';
  const boxes = [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    const room = 0.22 * box.height;
    return {
      text: text.textContent, left: box.left + scale, right: box.right - scale,
      top: box.top + room, bottom: box.bottom - room,
    };
  });
  const found = [];
  boxes.forEach((a, i) => {
    if (a.left < outer.left - 2 || a.right > outer.right + 2 || a.bottom > outer.bottom + 2)
      found.push(`${title}: “${a.text}” sticks out`);
    boxes.slice(0, i).forEach(b => {
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        found.push(`${title}: “${a.text}” lies on “${b.text}”`);
    });
  });
  return found;
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
        cls.lesson_pages = [link for link in cls.pages if Path(link).stem in cls.lessons]
        # Pages that stay open for the tests that only look, as they are and without scripts.
        cls.kept, cls.plain = {}, {}

    @classmethod
    def tearDownClass(cls):
        for page in [*cls.kept.values(), *cls.plain.values()]:
            page.context.close()
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
    def seen(self, url):
        """The page at `url` for a test that only looks: loaded once for all of them."""
        with self.subTest(page=url.removeprefix(SITE.as_uri() + "/")):
            if url not in self.kept:
                self.kept[url] = self.opened()
                self.kept[url].goto(url)
            yield self.kept[url]

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
            with self.seen(url) as page:
                page.wait_for_load_state("networkidle")
                self.assertEqual(page.complaints, [])

    def test_every_figure_is_drawn_and_has_a_title(self):
        figures = 0
        for url in self.pages:
            with self.seen(url) as page:
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
            with self.seen(url) as page:
                self.assertEqual(page.locator(".katex-error").count(), 0)
                formulas += page.locator(".katex").count()
        self.assertGreater(formulas, 0)

    def test_no_page_is_wider_than_its_window(self):
        for url in self.pages:
            with self.seen(url) as page:
                for size, scheme in product((PHONE, TABLET, DESKTOP), SCHEMES):
                    with self.shown(page, size, scheme):
                        self.assertEqual(page.evaluate(OVERFLOW), [])

    def test_dark_scheme_is_dark_and_light_is_light(self):
        brightness = """() => {
          const colour = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g);
          return (Number(colour[0]) + Number(colour[1]) + Number(colour[2])) / 765;
        }"""
        for url in self.pages:
            with self.seen(url) as page:
                with self.shown(page, DESKTOP, "dark"):
                    self.assertLess(page.evaluate(brightness), 0.3)
                with self.shown(page, DESKTOP, "light"):
                    self.assertGreater(page.evaluate(brightness), 0.8)

    def test_anchors_lead_somewhere(self):
        for url in self.pages:
            with self.seen(url) as page:
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
        tried = 0
        for url in self.lesson_pages:
            with self.at(url) as page:
                page.emulate_media(reduced_motion="reduce")
                ticks = page.locator(".check button.tick")
                if ticks.count() == 0:  # a page of figures alone
                    continue
                tried += 1
                tick = ticks.first
                self.assertFalse(tick.evaluate(shown))
                tick.hover()
                self.await_true(page, tick, shown)
                page.mouse.move(0, 0)
                tick.focus()
                self.await_true(page, tick, shown)
        self.assertGreaterEqual(tried, 4)

    def await_true(self, page, element, condition):
        """Gives what fades in time to do so, on a busy machine too."""
        for _ in range(50):
            if element.evaluate(condition):
                return
            page.wait_for_timeout(100)
        self.fail(f"{element} does not come to satisfy {condition}")

    def test_exercise_shows_its_checks_and_opens_its_solution_by_the_keyboard(self):
        for url in self.pages[1:]:
            for scripts in (True, False):
                with self.at(url, scripts=scripts) as page:
                    for exercise in page.locator("section.exercise").all():
                        self.assertTrue(exercise.locator(".starter pre").is_visible())
                        self.assertTrue(exercise.locator(".checks pre").is_visible())
                        solution = exercise.locator(".solution").first
                        self.assertFalse(solution.locator("pre").is_visible())
                        solution.locator("summary").focus()
                        page.keyboard.press("Enter")
                        solution.locator("pre").wait_for(state="visible", timeout=5000)

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
            page.goto(self.lesson_pages[0] if self.lesson_pages else self.index)
            seen = [page.url]
            while (link := page.locator("a[rel=next]").first).count() and len(seen) < 1000:
                with page.expect_navigation():
                    link.click()
                seen.append(page.url)
        self.assertEqual(len(seen), len(self.lessons))
        self.assertEqual(len(set(seen)), len(seen))

    def lessons_with(self, selector):
        """The pages of the lessons that have such an element."""
        for url in self.lesson_pages:
            if url not in self.plain:
                self.plain[url] = self.opened(scripts=False)
                self.plain[url].goto(url)
        found = [url for url in self.lesson_pages if self.plain[url].locator(selector).count()]
        if not found:
            self.skipTest(f"no lesson has {selector}")
        return found

    def test_answers_are_folded_away_without_javascript(self):
        for url in self.lessons_with(".quiz"):
            with self.at(url, scripts=False) as page:
                for quiz in page.locator(".quiz").all():
                    self.assertGreater(len(quiz.locator(".question").inner_text()), 5)
                    self.assertEqual(quiz.locator("input:visible, button[type=submit]:visible").count(), 0)
                    self.assertEqual(quiz.locator(".why > p:visible").count(), 0)
                    for why in quiz.locator(".why").all():
                        why.locator("summary").click()
                        self.assertTrue(why.locator("p").first.is_visible())
                    options = quiz.locator(".option")
                    if options.count():
                        self.assertRegex(options.first.inner_text(), "[✓✗] (Right|Wrong):")

    def test_options_can_be_chosen_checked_and_chosen_again(self):
        for url in self.lessons_with(".quiz:not(.prediction) .option"):
            with self.at(url) as page:
                for quiz in page.locator(".quiz:not(.prediction):has(.option)").all():
                    result, check = quiz.locator(".result"), quiz.locator("button[type=submit]")
                    self.assertEqual(result.get_attribute("role"), "status")
                    check.click()
                    self.assertEqual(result.inner_text(), "Choose an answer first.")
                    wrong = quiz.locator(".option:has(.wrong)").first
                    wrong.locator(".choice").click()
                    self.assertTrue(wrong.locator("input").is_checked())
                    self.assertEqual(result.inner_text(), "")
                    check.click()
                    self.assertRegex(result.inner_text(), "^✗ .*(Not right|wrong)")
                    self.assertRegex(wrong.locator(".why").inner_text(), r"✗ Wrong:\s*\S")
                    self.assertEqual(quiz.locator(".why:visible").count(), 1)
                    described = wrong.locator("input").get_attribute("aria-describedby")
                    self.assertEqual(wrong.locator(".why").get_attribute("id"), described)
                    for option in quiz.locator(".option").all():
                        if option.locator(".why.right").count():
                            option.locator("input").check()
                        elif option.locator("[type=checkbox]").count():
                            option.locator("input").uncheck()
                    self.assertEqual(result.inner_text(), "")
                    self.assertEqual(quiz.locator(".why:visible").count(), 0)
                    check.click()
                    self.assertRegex(result.inner_text(), "^✓ Right")

    def test_a_part_of_the_right_options_is_not_all(self):
        for url in self.lessons_with(".quiz:not(.prediction) [type=checkbox]"):
            with self.at(url) as page:
                quiz = page.locator(".quiz:not(.prediction):has([type=checkbox])").first
                quiz.locator(".option:has(.right) input").first.check()
                quiz.locator("button[type=submit]").click()
                self.assertIn("more to choose", quiz.locator(".result").inner_text())

    def test_a_question_can_be_answered_with_the_keyboard(self):
        for url in self.lessons_with(".quiz [type=radio]"):
            with self.at(url) as page:
                quiz = page.locator(".quiz:has([type=radio])").first
                quiz.locator("input").first.focus()
                page.keyboard.press("ArrowDown")
                self.assertTrue(quiz.locator("input").nth(1).is_checked())
                page.keyboard.press("Enter")
                self.assertRegex(quiz.locator(".result").inner_text(), "^[✓✗] ")

    def predictions(self, page):
        """Each prediction of a page with what it covers."""
        for form in page.locator(".prediction").all():
            yield form, page.locator(f".revealed[data-prediction='{form.get_attribute('id')}']")

    def is_seen(self, revealed):
        return revealed.evaluate("all => all.firstElementChild.checkVisibility()")

    def test_a_prediction_covers_what_follows_until_it_is_made(self):
        for url in self.lessons_with(".prediction .option"):
            with self.at(url) as page:
                for form, revealed in self.predictions(page):
                    if not form.locator(".option").count():
                        continue
                    commit, result = form.locator("button[type=submit]"), form.locator(".result")
                    self.assertFalse(self.is_seen(revealed))
                    commit.click()
                    self.assertEqual(result.inner_text(), "Choose an answer first.")
                    self.assertFalse(self.is_seen(revealed))
                    form.locator(".option:has(.wrong) .choice").first.click()
                    commit.click()
                    self.assertRegex(result.inner_text(), "^✗ It is not as you predicted")
                    self.assertTrue(form.locator(".why.right").first.is_visible())
                    self.assertTrue(self.is_seen(revealed))
                    # Who has seen the result can no longer predict it.
                    self.assertEqual(form.locator("button:visible").count(), 0)
                    self.assertEqual(form.locator("input:enabled").count(), 0)
                    self.assertTrue(result.evaluate("all => all === document.activeElement"))

    def test_a_reader_may_ask_to_see_what_a_prediction_covers(self):
        for url in self.lessons_with(".prediction"):
            with self.at(url) as page:
                for form, revealed in self.predictions(page):
                    form.locator(".show").focus()
                    page.keyboard.press("Enter")
                    self.assertTrue(self.is_seen(revealed))
                    self.assertIn("Shown below.", form.locator(".result").inner_text())
                    for why in form.locator(".why.right").all():
                        self.assertTrue(why.locator("p").first.is_visible())
                    self.assertEqual(form.locator("button:visible").count(), 0)

    def test_nothing_is_covered_without_javascript_in_print_or_behind_a_link(self):
        for url in self.lessons_with(".prediction"):
            with self.at(url, scripts=False) as page:
                for _, revealed in self.predictions(page):
                    self.assertTrue(self.is_seen(revealed))
            with self.at(url) as page:
                page.emulate_media(media="print")
                for _, revealed in self.predictions(page):
                    self.assertTrue(self.is_seen(revealed))
                page.emulate_media(media="screen")
                for _, revealed in self.predictions(page):
                    self.assertFalse(self.is_seen(revealed))
                    name = revealed.evaluate("all => all.firstElementChild.id ||= 'covered'")
                    page.evaluate(f"location.hash = '{name}'")
                    page.wait_for_timeout(100)
                    self.assertTrue(self.is_seen(revealed))

    def test_a_number_is_compared_as_precisely_as_its_author_wrote_it(self):
        for url in self.lessons_with(".quiz[data-value]:not(.prediction)"):
            with self.at(url) as page:
                for quiz in page.locator(".quiz[data-value]:not(.prediction)").all():
                    value = float(quiz.get_attribute("data-value"))
                    within = float(quiz.get_attribute("data-within"))
                    field, result = quiz.locator("input"), quiz.locator(".result")

                    def answer(text):
                        field.fill(text)
                        field.press("Enter")
                        return result.inner_text()

                    self.assertIn("Write a number", answer(""))
                    self.assertIn("behind a point: 0.25", answer("0,25"))
                    self.assertEqual(field.get_attribute("aria-invalid"), "true")
                    self.assertIn("fraction", answer("1/4"))
                    self.assertIn("can’t be read", answer("a lot"))
                    self.assertRegex(answer(repr(value + 0.99 * within)), "^✓ Right")
                    self.assertIsNone(field.get_attribute("aria-invalid"))
                    self.assertRegex(answer(repr(value - 0.99 * within)), "^✓ Right")
                    self.assertRegex(answer(repr(value + 1.01 * within)), "^✗ .*too large")
                    self.assertRegex(answer(repr(value - 1.01 * within)), "^✗ .*too small")
                    self.assertIn("sign", answer(repr(-value).replace("-", "−")))

    def test_hints_appear_one_by_one(self):
        for url in self.lessons_with(".hints details + details"):
            with self.at(url) as page:
                hints = page.locator(".hints:has(details + details)").first.locator("details")
                self.assertTrue(hints.nth(0).is_visible())
                self.assertRegex(hints.nth(0).inner_text(), "^Hint 1 of [2-9]$")
                self.assertFalse(hints.nth(1).is_visible())
                hints.nth(0).locator("summary").click()
                hints.nth(1).wait_for(state="visible")
        for url in self.lessons_with(".hints details + details"):
            with self.at(url, scripts=False) as page:
                for hint in page.locator(".hints details").all():
                    self.assertTrue(hint.is_visible())
                    self.assertIsNone(hint.get_attribute("open"))

    def cards_page(self):
        pages = [url for url in self.pages if url.endswith("/cards.html")]
        if not pages:
            self.skipTest("the course has no flash cards")
        return pages[0]

    def test_cards_that_were_known_come_last_when_the_page_is_opened_again(self):
        with self.opened() as page:
            page.goto(self.cards_page())
            name = "all => all.map(card => card.dataset.card)"
            before = page.eval_on_selector_all(".card", name)
            self.assertEqual(len(before), len(set(before)))
            for place, label in ((0, "Knew it"), (len(before) - 1, "Did not")):
                card = page.locator(".card").nth(place)
                self.assertFalse(card.get_by_text(label).is_visible())
                card.locator("summary").click()
                card.get_by_text(label).click()
                self.assertEqual(card.get_by_text(label).get_attribute("aria-pressed"), "true")
            page.goto(self.cards_page())
            after = page.eval_on_selector_all(".card", name)
            self.assertEqual(after, [before[-1]] + before[1:-1] + [before[0]])
            self.assertIn(" 1 known", page.locator(".controls .result").inner_text())
            page.locator(".forget").click()
            self.assertEqual(page.eval_on_selector_all(".card", name), before)

    def test_cards_are_filtered_by_topic_and_difficulty(self):
        with self.opened() as page:
            page.goto(self.cards_page())
            for field in ("topic", "difficulty"):
                total = page.locator(".card").count()
                values = page.eval_on_selector_all(
                    f"select[name={field}] option", "all => all.map(one => one.value)")
                shown = 0
                for value in values[1:]:
                    page.locator(f"select[name={field}]").select_option(value)
                    found = page.eval_on_selector_all(
                        ".card", f"all => all.filter(c => !c.hidden).map(c => c.dataset.{field})")
                    self.assertEqual(set(found), {value})
                    shown += len(found)
                self.assertEqual(shown, total)
                page.locator(f"select[name={field}]").select_option("")

    def test_cards_work_where_nothing_can_be_kept(self):
        with self.opened() as page:
            page.add_init_script(
                "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })")
            page.goto(self.cards_page())
            page.locator(".card summary").first.click()
            page.locator(".card .grading button").first.click()
            self.assertIn(" 1 known", page.locator(".controls .result").inner_text())
            self.assertEqual(page.complaints, [])

    def test_each_card_leads_back_to_its_place_in_a_lesson(self):
        with self.opened(scripts=False) as page:
            page.goto(self.cards_page())
            links = page.eval_on_selector_all(".card .origin a", "all => all.map(a => a.href)")
            self.assertEqual(len(links), page.locator(".card").count())
            for link in links:
                page.goto(link)
                target = page.locator(f"[id='{link.split('#')[1]}']")
                self.assertEqual(target.get_attribute("class"), "card")

    def test_axe_finds_no_violation_in_answered_questions(self):
        for url in self.lessons_with(".quiz"):
            with self.at(url) as page:
                for quiz in page.locator(".quiz").all():
                    if quiz.locator(".option").count():
                        quiz.locator(".option input").first.check()
                    elif quiz.locator("input").count():
                        quiz.locator("input").fill("1,5")
                    quiz.locator(".answering button").first.click()
                for summary in page.locator(".card summary, .hints summary").all():
                    if summary.is_visible():
                        summary.click()
                for scheme in SCHEMES:
                    with self.shown(page, PHONE, scheme):
                        self.assertEqual(page.evaluate(OVERFLOW), [])
                        violations = Axe().run(page.page, options=AXE_OPTIONS).response["violations"]
                        self.assertEqual([explained(each) for each in violations], [])

    def test_no_text_of_a_figure_lies_on_another(self):
        for url in self.lesson_pages:
            with self.seen(url) as page:
                for size in (PHONE, DESKTOP):
                    with self.shown(page, size, "light"):
                        self.assertEqual(page.evaluate(COLLISIONS), [])

    def test_what_moves_ends_and_stands_still_on_request(self):
        moving = "document.getAnimations().filter(a => /^figure-/.test(a.animationName))"
        for url in self.lessons_with(".figure-trace"):
            with self.at(url, scripts=False) as page:
                self.assertGreater(page.evaluate(moving + ".length"), 0)
                ends = page.evaluate(moving + ".map(a => a.effect.getComputedTiming().endTime)")
                self.assertLessEqual(max(ends), 5000)
                page.emulate_media(reduced_motion="reduce")
                self.assertEqual(page.evaluate(moving + ".length"), 0)

    def test_the_numbers_of_a_figure_unfold(self):
        for url in self.lessons_with("details.numbers"):
            with self.at(url, scripts=False) as page:
                numbers = page.locator("details.numbers").first
                self.assertFalse(numbers.locator("table").is_visible())
                numbers.locator("summary").click()
                self.assertTrue(numbers.locator("table").is_visible())
                self.assertEqual(page.evaluate(OVERFLOW), [])

    def test_axe_finds_no_violation(self):
        for url in self.pages:
            with self.seen(url) as page:
                for size, scheme in product((PHONE, DESKTOP), SCHEMES):
                    with self.shown(page, size, scheme):
                        violations = Axe().run(page.page, options=AXE_OPTIONS).response["violations"]
                        self.assertEqual([explained(each) for each in violations], [])


# With "preload", axe asks for every style sheet again, which a page read from a file refuses.
AXE_OPTIONS = {"preload": False, "resultTypes": ["violations"]}


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
