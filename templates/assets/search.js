/* Search by looking through every sentence: finds any substring, in Chinese too, and works from a folder on disk. */
(function () {
  "use strict";
  var form = document.getElementById("ask"), field = document.getElementById("q"), found = document.getElementById("found");
  var status = found.querySelector("[role=status]"), waiting = null, timer = 0, articles = [];
  var GROUPS = ["speakers", "figures", "quotes", "sentences"];
  /* What Python's strip() takes away at either end of a sentence. */
  var SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+", EDGES = new RegExp("^" + SPACE + "|" + SPACE + "$", "g");

  function plain(text) { return text.normalize("NFKC").toLowerCase(); }

  /* The data are scripts, which a page on disk may load; they are asked for once, when the reader starts. */
  function load(done) {
    if (waiting) { if (waiting.left) waiting.then.push(done); else done(); return; }
    var files = (form.getAttribute("data-files") || "").trim().split(/\s+/).filter(Boolean);
    waiting = { left: files.length, then: [done] };
    function arrived() {
      arrivals().forEach(function (article) { articles.push(article); });
      if (--waiting.left <= 0) waiting.then.splice(0).forEach(function (next) { next(); });
    }
    if (!files.length) { waiting.left = 1; arrived(); }
    files.forEach(function (file) { ask(file, arrived); });
  }

  function ask(file, done) {
    var script = document.createElement("script");
    script.src = file;
    script.onload = script.onerror = done;
    document.head.appendChild(script);
  }

  function arrivals() {
    return (window.roundtable || []).splice(0).map(function (packed) { return opened(packed.length === 2 ? JSON.parse(unpacked(packed[0], packed[1])) : packed); });
  }

  /* Undo site/packing.py, step for step: units are told by contexts that learn, in an arithmetic code of 32 bits. */
  function unpacked(size, code) {
    var bytes = atob(code), at = 0, low = 0, range = 4294967295, value = 0, one = 0, two = 0, text = "";
    var contexts = {}, halves = { units: [], counts: [], places: {}, total: 0 };
    for (var n = 0; n < 256; n++) learn(halves, n);
    for (n = 0; n < 4; n++) shift();
    function shift() { value = (value << 8 | (at < bytes.length ? bytes.charCodeAt(at) : 0)) >>> 0; at++; }
    function asked(total) { range = Math.floor(range / total); return Math.min(total - 1, Math.floor(((value - low) >>> 0) / range)); }
    function take(before, count) {
      low = (low + before * range) >>> 0;
      range *= count;
      for (;;) {
        if ((low ^ (low + range)) >>> 0 >= 16777216) { if (range >= 65536) return; range = -low & 65535; }
        shift();
        low = (low << 8) >>> 0;
        range = (range << 8) >>> 0;
      }
    }
    function learn(context, unit) {
      if (context.total >= 32768) return;
      context.total++;
      if (unit in context.places) context.counts[context.places[unit]]++;
      else { context.places[unit] = context.units.push(unit) - 1; context.counts.push(1); }
    }
    function found(context, share) {
      for (var place = 0, before = 0; share >= before + context.counts[place]; place++) before += context.counts[place];
      take(before, context.counts[place]);
      return context.units[place];
    }
    while (text.length < size) {
      var keys = [two * 65536 + one + 65537, one + 1, 0], unit = -1, knew = 2;
      for (n = 0; n < 3 && unit < 0; n++) {
        var context = contexts[keys[n]];
        if (!context) continue;
        var share = asked(context.total + context.units.length);
        if (share < context.total) { unit = found(context, share); knew = n; }
        else take(context.total, context.units.length);
      }
      if (unit < 0) {
        var high = found(halves, asked(halves.total)), least = asked(256);
        take(least, 1);
        learn(halves, high);
        unit = high * 256 + least;
      }
      for (n = 0; n <= knew; n++) learn(contexts[keys[n]] || (contexts[keys[n]] = { units: [], counts: [], places: {}, total: 0 }), unit);
      two = one;
      one = unit;
      text += String.fromCharCode(unit);
    }
    return text;
  }

  /* The rows of site/search.py, with everything that they leave out because it follows. */
  function opened(rows) {
    var pages = rows[0], people = rows[1], last = {};
    var article = { transcript: pages[1], speakers: [], figures: [], quotes: [], sentences: [], anchored: false };
    function page(number) { return pages[3].replace("~", people[number][2]); }
    function id(kind, given) {
      var now = given || last[kind], parts = /^(.*?)(0|[1-9]\d*)$/.exec(now);
      last[kind] = parts ? parts[1] + (+parts[2] + 1) : "";
      return now;
    }
    function name(who) { return typeof who === "string" ? who : who < 0 ? "" : people[who][0]; }
    article.speakers = people.map(function (s, at) { return { href: page(at), text: s[0], by: s[1], words: s[0] + "\n" + s[1] }; });
    rows[2].forEach(function (paragraph) {
      var speaker = paragraph[0], words = paragraph[1].join("");
      function whose(given) { return given === undefined || given === "" ? speaker : given; }
      (paragraph[2] || []).forEach(function (f) {
        var printed = words.substr(f[0], f[1]), who = name(whose(f[4]));
        article.figures.push({ href: pages[2] + "#" + id("i", f[5]), text: f[2] + " " + printed, by: [f[3], who].filter(Boolean).join(" · "), words: f[2] + "\n" + printed + "\n" + (f[3] || "") });
      });
      (paragraph[3] || []).forEach(function (q) {
        var who = whose(q[2]), quote = words.substr(q[0], q[1]);
        article.quotes.push({ href: (who >= 0 ? page(who) : pages[0]) + "#" + id("q", q[3]), text: quote, by: name(who), words: quote });
      });
      paragraph[1].forEach(function (sentence) {
        var own = sentence.replace(EDGES, "");
        article.sentences.push({ text: own, by: name(speaker), words: own });
      });
    });
    return article;
  }

  /* A sentence's anchor is made of its text, as in sentences.py; they are worked out when the first one is wanted. */
  function anchored(article) {
    if (article.anchored) return;
    article.anchored = true;
    var seen = {};
    article.sentences.forEach(function (sentence) {
      var anchor = "t-" + digest(sentence.text).slice(0, 8), count = seen[anchor] = (seen[anchor] || 0) + 1;
      sentence.href = article.transcript + "#" + anchor + (count > 1 ? "-" + count : "");
    });
  }

  /* SHA-256 (FIPS 180-4) in hex; the browser's own is not there on pages from a disk or without TLS. */
  function digest(text) {
    var bytes = Array.prototype.slice.call(new TextEncoder().encode(text)), bits = bytes.length * 8, state = FIRST.slice(), w = [];
    bytes.push(128);
    while (bytes.length % 64 !== 56) bytes.push(0);
    bytes.push(0, 0, 0, 0, bits >>> 24, bits >>> 16 & 255, bits >>> 8 & 255, bits & 255);
    function turn(x, n) { return x >>> n | x << 32 - n; }
    for (var block = 0; block < bytes.length; block += 64) {
      var h = state.slice();
      for (var i = 0; i < 64; i++) {
        var j = block + i * 4, a = w[i - 15], b = w[i - 2];
        w[i] = i < 16 ? bytes[j] << 24 | bytes[j + 1] << 16 | bytes[j + 2] << 8 | bytes[j + 3]
          : w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >>> 3) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ b >>> 10) | 0;
        var t = h[7] + (turn(h[4], 6) ^ turn(h[4], 11) ^ turn(h[4], 25)) + (h[4] & h[5] ^ ~h[4] & h[6]) + ROUNDS[i] + w[i] | 0;
        var u = (turn(h[0], 2) ^ turn(h[0], 13) ^ turn(h[0], 22)) + (h[0] & h[1] ^ h[0] & h[2] ^ h[1] & h[2]) | 0;
        h = [t + u | 0, h[0], h[1], h[2], h[3] + t | 0, h[4], h[5], h[6]];
      }
      state = state.map(function (x, n) { return x + h[n] | 0; });
    }
    return state.map(function (x) { return ("0000000" + (x >>> 0).toString(16)).slice(-8); }).join("");
  }

  /* The constants of SHA-256: the first bits of the roots of the first primes. */
  function roots(power, many) {
    for (var found = [], n = 2; found.length < many; n++) {
      for (var d = 2; d * d <= n && n % d; d++);
      if (d * d > n) found.push((Math.pow(n, power) % 1) * 4294967296 | 0);
    }
    return found;
  }
  var FIRST = roots(1 / 2, 8), ROUNDS = roots(1 / 3, 64);

  /* Speakers by name and title, figures by name, wording and period, quotations and sentences by their words. */
  function hits(article, words) {
    var all = {};
    GROUPS.forEach(function (group) {
      all[group] = article[group].filter(function (item) {
        if (item.plain === undefined) item.plain = plain(item.words);
        return words.every(function (word) { return item.plain.indexOf(word) >= 0; });
      });
    });
    if (all.sentences.length) anchored(article);
    return all;
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
    run = null;
    while (found.lastChild !== status) found.removeChild(found.lastChild);
    if (!words.length) { status.textContent = ""; return; }
    if (BLOCKS.length) { begin(words); return; }
    load(function () {
      if (field.value.trim() !== query) return;
      var all = { speakers: [], figures: [], quotes: [], sentences: [] };
      articles.forEach(function (article) { gather(all, article, words); });
      status.textContent = said(print(all, words));
    });
  }

  function gather(all, article, words) {
    var of = hits(article, words);
    GROUPS.forEach(function (name) { all[name] = all[name].concat(of[name]); });
  }

  function print(all, words) {
    var count = 0;
    while (found.lastChild !== status) found.removeChild(found.lastChild);
    GROUPS.forEach(function (name) {
      count += all[name].length;
      if (all[name].length) found.appendChild(list(name, all[name], words));
    });
    return count;
  }

  function said(count) { return count ? found.getAttribute("data-found").replace("{}", count) : found.getAttribute("data-none"); }

  /* A large site (site/seeking.py, site/grams.py): the index of a block of articles says which of them have every pair
     of characters of the query; only these are loaded and looked through, the newest first, a handful at a time. */
  var BLOCKS = (form.getAttribute("data-blocks") || "").trim().split(/\s+/).filter(Boolean).map(function (told) {
    var parts = told.split(":");
    return { name: parts[0], articles: +parts[1], shards: +parts[2] };
  });
  /* What one go may load, a part of an index (some 2 KB) counting one and an article five. */
  var HANDFUL = 4, ENOUGH = 20, MOST = 100, run = null, parts = {}, read = {};
  var DIGITS = {};
  for (var code = 35, digit = 0; code < 127; code++) if (code !== 92) DIGITS[String.fromCharCode(code)] = digit++;

  function fill(pattern, names) { return names.reduce(function (way, name) { return way.replace("~", encodeURIComponent(name)); }, pattern); }

  /* Every other pair first: together they cover the query, and neighbours often stand in the same articles. */
  function grams(words) {
    var found = [];
    words.forEach(function (word) {
      var signs = Array.from(word);
      if (signs.length === 1) found.push([signs[0], " "]);
      for (var odd = 0; odd < 2; odd++) for (var at = odd; at + 1 < signs.length; at += 2) found.push([signs[at], signs[at + 1]]);
    });
    return found;
  }

  function begin(words) {
    run = { words: words, grams: grams(words), blocks: BLOCKS.slice(), queue: [], all: { speakers: [], figures: [], quotes: [], sentences: [] } };
    go(run);
  }

  function go(mine) {
    mine.hits = mine.load = 0;
    mine.failed = false;
    found.setAttribute("data-busy", "");
    report(mine, true);
    step(mine);
  }

  function step(mine) {
    if (mine !== run) return;
    var done = !mine.queue.length && !mine.blocks.length;
    if (done || mine.failed || mine.hits >= ENOUGH || mine.load >= MOST) { report(mine, false); return; }
    if (mine.queue.length) look(mine, mine.queue.splice(0, HANDFUL));
    else choose(mine, mine.blocks.shift());
  }

  /* Load a handful of articles, put what they have behind what was found, and go on. */
  function look(mine, some) {
    var left = some.length;
    mine.load += 5 * left;
    function arrived() {
      if (--left || mine !== run) return;
      var before = total(mine);
      some.forEach(function (one) {
        if (read[one.slug]) gather(mine.all, read[one.slug], mine.words);
        else { mine.failed = true; mine.queue.unshift(one); }
      });
      mine.hits += total(mine) - before;
      print(mine.all, mine.words);
      report(mine, true);
      step(mine);
    }
    some.forEach(function (one) {
      if (read[one.slug]) { arrived(); return; }
      ask(fill(form.getAttribute("data-article"), [one.slug]), function () {
        arrivals().forEach(function (article) { read[one.slug] = dated(article, one.day); });
        arrived();
      });
    });
  }

  function dated(article, day) {
    GROUPS.forEach(function (name) { article[name].forEach(function (item) { item.by = [item.by, day].filter(Boolean).join(" · "); }); });
    return article;
  }

  /* Ask the block's index for one pair after the other, until no article is left or few are. */
  function choose(mine, block) {
    var left = null, at = 0;
    function next() {
      if (mine !== run) return;
      if ((left && !left.length) || at === mine.grams.length || (left && left.length <= 2 && at > 2)) { named(); return; }
      var gram = mine.grams[at++];
      part(mine, block, (gram[0].codePointAt(0) * 31 + gram[1].codePointAt(0)) % block.shards, function (held) {
        if (!held) { mine.failed = true; mine.blocks.unshift(block); step(mine); return; }
        var numbers = held[gram.join("")] || [];
        left = left ? left.filter(function (number) { return numbers.indexOf(number) >= 0; }) : numbers;
        next();
      });
    }
    function named() {
      if (!left.length) { step(mine); return; }
      part(mine, block, -1, function (names) {
        if (!names) { mine.failed = true; mine.blocks.unshift(block); }
        else mine.queue = left.reverse().map(function (number) { return { slug: names[0][number], day: names[1][number] }; });
        step(mine);
      });
    }
    next();
  }

  /* Give a part of an index: the numbers of the articles of each of its pairs; nothing where it cannot be had. */
  function part(mine, block, number, done) {
    var name = block.name + " " + number;
    if (parts[name]) { done(parts[name]); return; }
    mine.load += number < 0 ? 3 : 1;
    ask(fill(form.getAttribute("data-part"), [block.name, number < 0 ? "articles" : number]), function () {
      (window.roundtableIndex || []).splice(0).forEach(function (row) { parts[row[0] + " " + row[1]] = row[1] < 0 ? row.slice(2) : listed(row[2], row[3]); });
      done(parts[name]);
    });
  }

  function listed(pairs, lists) {
    var signs = Array.from(pairs), held = {};
    lists.split(" ").forEach(function (gaps, at) {
      var number = -1, numbers = [];
      for (var i = 0; i < gaps.length; i++) {
        if (gaps[i] === "!") number += 91;
        else numbers.push(number += DIGITS[gaps[i]] + 1);
      }
      if (numbers.length) held[signs[2 * at] + signs[2 * at + 1]] = numbers;
    });
    return held;
  }

  function total(mine) { return GROUPS.reduce(function (sum, name) { return sum + mine.all[name].length; }, 0); }

  function report(mine, busy) {
    var count = total(mine), left = mine.blocks.reduce(function (sum, block) { return sum + block.articles; }, mine.queue.length);
    var told = count || !left ? [said(count)] : [];
    if (busy) told.push(found.getAttribute("data-looking"));
    else if (left) told.push(found.getAttribute("data-left").replace("{}", left));
    if (mine.failed && !busy) told.push(found.getAttribute("data-failed"));
    status.textContent = told.join(" ");
    if (busy) return;
    found.removeAttribute("data-busy");
    if (!left) return;
    var more = found.appendChild(document.createElement("p")).appendChild(document.createElement("button"));
    more.type = "button";
    more.textContent = found.getAttribute("data-more");
    more.addEventListener("click", function () { found.removeChild(more.parentNode); status.tabIndex = -1; status.focus(); go(mine); });
  }

  function keep() {
    var query = field.value.trim();
    try { history.replaceState(null, "", location.pathname + (query ? "?q=" + encodeURIComponent(query) : "")); } catch (e) { /* some browsers refuse this on disk */ }
  }

  field.addEventListener("focus", function () { if (!BLOCKS.length) load(function () {}); });
  field.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(function () { keep(); show(); }, 80); });
  form.addEventListener("submit", function (event) { event.preventDefault(); keep(); show(); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); field.focus(); }
  });
  field.value = new URLSearchParams(location.search).get("q") || "";
  show();
})();
