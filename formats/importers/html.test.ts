import { describe, expect, it } from "vitest";
import { htmlImporter } from "./html.ts";

const read = (text: string) =>
  htmlImporter.read(text).blocks.map((block) => `${block.kind.charAt(0)}${block.level ?? ""} ${block.text}`);

const CASES: { name: string; text: string; blocks: string[] }[] = [
  {
    name: "headings, paragraphs, lists, quotations, captions, cells",
    text: `<h1>題</h1><p>文。</p><h2>節</h2><ul><li>一<ol><li>二</ol><li>三</ul><blockquote><p>引用</p></blockquote>
      <figure><img alt=x><figcaption>説明</figcaption></figure><table><tr><th>国<td>数</table>`,
    blocks: ["h1 題", "p 文。", "h2 節", "b1 一", "b2 二", "b1 三", "q 引用", "f 説明", "c 国", "c 数"],
  },
  {
    name: "a heading with parts",
    text: "<h1>湾岸<span>の</span>橋</h1><p>文。",
    blocks: ["h1 湾岸の橋", "p 文。"],
  },
  {
    name: "what is no part of an article",
    text: `<body><header><h1>新聞</h1></header><nav>案内</nav><script>x()</script><style>p{}</style><p>文。
      <aside>広告</aside><form><p>登録</p></form><noscript>不可</noscript><p hidden>隠</p><p style="display: none">隠</p>
      <p aria-hidden="true">飾</p><div role="navigation">案</div><template><p>型</p></template><!-- 注 --><footer>社</footer>`,
    blocks: ["h1 新聞", "p 文。"],
  },
  {
    name: "the article of a page",
    text: "<main><p>案内</p><article><header><h1>題</h1></header><p>本文は長い。</p></article></main>",
    blocks: ["h1 題", "p 本文は長い。"],
  },
  {
    name: "the main part, not a card",
    text: `<main><h1>題</h1><p>${"長い文。".repeat(20)}</p><article>札</article></main><p>外`,
    blocks: ["h1 題", `p ${"長い文。".repeat(20)}`, "p 札"],
  },
  {
    name: "the longest article",
    text: "<article>短い</article><article>これがいちばん長い</article>",
    blocks: ["p これがいちばん長い"],
  },
  { name: "a page that is one form", text: "<form><p>文。</p></form>", blocks: ["p 文。"] },
  {
    name: "breaks: one goes on, two begin anew",
    text: "<p>北京で<br>会った<br><br>the<br>end</p>",
    blocks: ["p 北京で\n会った", "p the\nend"],
  },
  {
    name: "white space and source lines",
    text: "<p>  北京で\n   会った  <b>二</b> <i>人</i>\n</p><p>the\nend",
    blocks: ["p 北京で会った 二 人", "p the end"],
  },
  {
    name: "ruby keeps the word",
    text: "<p><ruby>裏<rp>(</rp><rt>うら</rt><rp>)</rp>取<rt>ど</rt></ruby>り",
    blocks: ["p 裏取り"],
  },
  {
    name: "entities",
    text: "<p>A&nbsp;&amp;&lt;b&gt; &#x9AD9;&#12288;&hellip;",
    blocks: ["p A\u00a0&<b> 髙\u3000…"],
  },
  { name: "text beside blocks", text: "前<div>中</div>後", blocks: ["p 前", "p 中", "p 後"] },
  {
    name: "links and formatting across blocks",
    text: "<a href=x><b>一<p>二</b></a>三",
    blocks: ["p 一", "p 二三"],
  },
  {
    name: "an item's paragraphs",
    text: "<ul><li><p>一</p><p>続き</p></li><li></li></ul>",
    blocks: ["b1 一", "p 続き"],
  },
  { name: "nothing", text: "<p> &nbsp;</p><img>", blocks: [] },
];

const article = (text: string) => htmlImporter.read(text);
const details = (text: string) => article(text).blocks.map(({ details }) => details);
const cell = (row: number, column: number, more = {}) => ({
  cell: { table: 1, row, column, isHeader: false, columnSpan: 1, rowSpan: 1, ...more },
});
const link = (start: number, end: number, href = "https://a.example/") => ({
  type: "link",
  start,
  end,
  href,
});
const PIXEL = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

const DETAILED: { name: string; text: string; details: unknown[] }[] = [
  {
    name: "numbers of lists",
    text: "<ol><li>一<ul><li>点</ul><li value=7>七<li>八</ol><ol start=0><li>零</ol><ol reversed><li>二<li>一</ol>",
    details: [
      { ordinal: 1 },
      undefined,
      { ordinal: 7 },
      { ordinal: 8 },
      { ordinal: 0 },
      { ordinal: 2 },
      { ordinal: 1 },
    ],
  },
  {
    name: "a table with spans and an empty cell",
    text: "<table><thead><tr><th colspan=2>年<th>数<tbody><tr><td rowspan=9>一<td><td>二<tr><td>三<td>四</table>",
    details: [
      cell(1, 1, { isHeader: true, columnSpan: 2 }),
      cell(1, 3, { isHeader: true }),
      cell(2, 1, { rowSpan: 2 }),
      cell(2, 3),
      cell(3, 2),
      cell(3, 3),
    ],
  },
  {
    name: "a page laid out by a table",
    text: "<table><tr><td><h2>節</h2><td><p>文。</table>",
    details: [undefined, undefined],
  },
  {
    name: "links, whole and relative to the page",
    text: `<base href="https://a.example/b/"><p>前<a href="https://a.example/">一 <b>二</b></a>後<a href="../c">三</a>`,
    details: [{ marks: [link(1, 4), link(5, 6, "https://a.example/c")] }],
  },
  {
    name: "links that lead nowhere",
    text: "<p><a href='javascript:alert(1)'>一</a><a href='/x'>二</a><a name=y>三</a><a href='#y'>四</a>",
    details: [undefined],
  },
  {
    name: "a link that another ends, and one whose end stands in the wrong block",
    text: "<p><a href='https://a.example/'>一<a href='https://b.example/'>二</a>三</p><a href='https://a.example/'><p>四</a>五</p>",
    details: [{ marks: [link(0, 1), link(1, 2, "https://b.example/")] }, { marks: [link(0, 1)] }],
  },
  {
    name: "readings, one a word and one a sign",
    text: "<p>前<ruby>東京<rp>(</rp><rt>とうきょう</rt></ruby>と<ruby>裏<rt>うら</rt>取<rt>ど</rt></ruby>り<ruby><rb>日<rb>本<rt>に<rt>ほん</ruby>",
    details: [
      {
        marks: [
          { type: "ruby", start: 1, end: 3, reading: "とうきょう" },
          { type: "ruby", start: 4, end: 5, reading: "うら" },
          { type: "ruby", start: 5, end: 6, reading: "ど" },
          { type: "ruby", start: 7, end: 8, reading: "に" },
          { type: "ruby", start: 8, end: 9, reading: "ほん" },
        ],
      },
    ],
  },
  {
    name: "footnotes as Wikipedia has them",
    text: `<p>橋<sup id=cite_ref-1><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>は長い。</p>
      <ol><li id=cite_note-1><b>^</b> <span><a href="#cite_ref-1">a</a></span> 市の資料。</ol>`,
    details: [
      {
        marks: [
          { type: "note", start: 1, end: 4, label: "1" },
          { type: "raised", start: 1, end: 4 },
        ],
      },
      { label: "1" },
    ],
  },
  {
    name: "footnotes as EPUB and DPUB-ARIA have them",
    text: `<p>橋<a role=doc-noteref href="#f">※2</a></p><aside role=doc-footnote id=f><p>※2 資料。<p>続き。</aside>`,
    details: [{ marks: [{ type: "note", start: 1, end: 3, label: "※2" }] }, { label: "※2" }, undefined],
  },
  {
    name: "a link to a section",
    text: `<p><a href="#s">第2節</a><h2 id=s>節`,
    details: [undefined, undefined],
  },
  {
    name: "a picture and its caption",
    text: `<figure><img src="https://a.example/p.png" alt="橋"><figcaption>夜の<a href="https://a.example/">橋</a></figcaption></figure>`,
    details: [
      { marks: [link(2, 3)], picture: { sha256: null, address: "https://a.example/p.png", alt: "橋" } },
    ],
  },
  {
    name: "a picture among text, and an emoji that is one",
    text: `<p>前<img src=x alt="橋の絵">後<img src=y alt="🌉"></p>`,
    details: [undefined, { picture: { sha256: null, address: null, alt: "橋の絵" } }],
  },
];

describe("HTML", () => {
  it.each(CASES)("$name", ({ text, blocks }) => {
    expect(read(text)).toEqual(blocks);
  });

  it("reads metadata from meta and link elements", () => {
    const article = htmlImporter.read(`<!doctype html><html lang="ja-JP"><head><title>題 | 裏取り新聞</title>
      <meta property="og:site_name" content="裏取り新聞"><meta name="author" content="山田 花子">
      <meta property="article:author" content="https://x.example/yamada">
      <meta property="article:published_time" content="2025-09-03T09:00:00+09:00">
      <link rel="canonical" href="https://x.example/a?b=1"></head><body><p>本文。</p></body></html>`);
    expect(article).toEqual({
      title: "題",
      language: "ja",
      byline: "山田 花子",
      publisher: "裏取り新聞",
      url: "https://x.example/a?b=1",
      publishedAt: "2025-09-03T09:00:00+09:00",
      blocks: [
        { kind: "heading", level: 1, text: "題" },
        { kind: "paragraph", level: null, text: "本文。" },
      ],
      pictures: [],
      notes: [],
    });
  });

  it("reads metadata from JSON-LD, in a graph too", () => {
    const data = {
      "@graph": [
        { "@type": "WebSite", name: "x" },
        {
          "@type": ["NewsArticle"],
          headline: "見出し",
          datePublished: "2025-09-03",
          author: [{ name: "甲" }, "乙"],
          publisher: { name: "社" },
          url: "https://x.example/",
        },
      ],
    };
    const page = `<title>別</title><script type="application/ld+json">{broken</script>
      <script type="application/ld+json">${JSON.stringify(data)}</script><p>本文です。</p>`;
    expect(htmlImporter.read(page)).toMatchObject({
      title: "見出し",
      language: "ja",
      byline: "甲, 乙",
      publisher: "社",
      url: "https://x.example/",
      publishedAt: "2025-09-03",
    });
  });

  it("takes no dangerous address and no impossible date", () => {
    const page = '<link rel=canonical href="javascript:alert(1)"><meta name=date content="2025-99-99"><p>x';
    expect(htmlImporter.read(page)).toMatchObject({ url: null, publishedAt: null });
  });

  it.each([
    { name: "nested boxes", open: "<div>", close: "</div>" },
    { name: "nested quotations and lists", open: "<ul><li><blockquote>", close: "" },
    { name: "nested formatting", open: "<b><i><font size=1>", close: "" },
    { name: "nested tables", open: "<table><tr><td>", close: "" },
  ])(
    "survives $name, 100,000 deep",
    ({ open, close }) => {
      const article = htmlImporter.read(`${open.repeat(100_000)}<p>底</p>${close.repeat(100_000)}<p>後`);
      expect(article.blocks.map((block) => block.text).join("")).toBe("底後");
    },
    30_000,
  );

  it("takes no square of time for a title of white space", () => {
    const title = `題${" ".repeat(2_000_000)}一 | 社`;
    const page = `<title>${title}</title><meta property="og:site_name" content="社"><p>本文です。</p>`;
    expect(htmlImporter.read(page).title).toBe("題 一");
  }, 60_000);

  it("reads 5 MB as it reads each part of them", () => {
    const paragraph = "<p>北京で<b>会った</b>という。</p>\n<ul><li>項目</li></ul>\n";
    const times = Math.floor(5_000_000 / new TextEncoder().encode(paragraph).length);
    const part = htmlImporter.read(paragraph).blocks;
    const { blocks } = htmlImporter.read(paragraph.repeat(times));
    expect(blocks).toHaveLength(times * part.length);
    expect(blocks.slice(-part.length)).toEqual(part);
  }, 60_000);

  it.each(DETAILED)("$name", ({ text, details: expected }) => {
    expect(details(text)).toEqual(expected);
  });

  it("keeps the bytes of pictures that are written into the page", () => {
    const { blocks, pictures } = article(`<img alt="点" src="data:image/gif;base64,${PIXEL}">`);
    expect(blocks).toMatchObject([{ kind: "figure", text: "点", picture: 0 }]);
    expect(pictures.map((bytes) => [...bytes.subarray(0, 3)])).toEqual([[0x47, 0x49, 0x46]]);
  });

  it("says what could not be brought, of the article and not of what surrounds it", () => {
    const { notes } =
      article(`<nav><iframe src=x></iframe><img src=logo></nav><article><p>${"文。".repeat(9)}<a href=x>語</a>
      <video></video><audio></audio><iframe src=y></iframe><iframe width=1 height=1></iframe><math></math><form><p>登録</form>
      <img src=z><img width=1 height=1><script>x()</script></article>`);
    expect(new Map(notes.map(({ what, count }) => [what, count]))).toEqual(
      new Map([
        ["link", 1],
        ["video", 1],
        ["audio", 1],
        ["embed", 1],
        ["formula", 1],
        ["form", 1],
        ["picture_without_words", 1],
      ]),
    );
  });

  it("is not exhausted by tables that span the world", () => {
    const wide = `<table>${"<tr><td rowspan=65534 colspan=1000>一<td>二".repeat(300)}</table>`;
    const { blocks, notes } = article(wide);
    expect(blocks.map(({ kind }) => kind)).toEqual(new Array(600).fill("paragraph"));
    expect(notes).toEqual([{ what: "broken_table", count: 1 }]);
  });
});
