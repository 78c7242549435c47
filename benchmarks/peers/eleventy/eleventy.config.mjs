// Gives Eleventy the pages of the archive: one for each article, guest, district, and across articles.
import { readFileSync, readdirSync } from "node:fs";
import { load } from "js-yaml";

const PLAIN = { "search/": "检索", "corrections/": "更正", "about/": "关于本站", "404.html": "没有这一页" };

// An article with what belongs to each guest and district gathered.
function opened(slug, data) {
  const guests = data.guests.map((one) => ({ ...one, figures: [], quotes: [], sections: [] }));
  const districts = data.districts.map((one) => ({ ...one, figures: [], guests: [] }));
  const people = new Map(guests.map((one) => [one.id, one]));
  const places = new Map(districts.map((one) => [one.id, one]));
  for (const record of data.indicators) people.get(record.speaker)?.figures.push(record);
  for (const record of data.indicators) places.get(record.district)?.figures.push(record);
  for (const record of data.quotes) people.get(record.speaker)?.quotes.push(record);
  for (const record of data.sections) people.get(record.speaker)?.sections.push(record);
  for (const guest of guests) {
    guest.place = places.get(guest.district);
    guest.heading = guest.sections[0]?.heading;
    guest.first = guest.figures.slice(0, 2);
    guest.place?.guests.push(guest);
  }
  const names = Object.fromEntries([...guests, ...districts].map((one) => [one.id, one.name]));
  return { slug, data, guests, districts, names };
}

function* pagesOf(of) {
  const { slug, data } = of;
  const words = data.keywords.article.slice(0, 12);
  yield { kind: "article", path: `${slug}/`, title: data.article.headline, of, words };
  const parts = { indicators: "指标表", transcript: "全文", speakers: "发言者", districts: "区县" };
  for (const [kind, title] of Object.entries(parts)) yield { kind, path: `${slug}/${kind}/`, title, of };
  for (const one of of.guests) yield { kind: "speaker", path: `${slug}/speakers/${one.id}/`, title: one.name, of, one };
  for (const district of of.districts)
    yield { kind: "district", path: `${slug}/districts/${district.id}/`, title: district.name, of, district };
}

function grouped(pairs) {
  const found = new Map();
  for (const [key, value] of pairs) {
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(value);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

function* pagesAcross(articles) {
  yield { kind: "home", path: "", title: "圆桌", articles };
  for (const [records, path, kind, title] of [
    ["guests", "speakers/", "person", "发言者"],
    ["districts", "districts/", "place", "区县"],
  ]) {
    const rows = grouped(articles.flatMap((of) => of[records].map((one) => [one.id, { of, one }])));
    yield { kind: "names", path, title, entries: rows.map(([, found]) => found[0].one) };
    for (const [id, found] of rows) yield { kind, path: `${path}${id}/`, title: found[0].one.name, rows: found };
  }
  const words = grouped(articles.flatMap((of) => of.data.keywords.article.map(({ word }) => [word, of])));
  const entries = words.map(([word, found]) => ({ word, articles: found }));
  yield { kind: "keywords", path: "keywords/", title: "关键词", entries };
  for (const [path, title] of Object.entries(PLAIN)) yield { kind: "plain", path, title };
}

export default function (config) {
  config.setNunjucksEnvironmentOptions({ trimBlocks: true, lstripBlocks: true, autoescape: true });
  config.addPassthroughCopy("static");
  config.addGlobalData("archive", () => {
    const names = readdirSync("data").sort();
    const articles = names.map((name) => opened(name.replace(/\.yml$/, ""), load(readFileSync(`data/${name}`, "utf8"))));
    return [...articles.flatMap((of) => [...pagesOf(of)]), ...pagesAcross(articles)];
  });
  return { dir: { input: "pages", includes: "../templates", output: "_site" } };
}
