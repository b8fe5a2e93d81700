// The dialog that asks, and the page that shows what was asked for.
"use strict";
if (typeof document !== "undefined" && document.documentElement.dataset.records) {
  const root = document.documentElement;
  const dialog = document.querySelector("dialog.search");
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("#found");
  const said = dialog.querySelector(".said");
  const up = root.dataset.root;
  let picked = -1;

  // What a first query needs is made while the reader is still about to type.
  const later = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 10 }), 50));
  let warmed = 0;
  const makeReady = (deadline) => {
    const began = performance.now();
    // An idle moment may be said to be long: a key that comes meanwhile shall not wait for it.
    const left = () => Math.min(deadline.timeRemaining(), 8 - (performance.now() - began));
    if (!bookSearch.prepare(window.bookRecords, left)) return later(makeReady);
    // What the browser has run a few times runs faster: one query of each kind, each in a moment of its own.
    const query = ["기다리면", "데드락", "ㅅㅁㅍㅇ", "캐시 중복계산"][warmed++];
    if (query) {
      bookSearch.find(query, window.bookRecords);
      later(makeReady);
    } else dialog.dataset.ready = "";
  };
  const load = () =>
    (load.done ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = up + root.dataset.records;
      script.onload = () => {
        resolve(window.bookRecords);
        later(makeReady);
      };
      script.onerror = reject;
      document.head.append(script);
    }));

  const marked = (text, spots) => {
    const out = document.createDocumentFragment();
    let from = 0;
    for (const [start, end] of spots) {
      if (start < from) continue;
      out.append(text.slice(from, start));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      out.append(mark);
      from = end;
    }
    out.append(text.slice(from));
    return out;
  };
  const snippet = (text, reading) => {
    const spot = bookSearch.marks(text, reading)[0]?.[0] ?? 0;
    // Words stay whole at both ends, unless one is longer than all that.
    const space = text.indexOf(" ", Math.max(0, spot - 50));
    const from = spot > 40 ? (space >= 0 && space < spot ? space + 1 : spot - 50) : 0;
    const last = from + 110 < text.length ? text.lastIndexOf(" ", from + 110) : text.length;
    const to = last > from + 60 ? last : from + 110;
    const piece = (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
    return marked(piece, bookSearch.marks(piece, reading));
  };
  const element = (name, className, content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(content);
    return made;
  };

  const pick = (index) => {
    const items = list.children;
    items[picked]?.setAttribute("aria-selected", "false");
    picked = items.length ? (index + items.length) % items.length : -1;
    const item = items[picked];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest", behavior: "instant" });
    if (item) input.setAttribute("aria-activedescendant", item.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const show = async () => {
    const query = input.value.trim();
    let records;
    try {
      records = await load();
    } catch {
      said.textContent = "찾기 자료를 읽지 못했습니다.";
      return;
    }
    // A later key has overtaken this one.
    if (query !== input.value.trim()) return;
    list.replaceChildren();
    const { term, mended, hits } = query ? bookSearch.find(query, records) : { hits: [] };
    for (const { index, reading } of hits.slice(0, 30)) {
      const [page, anchor, heading] = records.sections[index];
      const text = bookSearch.body(records, index);
      const [address, title] = records.pages[page];
      const link = document.createElement("a");
      link.role = "option";
      link.id = `found-${list.children.length}`;
      link.href = `${up}${address}?mark=${encodeURIComponent(query)}${anchor && "#" + anchor}`;
      link.tabIndex = -1;
      link.append(element("b", "", marked(heading, bookSearch.marks(heading, reading))));
      if (anchor) link.append(" ", element("span", "where", title));
      if (text) link.append(element("p", "", snippet(text, reading)));
      list.append(link);
    }
    const count = hits.length > 30 ? `${hits.length}곳 가운데 앞의 30곳입니다.` : `${hits.length}곳에서 찾았습니다.`;
    const none = `‘${query}’을(를) 찾지 못했습니다. 다른 말이나 영어로 찾아 봅니다.`;
    const other = mended ? `‘${query}’이(가) 없어 ‘${mended}’(으)로 찾았습니다. ` : term ? `‘${query}’은(는) 이 책에서 ‘${term}’입니다. ` : "";
    said.textContent = !query ? "" : !hits.length ? none : other + count;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    picked = -1;
    pick(0);
  };

  const open = (query) => {
    if (query !== undefined) input.value = query;
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    show();
  };
  const find = document.querySelector(".find");
  find.addEventListener("click", () => open());
  for (const near of ["pointerenter", "focus"]) find.addEventListener(near, () => load().catch(() => {}), { once: true });
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  // A single key that opens something can be switched off: speech input may press it by chance.
  const slash = dialog.querySelector(".slash input");
  const kept = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("book-slash", value);
      return localStorage.getItem("book-slash");
    } catch {}
  };
  const told = () => document.querySelector(".find kbd").toggleAttribute("hidden", !slash.checked);
  slash.checked = kept() !== "off";
  told();
  slash.addEventListener("change", () => {
    kept(slash.checked ? "on" : "off");
    told();
  });
  // While an IME composes, `input` still tells each half-typed syllable.
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      // A search field would only empty itself.
      event.preventDefault();
      dialog.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      pick(picked + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      list.children[picked]?.click();
    }
  });
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || dialog.open) return;
    if (event.key === "/" && slash.checked && !event.target.closest("input, textarea, select")) {
      event.preventDefault();
      open();
    } else if (event.key === "Escape") {
      document.querySelectorAll("main mark").forEach((mark) => mark.replaceWith(mark.textContent));
    }
  });

  // The page that a result opens shows what was asked for.
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get("mark");
  if (query) {
    load().then((records) => {
      const { hits } = bookSearch.find(query, records);
      const readings = [...new Set(hits.map((hit) => hit.reading))];
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("svg")) nodes.push(walker.currentNode);
      for (const node of nodes) {
        const spots = readings.flatMap((reading) => bookSearch.marks(node.data, reading)).sort((a, b) => a[0] - b[0]);
        if (spots.length) {
          const folded = node.parentElement.closest("details:not([open])");
          node.replaceWith(marked(node.data, spots));
          if (folded && document.querySelectorAll("main mark").length === spots.length) folded.open = true;
        }
      }
      if (!location.hash) document.querySelector("main mark")?.scrollIntoView({ block: "center", behavior: "instant" });
    }, () => {});
  }
  if (parameters.has("search")) open(parameters.get("search"));
} else if (typeof document !== "undefined") document.querySelector(".find")?.remove();
