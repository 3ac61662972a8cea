import { describe, expect, it } from "vitest";
import { htmlImporter } from "./html.ts";

interface Case {
  name: string;
  head?: string;
  body: string;
  expected: Record<string, string | null>;
  first?: string;
}

const TEXT = "<p>市は三日、港の整備計画を公表した。総額は三億円となる。</p>";
const H1 = "<h1>港の整備に三億円</h1>";
const TITLE = "港の整備に三億円";
const site = '<meta property="og:site_name" content="みなと新聞">';
const og = (title: string) => `<meta property="og:title" content="${title}">`;

const TITLES: Case[] = [
  {
    name: "the heading that is og:title, not the logo's",
    head: `<title>${TITLE} - みなと新聞</title>${og(TITLE)}${site}`,
    body: `<main><h1 class="logo"><a href="/">みなと新聞</a></h1>${H1}${TEXT}</main>`,
    expected: { title: TITLE },
  },
  {
    name: "the heading that is the JSON-LD headline, of level 2 and with other spaces and widths",
    head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"港の整備に 3億円"}</script>`,
    body: `<main><h1>みなと新聞</h1><h2>港の整備に３億円</h2>${TEXT}</main>`,
    expected: { title: "港の整備に３億円" },
  },
  {
    name: "the only heading, where the metadata is about something else",
    head: og("今週の写真"),
    body: `<main>${H1}${TEXT}<h2>財源</h2>${TEXT}</main>`,
    expected: { title: TITLE },
  },
  {
    name: "the first heading and not a later one that is a little more like what is stated",
    head: "<title>Site Reliability</title>",
    body: `<main><h1>Monitoring Systems</h1><p>A text about it.</p><h1>Reliable Things</h1><p>More of it.</p></main>`,
    expected: { title: "Monitoring Systems" },
  },
  {
    name: "the later heading that is clearly what is stated",
    head: og("港の整備に三億円 市が計画"),
    body: `<main><h1>くらし</h1>${H1}${TEXT}</main>`,
    expected: { title: TITLE },
  },
  {
    name: "no date line",
    body: `<main><h1>2025年9月3日（水）</h1><h1>${TITLE}</h1>${TEXT}</main>`,
    expected: { title: TITLE, publishedAt: "2025-09-03" },
  },
  {
    name: "no drop cap and no number of an issue",
    head: `<title>${TITLE}</title>`,
    body: `<main><h1>第12号</h1><h1>T</h1>${TEXT}</main>`,
    expected: { title: TITLE },
  },
  {
    name: "a heading with a number in it",
    body: `<main><h1>市の広報 第12号</h1>${TEXT}</main>`,
    expected: { title: "市の広報 第12号" },
  },
];

const suffixed = (name: string, title: string, expected: string, more = site, body = TEXT): Case => ({
  name,
  head: `<title>${title}</title>${more}`,
  body: `<article>${body}</article>`,
  expected: { title: expected },
});

const SUFFIXES: Case[] = [
  suffixed("a hyphen", `${TITLE} - みなと新聞`, TITLE),
  suffixed("a full-width bar", `${TITLE}｜みなと新聞`, TITLE),
  suffixed("a colon", `${TITLE}：みなと新聞`, TITLE),
  suffixed("a dash", `${TITLE} — みなと新聞`, TITLE),
  suffixed("a dash between letters of Japanese", `${TITLE}―みなと新聞`, TITLE),
  suffixed("a name in front", `みなと新聞｜${TITLE}`, TITLE),
  suffixed("brackets", `${TITLE}【みなと新聞】`, TITLE),
  suffixed("what kind of site it is", `${TITLE} | みなと新聞デジタル`, TITLE),
  suffixed(
    "the name of its server",
    "Harbour to cost 300 million | The Bay Times",
    "Harbour to cost 300 million",
    '<link rel="canonical" href="https://www.baytimes.example/1">',
  ),
  suffixed("a name that another title lacks", `${TITLE} | くらし | みなと`, TITLE, og(TITLE)),
  suffixed("a name that a heading lacks", `${TITLE} | みなと`, TITLE, "", `<h2>${TITLE}</h2>${TEXT}`),
  suffixed("a logo's name", `${TITLE} - 港町便り`, TITLE, "", `${TEXT}<a href="/"><img alt="港町便り"></a>`),
  suffixed("a separator of its own", `整備費 - 三億円 - みなと新聞`, "整備費 - 三億円"),
  suffixed("nothing but a separator of its own", "港：整備の行方", "港：整備の行方"),
  suffixed("a name nobody knows", `${TITLE} - 市長`, `${TITLE} - 市長`),
  suffixed(
    "the name as part of its heading",
    "みなと新聞 - その歴史",
    "みなと新聞 - その歴史",
    site,
    `<h2>みなと新聞 - その歴史</h2>${TEXT}`,
  ),
  suffixed("the name alone", "みなと新聞", "みなと新聞"),
];

const byline = (name: string, body: string, expected: string | null, head = ""): Case => ({
  name,
  head,
  body: `<article>${H1}${body}</article>`,
  expected: { byline: expected },
});
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

const BYLINES: Case[] = [
  byline("rel=author", `<p>By <a rel="author" href="/a">Jane Doe</a></p>${TEXT}`, "Jane Doe"),
  byline(
    "two people, each under rel=author",
    `<p>By <a rel="author">Jane Doe</a> and <a rel="author">John Roe</a></p>${TEXT}`,
    "Jane Doe, John Roe",
  ),
  byline(
    "itemprop=author with a name in it",
    `<div itemprop="author" itemscope><img alt="x"><span itemprop="name">鈴木花子</span><span class="role">社会部</span></div>${TEXT}`,
    "鈴木花子",
  ),
  byline(
    "a class, with a date glued to the name",
    `<p class="c-byline">By Lucas Nolan<time>22 Dec 2016</time><span class="count">651</span></p>${TEXT}`,
    "Lucas Nolan",
  ),
  byline("a class in Japanese", `<p class="記者">文・写真／鈴木花子</p>${TEXT}`, "鈴木花子"),
  byline("an address", `<address>By Jane Doe</address>${TEXT}`, "Jane Doe"),
  byline("parsely", TEXT, "Jane Doe", meta("parsely-author", "Jane Doe")),
  byline("Dublin Core, with a full stop", TEXT, "Jong, Michiel de", meta("DC.Creator", "Jong, Michiel de")),
  byline(
    "citation_author, of several",
    TEXT,
    "A. Ito, B. Mori",
    meta("citation_author", "A. Ito") + meta("citation_author", "B. Mori"),
  ),
  byline(
    "an element of two names",
    TEXT,
    "Jane Doe",
    '<meta property="dc:creator twitter:site" content="Jane Doe">',
  ),
  byline(
    "a card for other sites",
    TEXT,
    "鈴木花子",
    meta("twitter:label1", "執筆者") + meta("twitter:data1", "鈴木花子"),
  ),
  byline("with its label", TEXT, "鈴木花子", meta("author", "取材・文：鈴木花子")),
  byline("who writes with what is behind", TEXT, "Jane Doe", meta("author", "By Jane Doe | The Bay Times")),
  byline("a desk that signs", TEXT, "みなと編集部", meta("author", "みなと編集部")),
  byline("a line under the title", `<p>By Jane Doe</p>${TEXT}`, "Jane Doe"),
  byline("a line with an equals sign", `${TEXT}<p>文＝鈴木花子</p>`, "鈴木花子"),
  byline("記者 before a name", `<p>記者　鈴木花子</p>${TEXT}`, "鈴木花子"),
  byline("a signature in brackets", `<p>市は計画を公表した。【鈴木花子】</p>`, "鈴木花子"),
  byline("a signature of two", `<p>市は計画を公表した。（鈴木花子、佐藤蓮）</p>`, "鈴木花子, 佐藤蓮"),
  byline("no name in the last brackets", `<p>市は計画を公表した。（共同）</p>`, null),
  byline("a remark in the last brackets", `<p>市長は述べた。（敬称略）</p>`, null),
  byline("no address of a profile", TEXT, null, meta("author", "https://x.example/jane")),
  byline("no mail address", TEXT, null, meta("author", "jane@bay.example")),
  byline("no account", TEXT, null, meta("author", "admin")),
  byline("no site", TEXT, null, site + meta("author", "みなと新聞")),
  byline(
    "a person after all where the site is named first",
    `<p class="byline">鈴木花子</p>${TEXT}`,
    "鈴木花子",
    site + meta("author", "みなと新聞"),
  ),
  byline("no button", `<p class="author"><a>Follow</a></p>${TEXT}`, null),
  byline("no heading of a box", `<div class="author-box"><p>この記事を書いた人</p></div>${TEXT}`, null),
  byline(
    "no writer of a comment",
    `${TEXT}<section class="comments"><p class="author">Jane Doe</p></section>`,
    null,
  ),
  byline(
    "no photographer",
    `<figure><img alt="港"><figcaption itemprop="author">Jane Doe</figcaption></figure>${TEXT}`,
    null,
  ),
  byline("no sentence with by", `<p>By Friday the harbour will be closed.</p>${TEXT}`, null),
];

const date = (name: string, body: string, expected: string | null, head = ""): Case => ({
  name,
  head,
  body: `<article>${H1}${body}</article>`,
  expected: { publishedAt: expected },
});

const DATES: Case[] = [
  date("a line under the title", `<p>2025年9月3日 10時00分</p>${TEXT}`, "2025-09-03"),
  date("a line in English", `<p>Published Sept. 3, 2025 at 10:00 a.m.</p>${TEXT}`, "2025-09-03"),
  date(
    "a class, with when it was changed",
    `<p class="article-date">公開：2025/9/3 更新：2025/9/5</p>${TEXT}`,
    "2025-09-03",
  ),
  date(
    "an element's machine-readable date",
    `<time datetime="2025-09-03T10:00+09:00">3日</time>${TEXT}`,
    "2025-09-03T10:00+09:00",
  ),
  date(
    "itemprop, before any <time>",
    `<time datetime="2024-01-01"></time><span itemprop="datePublished" content="2025-09-03">x</span>${TEXT}`,
    "2025-09-03",
  ),
  date("parsely", TEXT, "2024-04-20T04:20:00.000Z", meta("parsely-pub-date", "2024-04-20T04:20:00.000Z")),
  date("Dublin Core", TEXT, "2025-09-03", meta("DC.date.issued", "2025-09-03")),
  date(
    "the next one where the first is none",
    TEXT,
    "2025-09-03",
    meta("date", "2025-99-99") + meta("pubdate", "2025-09-03"),
  ),
  date("not when it was changed", `<p class="date">更新：2025年9月5日</p>${TEXT}`, null),
  date("not a day that a sentence names", "<p>2025年9月3日、市は港の整備計画を公表した。</p>", null),
  date(
    "not that of a comment",
    `${TEXT}<ul class="comments"><li><time datetime="2020-01-01">x</time></ul>`,
    null,
  ),
];

const NEWS = {
  "@type": "NewsArticle",
  headline: TITLE,
  author: { "@type": "Person", name: "鈴木花子" },
  datePublished: "2025-09-03T10:00:00+09:00",
};
const linked = (name: string, ...scripts: string[]): Case => ({
  name,
  head: `<title>港</title>${scripts.map((script) => `<script type="application/ld+json">${script}</script>`).join("")}`,
  body: `<article>${TEXT}</article>`,
  expected: { title: TITLE, byline: "鈴木花子", publishedAt: "2025-09-03T10:00:00+09:00" },
});
const json = JSON.stringify(NEWS);

const LINKED: Case[] = [
  linked("as it should be", json),
  linked("in CDATA", `\n//<![CDATA[\n${json}\n//]]>\n`),
  linked("in CDATA and comments", `/*<![CDATA[*/ ${json} /*]]>*/`),
  linked("in a comment", `<!--\n${json}\n-->`),
  linked("with a semicolon", `${json};`),
  linked(
    "with raw line breaks and tabs in its strings",
    json.replace("三億円", "三億円\n\t").replace('"headline"', '"description":"一\r\n二","headline"'),
  ),
  linked("with commas behind the last entries", json.replaceAll("}", ", }")),
  linked("with comments between", json.replace(",", ", // 題\n /* と */ ")),
  linked("with quotation marks nobody escaped", json.replace("{", '{"description":"市は「"港"」と言う",')),
  linked("with an escape there is none of", json.replace("{", String.raw`{"description":"it\'s",`)),
  linked("with entities for quotation marks", json.replaceAll('"', "&quot;")),
  linked("with entities in its text", json.replace("港の", "&#28207;&#x306e;")),
  linked("several blocks, one of them broken", "{broken", '{"@type":"WebSite","name":"みなと新聞"}', json),
  linked("two values in one script", `{"@type":"WebSite"}\n${json}`),
  linked("a list", `[{"@type":"BreadcrumbList"},${json}]`),
  linked("what a page is about", `{"@type":"WebPage","mainEntity":${json}}`),
  linked(
    "a graph, with its author elsewhere",
    `{"@graph":[${JSON.stringify({ ...NEWS, author: { "@id": "#a" } })}]}`,
    '{"@graph":[{"@type":"Person","@id":"#a","name":"鈴木花子"}]}',
  ),
  linked(
    "an author twice, and one without a name",
    json.replace(/\{"@type":"Person".*?\}/, '[{"name":"鈴木花子"},{"url":"/x"},"鈴木花子"]'),
  ),
  {
    ...linked(
      "the article whose address is the page's",
      `[{"@type":"NewsArticle","headline":"別","url":"https://x.example/2"},${json.replace("{", '{"url":"https://x.example/1",')}]`,
    ),
    head: `<link rel="canonical" href="https://x.example/1"><script type="application/ld+json">[{"@type":"NewsArticle","headline":"別","url":"https://x.example/2"},${json.replace("{", '{"url":"https://x.example/1",')}]</script>`,
  },
];

const check = ({ head = "", body, expected }: Case) =>
  expect(
    htmlImporter.read(`<!doctype html><html lang="ja"><head>${head}</head><body>${body}</body></html>`),
  ).toMatchObject(expected);

describe("the title of a page", () => {
  it.each(TITLES)("is $name", check);
});
describe("a title without its site's name, behind", () => {
  it.each(SUFFIXES)("$name", check);
});
describe("the byline of a page", () => {
  it.each(BYLINES)("from $name", check);
});
describe("the date of a page", () => {
  it.each(DATES)("from $name", check);
});
describe("JSON-LD", () => {
  it.each(LINKED)("$name", check);
});

describe("a page built to exhaust its reader", () => {
  it.each([
    ["bylines", '<p class="byline author">By</p>'],
    ["nested bylines", '<div class="byline" itemprop="author">'],
    ["dates", '<p><time class="date">2025</time>'],
    ["titles", "<h1>題 - 題 | 題</h1>"],
    ["metas", '<meta name="author" content="a b c | d - e">'],
    ["home links", '<a href="/">x</a>'],
    ["broken JSON-LD", '<script type="application/ld+json">{"a":"" , " , </script>'],
  ])(
    "of 100,000 %s is read",
    (_name, piece) => {
      expect(htmlImporter.read(`${piece.repeat(100_000)}<p>底。</p>`).blocks.at(-1)?.text).toContain("底。");
    },
    60_000,
  );

  it.each([
    ["quotation marks", `{"a":"${'" '.repeat(300_000)}`],
    ["brackets", "[".repeat(300_000)],
    ["spaces", `{"a":${" ".repeat(300_000)}`],
    ["commas", `{"a":1${", ".repeat(300_000)}`],
    ["slashes", "/*".repeat(300_000)],
    ["an end", `{"a":1}${" ;".repeat(300_000)}x`],
  ])(
    "of JSON-LD of %s is read",
    (_name, script) => {
      const page = `<script type="application/ld+json">${script}</script><p>底。</p>`;
      expect(htmlImporter.read(page).blocks).toHaveLength(1);
    },
    60_000,
  );
});
