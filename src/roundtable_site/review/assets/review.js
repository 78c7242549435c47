/* Keys, copying and marking: everything else works by links and forms alone. */
"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card")];
  const help = document.getElementById("help");
  const helpButton = document.getElementById("help-button");
  const keysOn = document.getElementById("keys-on");
  const KEYS_OFF = "roundtable-keys-off";
  let current = null;

  function marksOf(key) {
    return [...document.querySelectorAll(".made [data-of]")].filter((mark) => mark.dataset.of.split(" ").includes(key));
  }

  function select(card, focus) {
    if (!card) return;
    for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
    current = card;
    card.classList.add("current");
    const marks = marksOf(card.dataset.key);
    for (const mark of marks) mark.classList.add("current");
    const wide = matchMedia("(min-width: 64rem)").matches;
    const place = marks[0] || document.getElementById(`m-${card.dataset.key}`);
    if (wide && place) {
      const pane = document.getElementById("text");
      pane.scrollTop += place.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    }
    if (focus) {
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: wide ? "nearest" : "start" });
    }
  }

  function step(by) {
    const at = cards.indexOf(current);
    select(cards[Math.min(Math.max(at + by, 0), cards.length - 1)], true);
  }

  function unfold(details) {
    if (!details) return;
    details.open = true;
    const field = details.querySelector("input[type=text]") || details.querySelector("form button");
    if (field) field.focus();
  }

  function accept() {
    const box = current && current.querySelector(".accepting");
    if (!box) return;
    if (box.tagName === "FORM") box.requestSubmit();
    else unfold(box);
  }

  function copy(button) {
    if (!button) return;
    const text = button.dataset.copy;
    navigator.clipboard.writeText(text).then(() => {
      const said = button.innerHTML;
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.innerHTML = said; }, 1500);
    });
  }

  function fold() {
    const open = current && current.querySelector("details[open]");
    if (open) { open.open = false; current.focus(); return; }
    const cancel = document.querySelector(".form .cancel");
    if (cancel) cancel.click();
  }

  const acts = {
    j: () => step(1),
    k: () => step(-1),
    a: accept,
    e: () => { const link = current && current.querySelector(".edit"); if (link) link.click(); },
    x: () => unfold(current && current.querySelector(".removing")),
    c: () => copy(current && current.querySelector(".copy")),
    u: () => { const undo = document.getElementById("undo"); if (undo) undo.click(); },
    "?": () => help.showModal(),
  };

  /* An input method of Chinese hides the letter of a key: then the key's place tells it. */
  function letter(event) {
    if (event.key !== "Process" && event.key !== "Unidentified") return event.key;
    return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || (help && help.open)) return;
    if (event.key === "Escape") { fold(); return; }
    if (event.target.closest("input, select, textarea") || !keysOn || !keysOn.checked) return;
    const act = acts[letter(event)];
    if (!act) return;
    event.preventDefault();
    act();
  });

  for (const card of cards) {
    card.addEventListener("focusin", () => { if (card !== current) select(card, false); });
    card.addEventListener("click", () => { if (card !== current) select(card, false); });
  }
  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  if (helpButton) {
    helpButton.hidden = false;
    helpButton.addEventListener("click", () => help.showModal());
  }
  if (keysOn) {
    keysOn.checked = localStorage.getItem(KEYS_OFF) === null;
    keysOn.addEventListener("change", () => {
      if (keysOn.checked) localStorage.removeItem(KEYS_OFF);
      else localStorage.setItem(KEYS_OFF, "1");
    });
  }

  /* The site was built anew. This page loads again only if it would say something else, and a half-written form is
     never thrown away: then the page says that the file was changed. A change that is being sent brings a new page
     itself; loading this one again would call it off. */
  const outdated = document.getElementById("outdated");
  let sending = false;
  document.addEventListener("submit", () => { sending = true; });
  window.addEventListener("pageshow", () => { sending = false; });

  function catchUp(mark) {
    if (sending || !mark || mark === outdated.dataset.mark) return;
    if (!document.querySelector(".form, .card details[open], dialog[open]")) {
      location.reload();
      return;
    }
    outdated.hidden = false;
    if (!outdated.dataset.told) outdated.prepend(`${outdated.dataset.said} `);
    outdated.dataset.told = "yes";
  }

  document.addEventListener("roundtable:changed", (event) => {
    if (!outdated) return;
    event.preventDefault();
    fetch(location.pathname, { method: "HEAD" }).then((answer) => catchUp(answer.headers.get("ETag"))).catch(() => {});
  });

  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const first = named && named.closest(".card") ? named : cards.find((card) => card.classList.contains("open")) || cards[0];
  select(first, Boolean(named));
  const form = document.querySelector(".form");
  const enter = () => form.querySelector("input[type=text], select, textarea").focus({ preventScroll: true });
  /* Going to the place that the address names takes the focus away once more, when all is loaded. */
  if (form) {
    enter();
    window.addEventListener("load", () => setTimeout(enter));
  }
})();
