/* Search by looking through every sentence: finds any substring, in Chinese too, and works from a folder on disk. */
(function () {
  "use strict";
  var form = document.getElementById("ask"), field = document.getElementById("q"), found = document.getElementById("found");
  var status = found.querySelector("[role=status]"), waiting = null, timer = 0;
  var GROUPS = ["speakers", "figures", "quotes", "sentences"];

  function plain(text) { return text.normalize("NFKC").toLowerCase(); }

  /* The data are scripts, which a page on disk may load; they are asked for once, when the reader starts. */
  function load(done) {
    if (waiting) { if (waiting.left) waiting.then.push(done); else done(); return; }
    var files = form.getAttribute("data-files").trim().split(/\s+/).filter(Boolean);
    waiting = { left: files.length, then: [done] };
    function arrived() { if (--waiting.left <= 0) waiting.then.splice(0).forEach(function (next) { next(); }); }
    if (!files.length) { waiting.left = 1; arrived(); }
    files.forEach(function (file) {
      var script = document.createElement("script");
      script.src = file;
      script.onload = script.onerror = arrived;
      document.head.appendChild(script);
    });
  }

  function holds(words) {
    return function (text) { var all = plain(text); return words.every(function (word) { return all.indexOf(word) >= 0; }); };
  }

  /* Speakers by name and title, figures by name and wording, quotations and sentences by their words. */
  function hits(article, test) {
    var name = function (at) { return at < 0 ? "" : article.speakers[at][0]; };
    var all = [[], [], []];
    article.paragraphs.forEach(function (parts) { parts.forEach(function (rows, kind) { all[kind] = all[kind].concat(rows); }); });
    return {
      speakers: article.speakers.filter(function (s) { return test(s[0] + "\n" + s[1]); })
        .map(function (s) { return { href: s[2], text: s[0], by: s[1] }; }),
      figures: all[1].filter(function (f) { return test(f[1] + "\n" + f[2] + "\n" + f[4]); })
        .map(function (f) { return { href: article.table + "#" + f[0], text: f[1] + " " + f[2], by: [f[4], f[3]].filter(Boolean).join(" · ") }; }),
      quotes: all[2].filter(function (q) { return test(q[2]); })
        .map(function (q) { return { href: q[0], text: q[2], by: q[1] }; }),
      sentences: all[0].filter(function (s) { return test(s[2]); })
        .map(function (s) { return { href: article.transcript + "#t-" + s[0], text: s[2], by: name(s[1]) }; })
    };
  }

  /* Wrap every word found; where normalising changes the length of the text, only exact matches are wrapped. */
  function marked(text, words) {
    var box = document.createDocumentFragment(), all = plain(text), at = 0;
    if (all.length !== text.length) all = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
    while (at < text.length) {
      var next = -1, size = 0;
      words.forEach(function (word) {
        var place = all.indexOf(word, at);
        if (place >= 0 && (next < 0 || place < next || (place === next && word.length > size))) { next = place; size = word.length; }
      });
      if (next < 0) break;
      box.appendChild(document.createTextNode(text.slice(at, next)));
      box.appendChild(document.createElement("mark")).textContent = text.slice(next, next + size);
      at = next + size;
    }
    box.appendChild(document.createTextNode(text.slice(at)));
    return box;
  }

  function list(name, items, words) {
    var section = document.createElement("section"), head = document.createElement("h2"), ol = document.createElement("ol");
    section.className = "hits in-" + name;
    head.textContent = found.getAttribute("data-" + name) + " ";
    head.appendChild(document.createElement("span")).className = "n";
    head.lastChild.textContent = items.length;
    items.forEach(function (item) {
      var li = ol.appendChild(document.createElement("li")), link = li.appendChild(document.createElement("a"));
      link.href = item.href;
      link.appendChild(marked(item.text, words));
      li.lang = found.getAttribute("data-lang");
      var by = li.appendChild(document.createElement("span"));
      by.className = "by";
      by.textContent = item.by;
    });
    section.appendChild(head);
    section.appendChild(ol);
    return section;
  }

  function show() {
    var query = field.value.trim(), words = plain(query).split(/\s+/).filter(Boolean);
    while (found.lastChild !== status) found.removeChild(found.lastChild);
    if (!words.length) { status.textContent = ""; return; }
    load(function () {
      if (field.value.trim() !== query) return;
      while (found.lastChild !== status) found.removeChild(found.lastChild);
      var test = holds(words), all = { speakers: [], figures: [], quotes: [], sentences: [] }, count = 0;
      (window.roundtable || []).forEach(function (article) {
        var of = hits(article, test);
        GROUPS.forEach(function (name) { all[name] = all[name].concat(of[name]); });
      });
      GROUPS.forEach(function (name) {
        count += all[name].length;
        if (all[name].length) found.appendChild(list(name, all[name], words));
      });
      status.textContent = count ? found.getAttribute("data-found").replace("{}", count) : found.getAttribute("data-none");
    });
  }

  function keep() {
    var query = field.value.trim();
    try { history.replaceState(null, "", location.pathname + (query ? "?q=" + encodeURIComponent(query) : "")); } catch (e) { /* some browsers refuse this on disk */ }
  }

  field.addEventListener("focus", function () { load(function () {}); });
  field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(function () { keep(); show(); }, 80); });
  form.addEventListener("submit", function (event) { event.preventDefault(); keep(); show(); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); field.focus(); }
  });
  field.value = new URLSearchParams(location.search).get("q") || "";
  show();
})();
