"use strict";
/* Pages of the site in a frame as wide as a phone, then a desk: what of them does not fit, cannot be reached or read; then
 * what the search finds. Says it in #said, a line each, and "done" at the end. */
const frame = document.getElementById("frame"), said = document.getElementById("said");
const tell = (text) => { said.textContent += text + "\n"; };
const wait = (time) => new Promise((done) => setTimeout(done, time));
const open = (page) => new Promise((done) => {
  frame.onload = () => done(frame.contentDocument);
  frame.src = "site/" + page;
});
const visible = (element) => element.getClientRects().length > 0;
const pages = PAGES;

/* WCAG's contrast of two colours, "rgb(…)". */
const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
const light = (colour) => parts(colour).slice(0, 3).map((x) => x / 255).map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4))
  .reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = frame.contentWindow.getComputedStyle(at).backgroundColor;
    if (/^rgb\(/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
};
const faint = (page) => {
  let count = 0, example = "";
  for (const element of [...page.querySelectorAll("p, li, h1, h2, h3, h4, td, dd, dt, a, code, summary, figcaption, b, .k, .s, .c, .d, .p")].slice(0, 800)) {
    if (!visible(element) || !element.textContent.trim() || element.closest(".thumb, .anchor, svg, footer, .skip")) continue;
    const value = contrast(frame.contentWindow.getComputedStyle(element).color, ground(element));
    if (value < 4.5 && !count++) example = ` (${element.tagName}.${element.className} ${value.toFixed(2)} ${element.textContent.trim().slice(0, 30)})`;
  }
  return count + example;
};

const measure = async (name) => {
  const page = await open(name), root = page.documentElement;
  for (const width of [320, 390, 1280]) {
    frame.width = width;
    for (const details of page.querySelectorAll("main details, details.side")) details.open = true;
    const over = root.scrollWidth - root.clientWidth;
    tell(`overflow ${width} ${name} ${over}`);
    const first = over > 0 && [...page.querySelectorAll("main *")].find((x) => x.getBoundingClientRect().right > root.clientWidth + 1);
    if (first) tell(`# ${first.outerHTML.slice(0, 160)}`);
    const hidden = [...page.querySelectorAll("main *")].filter((x) => x.scrollWidth > x.clientWidth + 1 && !x.closest(".thumb, svg") && x.tabIndex < 0 &&
      /auto|scroll|hidden/.test(frame.contentWindow.getComputedStyle(x).overflowX));
    tell(`unreachable ${width} ${name} ${hidden.length}`);
    if (hidden.length) tell(`# ${hidden[0].outerHTML.slice(0, 160)}`);
  }
  tell(`faint ${name} ${faint(page)}`);
  tell(`titled ${name} ${page.querySelectorAll("h1").length}`);
};

const searches = async () => {
  const page = await open("docs/check.html"), field = page.getElementById("search"), found = page.getElementById("found");
  frame.width = 390;
  const look = async (words) => {
    field.value = words;
    field.dispatchEvent(new Event("input"));
    for (let i = 0; i < 60 && !(found.querySelector("a") || /Nothing/.test(found.textContent)); i++) await wait(50);
    await wait(50);
    const first = found.querySelector("a");
    tell(`search '${words}' ${first ? decodeURI(first.href.replace(/.*\/site\//, "")) : found.textContent}`);
  };
  frame.contentWindow.document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
  tell(`slash ${page.activeElement === field}`);
  await look("pool leak");
  await wait(300);
  for (const words of ["KeAcquireSpinLock", "PDEVICE_OBJECT", "STATUS_ACCESS_DENIED", "VRF0101", "chk1002", "WDK_SCOPED_POOL", "shard", "cwdk fuzz", "lock order", "zzqx"]) await look(words);
  await look("VRF0101");
  const box = found.getBoundingClientRect();
  tell(`fits ${box.left >= 0 && box.right <= 390}`);
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
  tell(`arrow ${[...found.querySelectorAll("a")].findIndex((x) => x.classList.contains("at"))}`);
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp" }));
  const arrived = new Promise((done) => { frame.onload = () => done(frame.contentWindow.location.href.replace(/.*\/site\//, "")); });
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
  tell(`entered ${await arrived}`);
};

(async () => {
  for (const name of pages) await measure(name);
  if (SEARCH) await searches();
  tell("scheme " + frame.contentWindow.getComputedStyle(frame.contentDocument.body).backgroundColor);
  tell("done");
})().catch((error) => tell("failed: " + error));
