"use strict";
document.documentElement.classList.add("script");
const root = document.body.dataset.root;
const field = document.getElementById("search"), found = document.getElementById("found");
const side = document.querySelector("details.side");
if (side && matchMedia("(max-width: 860px)").matches) side.open = false;
const here = side && side.querySelector(".on");
if (here) side.scrollTop = here.offsetTop - side.clientHeight / 2;

/* --- the index: two scripts, loaded when somebody searches --- */

let records = null, names = null, wanted = false;
const MOST = 30;
const kinds = { f: "function", b: "callback", c: "constant", s: "structure", u: "union", e: "enumeration", m: "macro", t: "type", v: "variable", n: "value" };
const load = (file) => {
  const script = document.createElement("script");
  script.src = root + "assets/" + file;
  document.head.append(script);
};
function sitePages(all) {
  records = all.map(([url, title, label, text]) => ({ url, title, label, text, low: title.toLowerCase(), body: text.toLowerCase() }));
  show();
}
function siteNames(all) {
  names = [];
  for (const [header, list] of all)
    for (const line of list.split("\n")) {
      const [name, page] = line.slice(1).split("\t");
      names.push({ name, low: name.toLowerCase(), kind: line[0], header, page });
    }
  const owners = new Map(names.filter((x) => !x.page).map((x) => [x.name, x.header]));
  for (const x of names)
    x.url = x.page === "#" ? `api/${x.header}/index.html#${x.name}` : `api/${owners.get(x.page || x.name) || x.header}/${x.page || x.name}.html`;
  show();
}
const begin = () => {
  if (wanted) return;
  wanted = true;
  load("search-pages.js");
  load("search-names.js");
};

/* --- ranking --- */

/* Of what is called alike, what drivers call comes first, and what is declared where most of them look. */
const common = { f: 24, b: 16, s: 12, m: 12, n: -12 }, headers = new Set(["wdm.h", "wdf.h", "ntddk.h"]);
const nameScore = (x, word) => {
  const at = x.low.indexOf(word);
  if (at < 0) return 0;
  if (x.low === word) return 1000;
  return (at === 0 ? 300 - x.low.length : 100 - x.low.length / 4 - at / 2) + (common[x.kind] || 0) + (headers.has(x.header) ? 16 : 0) - (x.low[0] === "_" ? 30 : 0);
};
/* Every word must be there; a title counts most, its beginning more, and a text that has the word often a little. */
const recordScore = (record, words) => {
  let score = 0;
  for (const word of words) {
    const title = record.low.indexOf(word), text = record.body.indexOf(word);
    if (title < 0 && text < 0) return 0;
    if (title >= 0) {
      const begins = title === 0 || record.low.startsWith(": ", title - 2), rest = record.low.slice(title + word.length);
      const whole = /^(s?(?!\w))/.test(rest) && (title === 0 || !/\w/.test(record.low[title - 1]));
      score += (begins ? 220 : 130) + (whole ? 90 : 0) - record.low.length / 4;
    } else {
      score += 20 + Math.min(30, 5 * (record.body.split(word).length - 1));
    }
  }
  return score / words.length + (record.label === "Command" ? 40 : record.label === "Guide" ? 20 : 0);
};
const search = (query) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = [];
  if (!words.length) return hits;
  for (const record of records || []) {
    const score = recordScore(record, words);
    if (score) hits.push({ score, title: record.title, label: record.label, url: record.url, text: record.text });
  }
  if (words.length === 1 && words[0].length > 1)
    for (const x of names || []) {
      const score = nameScore(x, words[0]);
      if (score) hits.push({ score, title: x.name, label: `${kinds[x.kind] || "name"}, ${x.header}`, url: x.url, text: "" });
    }
  hits.sort((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1));
  /* names of one thing share a page */
  const seen = new Set();
  return hits.filter((hit) => !seen.has(hit.url) && seen.add(hit.url)).slice(0, MOST);
};

/* --- showing --- */

const marked = (element, text, words) => {
  const low = text.toLowerCase();
  for (let at = 0; at < text.length;) {
    let next = text.length, size = 0;
    for (const word of words) {
      const place = low.indexOf(word, at);
      if (place >= 0 && place < next) [next, size] = [place, word.length];
    }
    element.append(text.slice(at, next));
    if (size) element.append(Object.assign(document.createElement("mark"), { textContent: text.slice(next, next + size) }));
    at = next + size;
    if (!size) break;
  }
};
const excerpt = (text, words) => {
  const low = text.toLowerCase(), at = Math.min(...words.map((word) => low.indexOf(word)).filter((x) => x >= 0), text.length);
  const from = at < text.length && at > 60 ? text.indexOf(" ", at - 50) + 1 : 0;
  return (from ? "… " : "") + text.slice(from, from + 150) + (from + 150 < text.length ? " …" : "");
};
function show() {
  const query = field.value.trim(), words = query.toLowerCase().split(/\s+/).filter(Boolean);
  found.replaceChildren();
  found.hidden = !query;
  if (!query) return;
  const hits = search(query);
  for (const hit of hits) {
    const link = Object.assign(document.createElement("a"), { href: root + hit.url });
    link.append(Object.assign(document.createElement("small"), { textContent: hit.label }));
    const title = document.createElement("b");
    marked(title, hit.title, words);
    link.append(title);
    if (hit.text) {
      const text = document.createElement("span");
      marked(text, excerpt(hit.text, words), words);
      link.append(text);
    }
    found.append(link);
  }
  if (hits.length) found.firstChild.classList.add("at");
  else found.append(Object.assign(document.createElement("p"), { textContent: records && names ? `Nothing has '${query}'.` : "Looking …" }));
}
const move = (by) => {
  const all = [...found.querySelectorAll("a")], at = all.findIndex((link) => link.classList.contains("at"));
  if (!all.length) return;
  const next = (at + by + all.length) % all.length;
  all.forEach((link, i) => link.classList.toggle("at", i === next));
  all[next].scrollIntoView({ block: "nearest" });
};
field.addEventListener("focus", () => { begin(); show(); });
field.addEventListener("input", () => { begin(); show(); });
field.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter") {
    const at = found.querySelector(".at");
    if (at) at.click();
  } else if (event.key === "Escape") {
    field.value = "";
    show();
    field.blur();
  }
});
addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(input|textarea|select)$/i.test(event.target.tagName) && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    field.focus();
  }
});
addEventListener("click", (event) => { if (!event.target.closest(".search") || event.target.closest("a")) found.hidden = true; });

/* --- findings: the end of a timeline is what it is about --- */

const settle = () => {
  for (const picture of document.querySelectorAll("main .found .picture .scroll")) {
    const end = picture.querySelector(".end");
    if (end) picture.scrollLeft = Math.max(0, end.x1.baseVal.value - picture.clientWidth * 0.8);
  }
};
settle();
let width = innerWidth;
addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; settle(); } });
