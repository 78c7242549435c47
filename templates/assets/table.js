/* Sorting and filtering of the table of figures. Without this script the table stands in printed order, whole. */
(function () {
  "use strict";
  var table = document.getElementById("figures"), form = document.getElementById("filter");
  if (!table || !form || !window.URLSearchParams) return;
  var bodies = Array.prototype.slice.call(table.tBodies);
  var rows = bodies.filter(function (body) { return body.className === "figure"; });
  var heads = Array.prototype.slice.call(table.querySelectorAll("th[data-sort]"));
  var status = form.querySelector("output"), fields = ["q", "district", "speaker", "unit", "measure"];
  var state = new URLSearchParams(location.search);

  function plain(text) { return text.normalize("NFKC").toLowerCase(); }
  rows.forEach(function (row) { row.words = plain(row.rows[0].textContent); });

  function matches(row) {
    return fields.every(function (field) {
      var wanted = state.get(field);
      if (!wanted) return true;
      if (field !== "q") return row.getAttribute("data-" + field) === wanted;
      return plain(wanted).split(/\s+/).every(function (word) { return row.words.indexOf(word) >= 0; });
    });
  }

  function key(row, name) {
    if (name === "value") { var value = row.getAttribute("data-value"); return value === null ? null : parseFloat(value); }
    return row.rows[0].cells[heads.findIndex(function (head) { return head.getAttribute("data-sort") === name; })].textContent;
  }

  function compare(name, sign) {
    return function (a, b) {
      var x = key(a, name), y = key(b, name);
      if (x === null || y === null) return (x === null) - (y === null);
      return sign * (typeof x === "number" ? x - y : x.localeCompare(y, "zh-Hans-u-co-pinyin", { numeric: true }));
    };
  }

  function show() {
    var name = state.get("sort"), down = state.get("order") === "desc", shown = 0;
    var order = name ? rows.slice().sort(compare(name, down ? -1 : 1)) : bodies;
    if (name || table.classList.contains("sorted")) order.forEach(function (body) { table.appendChild(body); });
    rows.forEach(function (row) { row.hidden = !matches(row); shown += !row.hidden; });
    table.classList.toggle("sorted", !!name);
    var group = null;
    bodies.forEach(function (body) {
      if (body.className === "group") { group = body; body.hidden = true; }
      else if (!body.hidden && group && !name) group.hidden = false;
    });
    heads.forEach(function (head) {
      if (head.getAttribute("data-sort") === name) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    status.textContent = form.getAttribute("data-count").replace("{}", shown).replace("{}", rows.length);
  }

  function keep() {
    var query = state.toString();
    try { history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (e) { /* some browsers refuse this on disk */ }
    show();
  }

  function set(name, value) { if (value) state.set(name, value); else state.delete(name); }

  heads.forEach(function (head) {
    var button = document.createElement("button"), name = head.getAttribute("data-sort");
    button.type = "button";
    button.title = form.getAttribute("data-sort");
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () {
      var now = head.getAttribute("aria-sort");
      set("sort", now === "descending" ? "" : name);
      set("order", now === "ascending" ? "desc" : "");
      keep();
    });
  });
  fields.forEach(function (field) {
    var control = form.elements[field];
    control.value = state.get(field) || "";
    control.addEventListener("input", function () { set(field, control.value.trim()); keep(); });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });

  /* A link to a figure shows it, whatever the filter says, and also by an id that it had before. */
  function reveal() {
    var place = document.getElementById(decodeURIComponent(location.hash.slice(1))), row = place && place.closest("tbody.figure");
    if (!row) return;
    if (row.hidden) {
      fields.forEach(function (field) { set(field, ""); form.elements[field].value = ""; });
      keep();
    }
    /* A row that was moved is no target any more until its address is gone to again. */
    if (!row.matches(":target") && !row.querySelector(":target")) location.replace(location.hash);
    row.scrollIntoView({ behavior: "instant" });
  }
  window.addEventListener("hashchange", reveal);

  if (navigator.clipboard) table.querySelectorAll("a.copy").forEach(function (link) {
    link.textContent = link.getAttribute("data-copy");
    link.addEventListener("click", function () {
      navigator.clipboard.writeText(link.href).then(function () { link.textContent = link.getAttribute("data-copied"); }, function () {});
    });
  });

  form.hidden = false;
  show();
  reveal();
})();
