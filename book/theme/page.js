// The switch for light and dark, and keyboards: everything here is extra, the page reads without it.
"use strict";
{
  const root = document.documentElement;
  for (const input of document.querySelectorAll('.theme input')) {
    input.checked = input.value === (root.dataset.theme ?? "");
    input.addEventListener("change", () => {
      if (input.value) root.dataset.theme = input.value;
      else delete root.dataset.theme;
      try {
        if (input.value) localStorage.setItem("book-theme", input.value);
        else localStorage.removeItem("book-theme");
      } catch {}
    });
  }

  const contents = document.getElementById("contents");
  const here = contents.querySelector("[aria-current]");
  // Only the list itself scrolls, never the page.
  const show = () => here && (contents.scrollTop = here.offsetTop - contents.clientHeight / 2);
  show();
  contents.addEventListener("toggle", show);
  contents.addEventListener("click", (event) => event.target.closest("a") && contents.matches(":popover-open") && contents.hidePopover());

  // What scrolls sideways can be reached and scrolled by keyboard.
  const reach = () => {
    for (const box of document.querySelectorAll("pre, .table-wrapper, .play .code")) {
      const wide = box.scrollWidth > box.clientWidth && !box.ariaHidden;
      // What takes the focus has a role and a name.
      if (wide) {
        box.tabIndex = 0;
        box.role = "group";
        box.ariaLabel = box.matches("pre") ? (box.previousElementSibling?.textContent ?? "코드") : "표";
      } else for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  };
  reach();
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true);

  // What was guessed stays in this browser, and the answer says whether it was right.
  for (const guess of document.querySelectorAll(".guess")) {
    const key = `book-${guess.id}`;
    const say = () => {
      const chosen = guess.querySelector(":checked")?.closest("label");
      guess.querySelector(".said").textContent = !chosen ? "" : chosen.matches(".right") ? "고른 답이 맞습니다." : "고른 답과 다릅니다.";
    };
    try {
      const kept = localStorage.getItem(key);
      for (const input of guess.querySelectorAll("input")) input.checked = input.value === kept;
    } catch {}
    guess.addEventListener("change", (event) => {
      try {
        localStorage.setItem(key, event.target.value);
      } catch {}
      if (guess.querySelector("details").open) say();
    });
    guess.querySelector("details").addEventListener("toggle", say);
  }

  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, select, dialog, pre, .table-wrapper, .theme, .play")) return;
    const turn = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    if (turn) document.querySelector(`.turns [rel="${turn}"]`)?.click();
  });
}
