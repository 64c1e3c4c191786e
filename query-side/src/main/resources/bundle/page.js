"use strict";
/* Shows what a bundle holds: first what the browser proved by itself, then, set apart, what the server says about it. */
(async () => {
  const data = JSON.parse(document.getElementById("bundle").textContent);
  const words = data.words;
  const language = document.documentElement.lang;
  const say = (key, ...values) => (words[key] ?? key).replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
  const number = (n) => new Intl.NumberFormat(language, { useGrouping: false, numberingSystem: "latn" }).format(n);
  const moment = (micros) =>
    new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC", numberingSystem: "latn" })
      .format(new Date(micros / 1000)) + " UTC";

  const make = (tag, properties, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== undefined));
    return element;
  };
  const term = (label, ...value) => [make("dt", {}, label), make("dd", {}, ...value)];
  const code = (text) => make("code", { dir: "ltr" }, text);
  const fold = (label, ...inside) => make("details", {}, make("summary", {}, label), ...inside);
  const bytes = (text) => make("pre", { dir: "ltr", tabindex: "0" }, text);
  const into = (id, ...children) => document.getElementById(id).replaceChildren(...children);

  const report = await Ledger.check(data).catch((e) => ({ crash: String(e) }));
  const verdict = document.getElementById("verdict");

  if (report.crash || report.faults.includes("browser")) {
    verdict.className = "verdict unknown";
    verdict.replaceChildren(make("b", {}, say("unable")), make("p", {}, say("unable.why")));
    return;
  }

  const faults = report.events.map((one, i) => ({ one, i })).filter(({ one }) => one.fault);
  verdict.className = report.whole ? "verdict whole" : "verdict broken";
  verdict.replaceChildren(
    make("b", {}, (report.whole ? "✓ " : "✗ ") + say(report.whole ? "whole" : "broken")),
    report.whole
      ? make("p", {}, say("whole.what", number(report.events.length), number(report.checkpoint.size)))
      : make("ul", {},
          ...report.faults.map((fault) => make("li", { "data-fault": fault }, say(`fault.${fault}`))),
          ...faults.map(({ one, i }) =>
            make("li", { "data-fault": one.fault, "data-position": one.position },
              make("a", { href: `#e${i}` }, one.position === undefined
                ? say("at.unreadable", number(i + 1))
                : say("at", number(one.sequence), number(one.position))),
              ` ${say(`fault.${one.fault}`)}`))));

  if (report.checkpoint) {
    into("tree",
      ...term(say("log"), code(report.checkpoint.origin)),
      ...term(say("size"), number(report.checkpoint.size)),
      ...term(say("root"), code(Ledger.hex(report.checkpoint.root))),
      ...report.signers.flatMap((by) => term(
        say(by.key.witness ? "signed.witness" : "signed.log"),
        code(by.key.text),
        ...(by.time === undefined ? [] : [make("div", { class: "soft" }, say("signed.at", moment(by.time * 1e6)))]))));
  }

  /** The event's own name, in words: the name is proven, the words are those of this release. */
  const title = (one) => {
    if (one.withheld) return say("withheld");
    if (one.name === undefined) return say("unreadable");
    const short = one.name.slice(one.name.indexOf(".") + 1);
    return words[`event.${short}`] ?? short;
  };

  const claim = (lines) => make("dl", {}, ...lines.flatMap(({ label, texts }) =>
    term(label, ...texts.map((text) => make("div", {}, make("bdi", {}, text))))));

  into("events", ...report.events.map((one, i) => {
    const claimed = one.eventId === undefined ? undefined : data.claims.events[one.eventId];
    return make("li", { id: `e${i}`, class: one.fault ? "event broken" : "event whole", "data-fault": one.fault },
      make("h3", {}, make("span", { class: "mark", "aria-hidden": "true" }, one.fault ? "✗" : "✓"), ` ${title(one)}`),
      one.fault ? make("p", { class: "why" }, say(`fault.${one.fault}`)) : undefined,
      one.position === undefined ? undefined : make("p", { class: "soft" },
        say("place", number(one.sequence), number(one.position)),
        one.recordedAt === undefined ? "" : ` · ${say("recorded", moment(one.recordedAt))}`),
      one.withheld ? make("p", {}, say("withheld.why")) : undefined,
      one.otherLaw ? make("p", { class: "soft" }, say("other-law")) : undefined,
      claimed === undefined ? undefined : make("div", { class: "claim" },
        make("p", { class: "claim-head" }, say("claimed")), claim(claimed)),
      one.payload === undefined ? undefined : fold(say("bytes"),
        make("dl", {}, ...term(say("name"), code(`${one.name} @${one.revision}`)), ...term(say("id"), code(one.eventId)),
          ...term(say("leaf"), code(one.leaf)), ...term(say("metadata"), bytes(one.metadata)), ...term(say("payload"), bytes(one.payload)))));
  }));

  into("state", claim(data.claims.state));
  into("law", ...data.law.map((set) => make("li", {}, code(set.digest),
    make("ul", {}, ...set.tables.map((table) => make("li", {}, fold(table.name, bytes(table.text))))))));
})();
