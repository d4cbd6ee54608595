// What the pages do besides: nothing here is needed to read them.
"use strict";

(() => {
  const root = document.documentElement;
  const stored = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  const store = (theme) => {
    try { localStorage.setItem("theme", theme); } catch { /* Not kept: a private window. */ }
  };

  // At once, before anything is painted.
  if (stored() === "light" || stored() === "dark") root.dataset.theme = stored();

  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (systemIsDark.matches ? "dark" : "light")) === "dark";

  function prepareThemeButton() {
    const button = document.querySelector(".theme");
    if (!button) return;
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      store(root.dataset.theme);
      show();
    });
    systemIsDark.addEventListener("change", show);
    show();
  }

  // A region that does not scroll need not be a stop for the keyboard.
  function prepareScrollRegions() {
    const regions = [...document.querySelectorAll(".scroll")];
    const names = new Map(regions.map((region) => [region, region.getAttribute("aria-label")]));
    const update = () => {
      for (const region of regions) {
        const scrolls = region.scrollWidth > region.clientWidth + 1;
        if (scrolls) {
          region.tabIndex = 0;
          region.setAttribute("role", "region");
          region.setAttribute("aria-label", names.get(region));
        } else {
          region.removeAttribute("tabindex");
          region.removeAttribute("role");
          region.removeAttribute("aria-label");
        }
      }
    };
    update();
    addEventListener("resize", update);
    document.fonts?.ready.then(update);
  }

  // Escape hides a computed value that the pointer or the focus has brought up.
  function prepareMarks() {
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && document.activeElement?.matches(".tick")) {
        document.activeElement.blur();
      }
    });
    // Safari gives a tapped button no focus.
    document.addEventListener("click", (event) => {
      const mark = event.target.closest?.(".check, .claim, .mark");
      mark?.querySelector(".tick")?.focus({ preventScroll: true });
    });
  }

  // The contents beside the text say which section is being read.
  function prepareContents() {
    const links = [...document.querySelectorAll(".contents a")];
    const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    if (links.length === 0) return;
    let waiting = false;
    const update = () => {
      waiting = false;
      let current = -1;
      targets.forEach((target, index) => {
        if (target && target.getBoundingClientRect().top < innerHeight * 0.3) current = index;
      });
      links.forEach((link, index) => {
        if (index === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(update);
      waiting = true;
    }, { passive: true });
    update();
  }

  addEventListener("DOMContentLoaded", () => {
    prepareThemeButton();
    prepareScrollRegions();
    prepareMarks();
    prepareContents();
  });
})();
