// Turns the linked questions of /decide/ into one question at a time. All words and rules are in the page.
(() => {
  const root = document.querySelector("[data-decide]");
  if (!root || root.dataset.decide) return;
  root.dataset.decide = "live";

  const part = (name) => root.querySelector(`[data-decide-${name}]`);
  const stage = part("stage"), progress = part("progress"), notice = part("notice"), trail = part("trail");
  const sections = new Map([...stage.children].map((section) => [section.id, section]));
  const first = stage.firstElementChild.id;
  let examples;
  const title = (id) => sections.get(id).querySelector("h2").textContent;
  const hash = (steps) => steps.map((s) => `${s.node}=${s.option}`).join("&");
  const address = (steps) => location.pathname + location.search + (steps.length ? "#" + hash(steps) : "");
  const copyOf = (name) => root.querySelector(`[data-template=${name}]`).content.cloneNode(true);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  const list = (items) => items.map((item) => `* ${item}`).join("\n");
  const words = (element) => element.textContent.trim().replace(/\s+/g, " ");

  const steps = (text) => {
    let at = first, stale = false;
    const taken = [];
    for (const pair of text.split("&")) {
      const [node, option] = pair.split("=");
      const section = sections.get(at);
      const link = section.dataset.node === node &&
        [...section.querySelectorAll("[data-option]")].find((a) => a.dataset.option === option);
      if (link) {
        taken.push({ node, option, link, section, say: link.textContent, ask: title(at) });
        at = link.dataset.then;
      } else stale = true;
    }
    return { taken, at, stale };
  };

  const read = () => {
    let text = location.hash.slice(1);
    if (sections.has(text)) text = sections.get(text).dataset.path;
    if (!text || (!text.includes("=") && document.getElementById(text))) return { taken: [], at: first };
    return steps(text);
  };

  const others = (step) => [...step.section.querySelectorAll("[data-option]")].filter((a) => a !== step.link);
  const options = (id) => [...sections.get(id).querySelectorAll("[data-option]")];
  const depth = (id) => Math.max(0, ...options(id).map((link) => 1 + depth(link.dataset.then)));
  const leads = (id) => (options(id).length ? options(id).flatMap((link) => leads(link.dataset.then)) : [id]);
  const ends = (link) => {
    const reached = new Set(leads(link.dataset.then));
    return [...sections.keys()].filter((id) => reached.has(id));
  };

  const change = (link, step, before) => {
    const fragment = copyOf("change"), item = fragment.firstElementChild, go = item.querySelector("[data-go]");
    item.dataset.change = `${step.node}=${link.dataset.option}`;
    go.textContent = link.textContent;
    go.href = address([...before, { node: step.node, option: link.dataset.option }]);
    item.dataset.leads = ends(link).join(" ");
    item.querySelector("[data-ends]").textContent = [...new Set(ends(link).map(title))].join(" / ");
    return fragment;
  };

  const showTrail = (taken) => {
    trail.hidden = !taken.length;
    trail.querySelector("ol").replaceChildren(...taken.map((step, i) => {
      const item = copyOf("answer");
      item.querySelectorAll("[data-ask]").forEach((e) => (e.textContent = step.ask));
      item.querySelector("[data-say]").textContent = step.say;
      item.querySelector("[data-change]").href = address(taken.slice(0, i));
      return item;
    }));
    part("back").href = address(taken.slice(0, -1));
    part("restart").href = address([]);
  };

  const showReasons = (slot, taken) => {
    slot.replaceChildren(copyOf("reasons"));
    slot.querySelector("dl").replaceChildren(...taken.flatMap((step) => {
      const term = document.createElement("dt"), reason = document.createElement("dd");
      term.textContent = `${step.ask} ${step.say}`;
      const because = step.section.querySelector(`[data-because="${step.option}"]`);
      reason.append((because || step.section.querySelector(".decide__why p")).cloneNode(true));
      return [term, reason];
    }));
  };

  const showChanges = (slot, taken) => {
    slot.replaceChildren(copyOf("changes"));
    slot.querySelector(".decide__changes").replaceChildren(...taken.flatMap((step, i) => {
      const head = copyOf("changed");
      head.querySelector("[data-ask]").textContent = step.ask;
      return [head, ...others(step).map((link) => change(link, step, taken.slice(0, i)))];
    }));
    const open = slot.querySelector("[data-open]"), unsure = taken.filter((step) => step.option === "unknown");
    open.hidden = !unsure.length;
    open.querySelector("ul").replaceChildren(...unsure.map((step) => {
      const item = document.createElement("li");
      item.textContent = step.ask;
      return item;
    }));
  };

  const showExamples = async (slot, taken, verdict) => {
    const near = copyOf("examples"), list = near.querySelector("ul"), folder = list.dataset.examples;
    examples ??= fetch(folder + "examples.json").then((answer) => answer.json());
    const same = (given) => taken.some((step) => step.node === given.node && step.option === given.option);
    const score = (example) => example.answers.filter(same).length + (example.verdict === verdict);
    const nearest = [...(await examples)].sort((a, b) => score(b) - score(a)).slice(0, 3);
    list.append(...nearest.map((example) => {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = `${folder}${example.example}/`;
      link.textContent = example.title;
      item.append(link);
      return item;
    }));
    slot.replaceChildren(near);
  };

  const record = (section, taken) => fill(root.querySelector("[data-template=record]").content.textContent, {
    title: words(section.querySelector("[data-title]")),
    date: new Date().toISOString().slice(0, 10),
    answers: list(taken.map((step) => `${step.ask} ${step.say}`)),
    reasons: list([...section.querySelectorAll(".decide__reasons dd a, .decide__reasons dd p")].map(words)),
    summary: [...section.querySelectorAll("[data-summary], [data-instead]")].map(words).join(" "),
    costs: list([...section.querySelectorAll("[data-costs] li")].map(words)),
    confirm: words(section.querySelector("[data-confirm]")),
    changes: list([...section.querySelectorAll(".decide__changes > *")].map(words)),
    open: list([...section.querySelectorAll("[data-open] li")].map(words)) || "-",
    link: location.href,
  });

  const showVerdict = (section, taken) => {
    const slot = (name) => section.querySelector(`[data-decide-slot=${name}]`);
    showReasons(slot("reasons"), taken);
    showChanges(slot("changes"), taken);
    showExamples(slot("examples"), taken, section.id.slice(2));
    const begin = slot("start").querySelector("p > a[href^='#start-']");
    if (begin) slot("start").replaceChildren(...document.getElementById(begin.hash.slice(1)).cloneNode(true).children);
    section.querySelector(".decide__actions")?.remove();
    [...section.querySelectorAll("[data-summary], [data-instead]")].pop().after(copyOf("actions"));
    section.querySelector("[data-action=download]").href =
      "data:text/markdown;charset=utf-8," + encodeURIComponent(record(section, taken));
  };

  const show = (move) => {
    const { taken, at, stale } = read(), section = sections.get(at);
    const verdict = !section.dataset.node, n = taken.length;
    if (verdict) showVerdict(section, taken);
    else for (const link of section.querySelectorAll("[data-option]"))
      link.href = address([...taken, { node: section.dataset.node, option: link.dataset.option }]);
    stage.replaceChildren(section);
    showTrail(taken);
    notice.hidden = !stale;
    progress.textContent = verdict ? fill(progress.dataset.verdictText, { n })
      : fill(progress.dataset.question, { n: n + 1, max: n + depth(at) });
    if (move) section.querySelector("h2").focus();
  };

  const act = async (button) => {
    const section = stage.firstElementChild, { taken } = read();
    if (button.dataset.action === "print") return print();
    if (button.dataset.action === "download") return;
    await navigator.clipboard.writeText(
      button.dataset.action === "link" ? location.href : record(section, taken));
    section.querySelector("[data-decide-done]").textContent = button.dataset.done;
  };

  root.addEventListener("click", (event) => {
    const action = event.target.closest("[data-action]"), link = event.target.closest("a");
    if (action) return void act(action);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.href);
    if (to.pathname !== location.pathname) return;
    event.preventDefault();
    history.pushState(null, "", to);
    show(true);
  });

  // What stands once at the end of the page is shown where it belongs.
  for (const link of stage.querySelectorAll("a[href^='#e-']"))
    link.replaceWith(document.getElementById(link.hash.slice(1)).firstElementChild.cloneNode(true));
  part("evidence").hidden = part("starts").hidden = true;

  const follow = () => (root.isConnected ? show(true) : removeEventListener("popstate", follow));
  addEventListener("popstate", follow);
  show(false);
})();
