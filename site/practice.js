// Questions that can be answered, predictions that cover what follows, hints one by one, flash cards
// that remember. Without this script all of them are there to be unfolded, and nothing is covered.
"use strict";

(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Says how an answer was: in words, with a sign, to screen readers too.
  function say(result, verdict = null, text = "") {
    const sign = { right: "✓", wrong: "✗" }[verdict];
    result.className = `result ${verdict ?? ""}`;
    result.replaceChildren();
    if (sign) {
      const mark = result.appendChild(document.createElement("span"));
      mark.setAttribute("aria-hidden", "true");
      mark.textContent = `${sign} `;
    }
    result.append(text);
  }

  // `check` returns a verdict, the words for it, and whether the reader has answered.
  function prepareQuestion(form, check, forget, answered = () => {}) {
    const result = form.querySelector(".result");
    form.classList.add("live");
    form.querySelector(".answering").hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      forget();
      const [verdict, text, isAnswer = verdict !== null] = check();
      say(result, verdict, text);
      if (isAnswer) answered();
    });
    form.addEventListener("input", () => {
      forget();
      say(result);
    });
  }

  // Options: one to choose or several.

  function prepareOptions(form, prediction) {
    const options = all(".option", form).map((element) => ({
      element,
      input: element.querySelector("input"),
      why: element.querySelector(".why"),
    }));
    for (const { element, input } of options) {
      input.hidden = false;
      element.querySelector(".choice").addEventListener("click", (event) => {
        if (!event.target.closest("a, button")) input.click();
      });
    }
    const isRight = (option) => option.why.classList.contains("right");
    const tell = (told) => {
      for (const { element, input, why } of told) {
        element.classList.add("told");
        why.open = true;
        input.setAttribute("aria-describedby", why.id);
      }
    };
    if (prediction) prediction.tell = () => tell(options.filter(isRight));
    const check = () => {
      const chosen = options.filter(({ input }) => input.checked);
      if (chosen.length === 0) return [null, "Choose an answer first."];
      tell(prediction ? options.filter((option) => option.input.checked || isRight(option)) : chosen);
      const wrong = chosen.filter((option) => !isRight(option)).length;
      const missing = options.filter(isRight).length - (chosen.length - wrong);
      if (prediction) {
        return wrong + missing === 0
          ? ["right", "It is as you predicted."]
          : ["wrong", "It is not as you predicted: what is right is marked above."];
      }
      if (wrong > 0) {
        const what = chosen.length === 1
          ? "Not right."
          : `${wrong} of your ${chosen.length} choices ${wrong === 1 ? "is" : "are"} wrong.`;
        return ["wrong", `${what} Read why under what you chose, and try again.`];
      }
      if (missing > 0) return [null, "Right so far, but there is more to choose."];
      return ["right", chosen.length === 1 ? "Right." : "Right: these are all."];
    };
    prepareQuestion(form, check, () => {
      for (const { element, input, why } of options) {
        element.classList.remove("told");
        why.open = false;
        input.removeAttribute("aria-describedby");
      }
    }, prediction?.commit);
  }

  // A number, compared as the lesson's checks compare: within half a unit of the last place that
  // its author wrote.

  const written = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

  function read(text) {
    const plain = text.replace(/[−–]/g, "-").replace(/[\s_\u00a0\u202f]/g, "");
    if (plain === "") return { trouble: "Write a number first." };
    if (written.test(plain)) return { number: Number(plain) };
    const pointed = plain.replace(",", ".");
    if (written.test(pointed)) return { trouble: `Write the decimals behind a point: ${pointed}` };
    if (plain.includes("/")) return { trouble: "Write a decimal number rather than a fraction." };
    if (plain.includes("%")) return { trouble: "Write the number itself, without a per cent sign." };
    return { trouble: "That can’t be read as a number. Write one such as -0.25 or 2.5e-3." };
  }

  function prepareNumber(form, prediction) {
    const input = form.querySelector(".answering input");
    const value = Number(form.dataset.value);
    const within = Number(form.dataset.within);
    // Decimal numbers are not exact in binary.
    const slack = within * 1e-9 + Math.abs(value) * Number.EPSILON;
    const holds = (number) => Math.abs(number - value) <= within + slack;
    // To the last place that the answer is asked for, and to two digits at least.
    const rounded = (size) => {
      const places = Math.max(-Math.log10(2 * within) - 1e-9, 1 - Math.floor(Math.log10(size)));
      return Number(size.toFixed(Math.min(Math.max(Math.ceil(places), 0), 20)));
    };
    const check = () => {
      const { number, trouble } = read(input.value);
      if (trouble) {
        input.setAttribute("aria-invalid", "true");
        return [null, trouble];
      }
      if (prediction) {
        const off = rounded(Math.abs(number - value));
        return holds(number)
          ? ["right", `You guessed ${number}, and the lesson computes ${value}.`]
          : ["wrong", `You guessed ${number}, and the lesson computes ${value}: your guess is too ${
            number > value ? "large" : "small"} by ${off}.`];
      }
      if (holds(number)) {
        return ["right", `Right: the lesson computes ${value}, and ${number} is within ${within} of it.`];
      }
      if (holds(-number)) return ["wrong", "The size is right, the sign is not. Try again."];
      const side = number > value ? "large" : "small";
      return ["wrong", `Not right: ${number} is too ${side}, by more than ${within}. Try again.`];
    };
    if (prediction) {
      const answer = form.querySelector(":scope > .why");
      answer.hidden = true;
      prediction.tell = () => {
        answer.hidden = false;
        answer.open = true;
      };
    }
    prepareQuestion(form, check, () => input.removeAttribute("aria-invalid"), prediction?.commit);
  }

  // A prediction covers what follows until the reader commits or asks to see it. The browser's own
  // search finds it all the same, where the browser can uncover what it finds; elsewhere it is blurred.

  function preparePrediction(form) {
    const revealed = all(".revealed").find((element) => element.dataset.prediction === form.id);
    const show = form.querySelector(".show");
    const result = form.querySelector(".result");
    const prediction = { tell() {} };
    const reveal = () => {
      revealed.removeAttribute("hidden");
      revealed.classList.remove("covered");
      show.hidden = true;
    };
    // Who has seen the result can no longer predict it.
    const close = () => {
      reveal();
      for (const input of all("input", form)) input.disabled = true;
      for (const button of all(".answering button", form)) button.hidden = true;
      form.querySelector(".answering").hidden = !form.querySelector(".answering input:not([hidden])");
      result.tabIndex = -1;
      result.focus();
    };
    prediction.commit = close;
    const revealTarget = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !revealed.contains(target)) return;
      reveal();
      target.scrollIntoView();
    };
    show.addEventListener("click", () => {
      prediction.tell();
      say(result, null, revealed.children.length > 0 ? "Shown below." : "The answer is above.");
      close();
    });
    revealed.addEventListener("beforematch", reveal);
    addEventListener("hashchange", revealTarget);
    if (revealed.children.length === 0) {
      show.hidden = !form.querySelector(".why");
    } else if ("onbeforematch" in document.documentElement) {
      revealed.setAttribute("hidden", "until-found");
    } else {
      revealed.classList.add("covered");
    }
    revealTarget();
    return prediction;
  }

  // Each hint appears when the one before it has been opened.

  function prepareHints(group) {
    const hints = [...group.children];
    hints.forEach((hint, index) => {
      hint.hidden = index > 0;
      hint.addEventListener("toggle", () => {
        if (hint.open && hints[index + 1]) hints[index + 1].hidden = false;
      });
    });
  }

  // Flash cards: what was not known comes first, what was known last.

  function prepareCards(main) {
    const key = `cards of ${main.dataset.course}`;
    let known = {};
    try { known = JSON.parse(localStorage.getItem(key)) ?? {}; } catch { /* Not kept. */ }
    const keep = () => {
      try { localStorage.setItem(key, JSON.stringify(known)); } catch { /* A private window. */ }
    };
    const controls = main.querySelector(".controls");
    const decks = main.querySelector(".decks");
    const pile = document.createElement("div");
    const cards = all(".card", decks).map((element) => ({ element, ...element.dataset }));
    const rank = ({ card }) => ({ false: 0, true: 2 })[known[card]] ?? 1;

    const count = () => {
      const shown = cards.filter(({ element }) => !element.hidden);
      const knew = shown.filter(({ card }) => known[card] === true).length;
      say(controls.querySelector(".result"), null,
        `${shown.length} ${shown.length === 1 ? "card" : "cards"}, ${knew} known.`);
    };
    const arrange = () => {
      const { topic, difficulty } = controls.elements;
      for (const card of cards) {
        card.element.hidden = (topic.value !== "" && card.topic !== topic.value)
          || (difficulty.value !== "" && card.difficulty !== difficulty.value);
      }
      pile.append(...cards.toSorted((a, b) => rank(a) - rank(b)).map(({ element }) => element));
      count();
    };

    for (const { element, card } of cards) {
      const answer = element.querySelector(".answer");
      const grading = answer.appendChild(document.createElement("p"));
      grading.className = "grading";
      const buttons = [["Knew it", true], ["Did not", false]].map(([label, value]) => {
        const button = grading.appendChild(document.createElement("button"));
        button.type = "button";
        button.textContent = label;
        button.addEventListener("click", () => {
          known[card] = value;
          keep();
          show();
          count();
        });
        return { button, value };
      });
      const show = () => {
        for (const { button, value } of buttons) {
          button.setAttribute("aria-pressed", String(known[card] === value));
        }
      };
      element.addEventListener("forget", show);
      show();
    }
    controls.querySelector(".forget").addEventListener("click", () => {
      known = {};
      keep();
      for (const { element } of cards) {
        element.querySelector(".answer").open = false;
        element.dispatchEvent(new Event("forget"));
      }
      arrange();
    });
    controls.addEventListener("change", arrange);
    controls.addEventListener("submit", (event) => event.preventDefault());
    controls.hidden = false;
    decks.replaceChildren(pile);
    arrange();
  }

  addEventListener("DOMContentLoaded", () => {
    for (const form of all(".quiz")) {
      const prediction = form.classList.contains("prediction") ? preparePrediction(form) : null;
      if (form.dataset.value !== undefined) prepareNumber(form, prediction);
      else if (form.querySelector(".option")) prepareOptions(form, prediction);
      else prepareQuestion(form, () => [null, ""], () => {});
    }
    all(".hints").forEach(prepareHints);
    all("main[data-course]").forEach(prepareCards);
  });
})();
