"""Every kind of page of the example's site, the widths that it is looked at in, and what axe is asked."""

KINDS = {
    "home": "index.html",
    "overview": "gangkou/index.html",
    "speakers": "gangkou/speakers/index.html",
    "speaker": "gangkou/speakers/lin-yifan/index.html",
    "districts": "gangkou/districts/index.html",
    "district": "gangkou/districts/xin-chuanchang/index.html",
    "district without figures": "gangkou/districts/hang-xie/index.html",
    "table": "gangkou/indicators/index.html",
    "figure": "gangkou/indicators/index.html#s1i2",
    "transcript": "gangkou/transcript/index.html",
    "keywords": "keywords/index.html",
    "search": "search/index.html?q=码头",
    "about": "about/index.html",
    "person": "speakers/lin-yifan/index.html",
    "place": "districts/lin-gang/index.html",
    "not found": "404.html",
    "corrections": "corrections/index.html",
    "corrected figure": "second/indicators/index.html#s1i1",
    "corrected speaker": "second/speakers/lin-yifan/index.html",
    "withdrawn": "third/index.html",
    "editor's page": "method/index.html",
    "editor's page in English": "en/method/index.html",
    "table in English": "en/gangkou/indicators/index.html#s1i2",
    "speaker in English": "en/gangkou/speakers/lin-yifan/index.html",
}
WIDTHS = (320, 390, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only what is wrong comes back from the page: a list of all that is right is long.
FIND = """rules => axe.run({runOnly: rules, preload: false, resultTypes: ["violations"]}).then(
    results => results.violations.map(found => found.id + ": " + found.nodes[0].html))"""
