/* Reloads the page when the site was built anew, and shows what is wrong when it could not be. */
"use strict";
(() => {
  const own = document.currentScript.dataset;
  const { version, review, close } = own;
  const dismissed = new Set();
  let events = null;
  let box = null;

  function show(title, problems) {
    const text = problems.join("\n");
    if (box) box.remove();
    box = null;
    if (!problems.length || dismissed.has(text)) return;
    box = document.createElement("section");
    box.id = "roundtable-problems";
    box.setAttribute("role", "alert");
    box.setAttribute("aria-label", title);
    const heading = document.createElement("h2");
    heading.textContent = title;
    const list = document.createElement("ul");
    list.tabIndex = 0;
    for (const problem of problems) {
      const item = document.createElement("li");
      item.textContent = problem;
      list.append(item);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = close;
    button.addEventListener("click", () => { dismissed.add(text); show(title, []); });
    box.append(heading, list, button);
    document.body.append(box);
  }

  function heard(message) {
    const told = JSON.parse(message.data);
    if (told.version && told.version !== version) {
      const reloading = new CustomEvent("roundtable:changed", { cancelable: true });
      /* A page that knows better when to load again says so: the review page. */
      if (document.dispatchEvent(reloading)) {
        location.reload();
        return;
      }
    }
    show(told.title, told.problems);
  }

  /* A browser keeps few connections to one host: only the tab that is looked at holds one. */
  function listen() {
    if (document.visibilityState === "hidden") {
      if (events) events.close();
      events = null;
    } else if (!events) {
      events = new EventSource("/_serve/events");
      events.addEventListener("message", heard);
    }
  }

  function linkToReview() {
    const slug = location.pathname.split("/").filter(Boolean)[0] || "";
    if (location.pathname.startsWith("/_") || !document.querySelector("main")) return;
    const link = document.createElement("a");
    link.id = "roundtable-review";
    link.href = slug ? `/_review/?of=${encodeURIComponent(location.pathname)}` : "/_review/";
    link.textContent = review;
    document.querySelector("main").after(link);
  }

  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => { if (events) events.close(); events = null; });
  window.addEventListener("pageshow", listen);
  linkToReview();
  listen();
})();
