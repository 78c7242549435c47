/* Sorting and filtering of the table of figures. Without this script the table stands in printed order, whole. */
(function () {
  "use strict";
  var table = document.getElementById("figures"), form = document.getElementById("filter");
  if (!table || !form || !window.URLSearchParams) return;
  var bodies = Array.prototype.slice.call(table.tBodies);
  var rows = bodies.filter(function (body) { return body.className === "figure"; });
  var heads = Array.prototype.slice.call(table.querySelectorAll("th[data-sort]"));
  var status = form.querySelector("output"), fields = ["q", "district", "speaker", "unit", "measure", "group"].filter(function (field) { return form.elements[field]; });
  var state = new URLSearchParams(location.search);

  function plain(text) { return text.normalize("NFKC").toLowerCase(); }
  /* What a row leaves out because it stands above it or in it. */
  var above = null;
  bodies.forEach(function (body) {
    if (body.className === "group") { above = body.querySelector("th"); return; }
    var cells = body.rows[0].cells, name = above.querySelector("a");
    body.facts = { district: above.id.slice(2), speaker: cells[5].textContent, unit: body.getAttribute("data-unit"), measure: body.getAttribute("data-measure"), group: body.getAttribute("data-group") };
    body.place = name && name.cloneNode(true);
  });

  function matches(row) {
    return fields.every(function (field) {
      var wanted = state.get(field);
      if (!wanted) return true;
      if (field !== "q") return row.facts[field] === wanted;
      if (!row.words) row.words = plain(row.rows[0].textContent + " " + (row.place ? row.place.textContent : ""));
      return plain(wanted).split(/\s+/).every(function (word) { return row.words.indexOf(word) >= 0; });
    });
  }

  function key(row, name) {
    if (name === "value") { var value = row.getAttribute("data-value"); return value === null ? null : parseFloat(value); }
    return row.rows[0].cells[heads.findIndex(function (head) { return head.getAttribute("data-sort") === name; })].textContent;
  }

  /* Values of different units are no larger or smaller than one another: units stand together. */
  function compare(name, sign) {
    return function (a, b) {
      var x = key(a, name), y = key(b, name);
      if (x === null || y === null) return (x === null) - (y === null);
      if (typeof x === "number" && a.facts.unit !== b.facts.unit) return a.facts.unit.localeCompare(b.facts.unit, "zh-Hans-u-co-pinyin");
      return sign * (typeof x === "number" ? x - y : x.localeCompare(y, "zh-Hans-u-co-pinyin", { numeric: true }));
    };
  }

  /* Bars stand in the table only while all rows that are shown have one scale; they are those of the chart below. */
  var drawn = false, apart = false;
  function draw() {
    var shown = rows.filter(function (row) { return !row.hidden; }), scale = shown.length > 1 && shown[0].facts.group;
    var one = scale && shown.every(function (row) { return row.facts.group === scale; });
    if (!one && !drawn) return;
    drawn = one;
    rows.forEach(function (row) {
      var cell = row.querySelector(".value"), old = cell.querySelector("svg.draw");
      if (old) cell.removeChild(old);
      var bar = one && !row.hidden && document.getElementById(scale).querySelector('[data-of="' + row.id + '"]');
      if (bar) cell.appendChild(bar.cloneNode(true));
    });
  }

  /* Where rows do not stand below the name of their place, they say it. */
  function name_places(wanted) {
    if (wanted === apart) return;
    apart = wanted;
    rows.forEach(function (row) {
      var cell = row.rows[0].cells[5], old = cell.querySelector(".of");
      if (old) cell.removeChild(old);
      if (!apart || !row.place) return;
      var of = cell.appendChild(document.createElement("span"));
      of.className = "of by";
      of.appendChild(row.place);
    });
  }

  function show() {
    var name = state.get("sort"), down = state.get("order") === "desc", shown = 0;
    var order = name ? rows.slice().sort(compare(name, down ? -1 : 1)) : bodies;
    if (name || table.classList.contains("sorted")) order.forEach(function (body) { table.appendChild(body); });
    rows.forEach(function (row) { row.hidden = !matches(row); shown += !row.hidden; });
    table.classList.toggle("sorted", !!name);
    name_places(!!name);
    draw();
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

  /* The link of a figure is its name; where the browser can copy, a button in its view does so. */
  var copy = document.createElement("button");
  copy.type = "button";
  copy.className = "copy";
  function offer(row) {
    var at = row.querySelector(".at");
    copy.textContent = table.getAttribute("data-copy");
    copy.onclick = function () {
      navigator.clipboard.writeText(row.querySelector("th a").href).then(function () { copy.textContent = table.getAttribute("data-copied"); }, function () {});
    };
    at.insertBefore(copy, at.firstChild);
  }

  /* A link to a figure shows it, whatever the filter says, and also by an id that it had before. */
  function reveal() {
    var place = document.getElementById(decodeURIComponent(location.hash.slice(1))), row = place && place.closest("tbody.figure");
    if (!row) return;
    if (navigator.clipboard) offer(row);
    if (row.hidden) {
      fields.forEach(function (field) { set(field, ""); form.elements[field].value = ""; });
      keep();
    }
    /* A row that was moved is no target any more until its address is gone to again. */
    if (!row.matches(":target") && !row.querySelector(":target")) location.replace(location.hash);
    row.scrollIntoView({ behavior: "instant" });
  }
  window.addEventListener("hashchange", reveal);

  form.hidden = false;
  if (location.search) show();
  if (location.hash) reveal();
})();
