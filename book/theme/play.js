// The player of orders: the reader decides who goes on. Every step that can be taken is one that the engine ran.
"use strict";
for (const play of document.querySelectorAll(".play")) {
  const data = JSON.parse(play.querySelector("script").textContent);
  const make = (tag, name, ...inside) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...inside);
    return made;
  };
  // What stands in backquotes is code.
  const words = (text) => text.split("`").map((piece, at) => (at % 2 ? make("code", "", piece) : piece));
  const button = (text, act) => {
    const made = make("button", "", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const off = (made, is) => made.setAttribute("aria-disabled", String(is));

  let form = "wrong";
  // The numbers of the steps taken, and the node each was taken from.
  let path = [];
  let node;
  const here = () => data[form];
  const end = () => here().ends.find(([at]) => at === node)?.[1];
  const isEnd = () => !here().nodes[node].length;
  const thread = (at) => (at ? `${here().threads[at]} 스레드` : "main 스레드");

  // How many steps there are from a node to the nearest end that breaks a promise.
  const far = (of) => {
    of.far ??= new Map(of.ends.map(([at, said]) => [at, said ? 0 : Infinity]));
    const ask = (at) => {
      if (!of.far.has(at)) of.far.set(at, Infinity);
      else return of.far.get(at);
      of.far.set(at, Math.min(Infinity, ...of.nodes[at].map(([, next]) => ask(next) + 1)));
      return of.far.get(at);
    };
    return ask;
  };

  const forms = make("fieldset", "forms", make("legend", "unseen", "어느 코드"));
  for (const [value, text] of [["wrong", "틀린 코드"], ["right", "맞는 코드"]]) {
    const input = make("input");
    Object.assign(input, { type: "radio", name: `${play.id}-form`, value, checked: value === form });
    input.addEventListener("change", () => {
      form = value;
      again();
    });
    forms.append(make("label", "", input, make("span", "", text)));
  }
  const goal = make("p", "goal");
  const people = make("ul", "threads");
  const said = make("p", "said");
  said.setAttribute("role", "status");
  const taken = make("ol", "taken");
  const back = button("한 걸음 뒤로", () => undo());
  const anew = button("처음부터", () => again());
  const hint = button("귀띔", () => help());
  const codes = [...play.querySelectorAll(".code")];
  play.querySelector(".asks").after(forms, goal);
  play.append(people, make("div", "controls", back, anew, hint), said, make("p", "sofar", "지금까지의 순서"), taken);

  // What every thread is up to after the steps taken.
  const states = () => {
    const all = here().threads.map((_, at) => ({ started: at === 0 }));
    for (const [number] of path) {
      const step = here().steps[number];
      const one = all[step.thread];
      Object.assign(one, { holds: step.holds, waits: step.waits, ended: step.ends, line: step.line || one.line });
      for (const other of step.starts ?? []) all[other].started = true;
    }
    return all;
  };

  const lineOf = (step) => (step.line ? `${step.line}번째 줄` : step.ends ? "끝내기" : "가드가 사라지는 곳");

  const show = () => {
    const moves = here().nodes[node];
    const all = states();
    for (const code of codes) code.hidden = code.dataset.form !== form;
    for (const who of play.querySelectorAll(".who")) who.replaceChildren();
    const mark = (line, at, name) => {
      const who = play.querySelector(`.code[data-form="${form}"] [data-line="${line}"] .who`);
      const chip = make("i", `t${at % 4} ${name}`, here().threads[at]);
      chip.dataset.short = here().threads[at][0];
      who?.append(chip);
    };
    const rows = all.map((state, at) => {
      const own = moves.filter(([step]) => here().steps[step].thread === at);
      const next = own.length && here().steps[own[0][0]];
      const held = state.holds ? [" ", ...words(state.holds), "을 쥐고 있습니다."] : [];
      const now = !state.started
        ? ["아직 시작하지 않았습니다."]
        : state.ended
          ? ["끝났습니다."]
          : next
            ? [`${state.waits ? "기다림이 끝났습니다. " : ""}다음은 ${lineOf(next)}입니다.`]
            : state.waits
              ? [...words(state.waits)]
              : [isEnd() ? "여기에서 멈췄습니다." : "나아갈 수 없습니다."];
      if (next) mark(next.line || state.line, at, "next");
      else if (state.waits) mark(state.line, at, "waits");
      const buttons = own.map((move) => button(own.length > 1 ? `한 걸음: ${here().steps[move[0]].deeds.replaceAll("`", "")}` : "한 걸음", () => go(move, at)));
      if (!own.length) buttons.push(button("한 걸음", () => {}));
      for (const one of buttons) {
        one.dataset.thread = at;
        one.setAttribute("aria-label", `${thread(at)}, ${one.textContent}`);
        off(one, !own.length);
      }
      return make("li", `t${at % 4}`, make("b", "", here().threads[at]), make("span", "state", ...now, ...held), ...buttons);
    });
    people.replaceChildren(...rows);
    taken.replaceChildren(
      ...path.map(([number]) => {
        const step = here().steps[number];
        const text = step.text || codes.find((code) => code.dataset.form === form).querySelector(`[data-line="${step.line}"] code`)?.textContent.trim();
        return make("li", `t${step.thread % 4}`, make("b", "", here().threads[step.thread]), " ", ...(step.line ? [make("code", "", text ?? ""), make("span", "at", ` ${step.line}번째 줄 `)] : []), make("span", "deed", ...words(step.deeds)));
      }),
    );
    off(back, !path.some(([, , chosen]) => chosen));
    off(hint, isEnd() || form === "right");
    play.classList.toggle("broke", isEnd() && !!end());
    play.classList.toggle("held", isEnd() && !end());
  };

  const tell = (...first) => {
    const { orders, broken } = here();
    goal.replaceChildren(
      form === "wrong"
        ? `${broken === orders ? "어떤 순서에서도 깨집니다. 어떻게 깨지는지 봅니다." : "깨지는 순서를 찾아보세요."} 서로 다른 순서 ${orders.toLocaleString("ko")}가지 가운데 ${broken.toLocaleString("ko")}가지에서 깨집니다.`
        : `서로 다른 순서 ${orders.toLocaleString("ko")}가지를 모두 실행했고, 깨지는 순서는 없습니다. 정말 그런지 골라 봅니다.`,
    );
    const said_ = isEnd() ? end() : undefined;
    const last = isEnd()
      ? said_
        ? ["깨졌습니다. ", ...words([said_.says, said_.pattern].filter(Boolean).join(" "))]
        : ["끝까지 왔고, 깨지지 않았습니다."]
      : form === "wrong" && far(here())(node) === Infinity
        ? ["여기서부터는 어떻게 가도 깨지지 않습니다."]
        : [];
    said.replaceChildren(...first, ...(first.length && last.length ? [" "] : []), ...last);
  };

  // Steps that nobody can choose otherwise are taken at once: at the beginning, and where only they are left.
  const forced = (from) => {
    let at = from;
    while (here().nodes[at].length === 1) at = here().nodes[at][0][1];
    return here().nodes[at].length ? undefined : at;
  };
  const take = ([step, next], chosen) => {
    path.push([step, node, chosen]);
    node = next;
  };
  const go = (move, at) => {
    take(move, true);
    const { deeds } = here().steps[move[0]];
    // Where nobody else could go first, the same thread goes on.
    const same = () => here().nodes[node].length === 1 && here().steps[here().nodes[node][0][0]].thread === at;
    while (same()) take(here().nodes[node][0], false);
    if (forced(node) !== undefined) while (!isEnd()) take(here().nodes[node][0], false);
    show();
    tell(`${thread(at)}: `, ...words(deeds), ".");
    play.querySelector(`.threads [data-thread="${at}"]`)?.focus();
  };
  const undo = () => {
    const last = path.findLastIndex(([, , chosen]) => chosen);
    if (last < 0) return;
    node = path[last][1];
    path.length = last;
    show();
    tell("한 걸음 물러났습니다.");
  };
  const again = () => {
    path = [];
    node = here().start;
    while (here().nodes[node].length === 1) take(here().nodes[node][0], false);
    // Where nothing is to be chosen, the last step is left to the reader.
    if (isEnd()) {
      const [, before] = path.pop();
      node = before;
    }
    show();
    tell();
  };
  const help = () => {
    if (isEnd() || form === "right") return;
    const ask = far(here());
    const best = here().nodes[node].reduce((one, other) => (ask(other[1]) < ask(one[1]) ? other : one));
    const { thread: at } = here().steps[best[0]];
    if (ask(best[1]) < Infinity) {
      const own = here().nodes[node].filter(([step]) => here().steps[step].thread === at);
      people.querySelectorAll(`[data-thread="${at}"]`)[own.indexOf(best)].classList.add("hinted");
    }
    tell(ask(best[1]) === Infinity ? "한 걸음 뒤로 가서 다른 스레드를 고릅니다." : `${thread(at)}가 나아가게 해 봅니다.`);
  };
  play.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input")) return;
    if (event.key === "Backspace") undo();
    else if (/^\d$/.test(event.key)) people.querySelector(`[data-thread="${event.key}"]:not([aria-disabled="true"])`)?.click();
    else return;
    event.preventDefault();
  });
  again();
}
