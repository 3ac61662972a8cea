import { describe, expect, it } from "vitest";
import { markdownImporter } from "./markdown.ts";

const read = (text: string) =>
  markdownImporter
    .read(text)
    .blocks.map((block) => `${block.kind.charAt(0)}${block.level ?? ""} ${block.text}`);

const CASES: { name: string; text: string; blocks: string[] }[] = [
  {
    name: "title and sections",
    text: "# 題\n\n前文。\n\n## 背景\n\n経過\n----\n\n# また一番\n",
    blocks: ["h1 題", "p 前文。", "h2 背景", "h2 経過", "h2 また一番"],
  },
  { name: "no title without a first-level heading", text: "## 背景\n\n文。", blocks: ["h2 背景", "p 文。"] },
  {
    name: "a title below a kicker comes first",
    text: "特集\n\n# 題\n\n文。",
    blocks: ["h1 題", "p 特集", "p 文。"],
  },
  {
    name: "no title right under other text, which it would overtake",
    text: "前文。\n# 題\n文。",
    blocks: ["p 前文。", "h2 題", "p 文。"],
  },
  {
    name: "no title right under a section",
    text: "### 三\n## 二\n# 一\n",
    blocks: ["h3 三", "h2 二", "h2 一"],
  },
  {
    name: "what a browser shows behind the end of CDATA and of an instruction",
    text: "文 <![CDATA[>続き]]>\n\n文 <?php a > b ?>\n\n文<!-- 注 > 記 -->。",
    blocks: ["p 文 続き]]>", "p 文 b ?>", "p 文。"],
  },
  {
    name: "lists of both kinds, nested",
    text: "- 一\n  - 二\n    1. 三\n- 四\n\n7. 五\n",
    blocks: ["b1 一", "b2 二", "b3 三", "b1 四", "b1 五"],
  },
  { name: "an item's second paragraph", text: "- 一\n\n  続き\n- 二", blocks: ["b1 一", "p 続き", "b1 二"] },
  {
    name: "quotations and what is in them",
    text: "> 引用\n> 続き\n>\n> - 項目",
    blocks: ["q 引用続き", "b1 項目"],
  },
  {
    name: "words of links, pictures, code and emphasis",
    text: '**強い**[語](http://x.example "t")と![絵](a.png)と`code`、<https://y.example>。',
    blocks: ["p 強い語と とcode、https://y.example。", "f 絵"],
  },
  { name: "a reference link", text: "[首相][1]は。\n\n[1]: http://x.example", blocks: ["p 首相は。"] },
  {
    name: "lines join by script",
    text: "北京で\n会った  \nthe end\nof it",
    blocks: ["p 北京で会った\nthe end of it"],
  },
  { name: "code", text: "```js\nlet a;\nlet b;\n```", blocks: ["p let a;\nlet b;"] },
  {
    name: "a table",
    text: "| 国 | 数 |\n|---|:-:|\n| 日本 | 3 |",
    blocks: ["c 国", "c 数", "c 日本", "c 3"],
  },
  {
    name: "HTML among it",
    text: "<div class=x>\n<p>囲み</p><script>x()</script>\n</div>\n\n文<br>の<span>中</span>",
    blocks: ["p 囲み", "p 文\nの中"],
  },
  { name: "entities and escapes", text: "A &amp; B \\* &#x9AD9;", blocks: ["p A & B * 髙"] },
  {
    name: "a picture written into the text",
    text: `文![](data:image/png;base64,${"A".repeat(80_000)})。`,
    blocks: ["p 文。"],
  },
  {
    name: "emphasis beside Japanese",
    text: "**「責任は私にある。」**と述べ、*（注）*を付した。**30％**増",
    blocks: ["p 「責任は私にある。」と述べ、（注）を付した。30％増"],
  },
  {
    name: "struck words",
    text: "定員は~~120~~80人。10~20人、30~40人。",
    blocks: ["p 定員は 80人。10~20人、30~40人。"],
  },
  {
    name: "boxes",
    text: "- [x] 済み\n- [ ] まだ\n- [1]",
    blocks: ["b1 ☑ 済み", "b1 ☐ まだ", "b1 [1]"],
  },
  {
    name: "raised, lowered and struck by tags",
    text: "10<sup>6</sup>とCO<sub>2</sub>、<s>120</s>80人、<del>三</del><ins>二</ins>億円、x<sup>a</sup>1",
    blocks: ["p 10⁶とCO₂、 80人、 二億円、x^(a)1"],
  },
  { name: "a line of code that goes on", text: "`a\nb`と", blocks: ["p a bと"] },
  { name: "nothing", text: "\n\n<!-- -->\n", blocks: [] },
];

const link = (start: number, end: number, href = "https://a.example/") => ({
  type: "link",
  start,
  end,
  href,
});
const cell = (row: number, column: number) => ({
  cell: { table: 1, row, column, isHeader: row === 1, columnSpan: 1, rowSpan: 1 },
});

const DETAILED: { name: string; text: string; details: unknown[] }[] = [
  {
    name: "numbers of lists",
    text: "7. 七\n   - 点\n8. 八\n\n   続き\n9. 九",
    details: [{ ordinal: 7 }, undefined, { ordinal: 8 }, undefined, { ordinal: 9 }],
  },
  {
    name: "links, of both kinds, and those that lead nowhere",
    text: "前[**語**](https://a.example/)後[注][1]、[相](b.html)[節](#s)\n\n[1]: https://b.example/",
    details: [{ marks: [link(1, 2), link(3, 4, "https://b.example/")] }],
  },
  {
    name: "a table with an empty cell",
    text: "| 国 | 数 |\n|---|---|\n| [日本](https://a.example/) | |\n| | 3 |",
    details: [cell(1, 1), cell(1, 2), { marks: [link(0, 2)], ...cell(2, 1) }, cell(3, 2)],
  },
  {
    name: "footnotes, which stand at the end",
    text: "橋[^a]は長い。\n\n[^a]: 市の資料。\n\n    続き。\n\n終。",
    details: [
      { marks: [{ type: "note", start: 1, end: 4, label: "a" }] },
      undefined,
      { label: "a" },
      undefined,
    ],
  },
  { name: "a reference to no footnote", text: "橋[^b]は。", details: [undefined] },
  {
    name: "readings",
    text: "前<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>後",
    details: [{ marks: [{ type: "ruby", start: 1, end: 3, reading: "とうきょう" }] }],
  },
  {
    name: "pictures and their titles",
    text: '![橋](https://a.example/p.png "夜の橋")',
    details: [{ picture: { sha256: null, address: "https://a.example/p.png", alt: "橋" } }],
  },
];

describe("Markdown", () => {
  it.each(CASES)("$name", ({ text, blocks }) => {
    expect(read(text)).toEqual(blocks);
  });

  it.each(DETAILED)("$name", ({ text, details }) => {
    expect(markdownImporter.read(text).blocks.map((block) => block.details)).toEqual(details);
  });

  it("prints a footnote's sign in brackets, so that no number before it grows", () => {
    expect(read("10[^1]人\n\n[^1]: 注")).toEqual(["p 10[1]人", "f 注"]);
  });

  it("says what could not be brought", () => {
    expect(markdownImporter.read("[相](b.html) ![](https://a.example/p.png)").notes).toEqual([
      { what: "link", count: 1 },
      { what: "picture_without_words", count: 1 },
    ]);
  });

  it("reads front matter", () => {
    const article = markdownImporter.read(
      '---\r\ntitle: "題: 副題"\r\nauthor: 山田\r\ndate: 2025/9/3\r\nurl: https://x.example/a\r\nlang: en-GB\r\ntags:\r\n  - a\r\n---\r\n文。',
    );
    expect(article).toEqual({
      title: "題: 副題",
      language: "en",
      byline: "山田",
      publisher: null,
      url: "https://x.example/a",
      publishedAt: "2025-09-03",
      blocks: [
        { kind: "heading", level: 1, text: "題: 副題" },
        { kind: "paragraph", level: null, text: "文。" },
      ],
      pictures: [],
      notes: [],
    });
  });

  it("does not take a rule for front matter, nor a script for an address", () => {
    expect(read("---\n\n文。\n\n---\n\n終。")).toEqual(["p 文。", "p 終。"]);
    expect(markdownImporter.read("---\nurl: javascript:alert(1)\n---\n文").url).toBeNull();
  });

  it("does not run out of stack on deep nesting", () => {
    expect(read(`${"> ".repeat(3000)}深い`)).toEqual(["q 深い"]);
    expect(markdownImporter.read(`${">".repeat(100_000)}深い`).blocks).toHaveLength(1);
  });

  it("does not run out of stack on one endless list", () => {
    expect(markdownImporter.read("- あ\n".repeat(200_000)).blocks).toHaveLength(200_000);
  }, 30_000);

  it("reads a long text in pieces as it reads a short one", () => {
    const part = "## 節\n\n- 一\n\n- 二\n\n  続き\n\n```\n\n# 中\n\n```\n\n文。\n\n";
    const times = 1250;
    expect(part.length * times).toBeGreaterThan(50_000);
    const blocks = read(part);
    expect(read(part.repeat(times))).toEqual(Array.from({ length: times }, () => blocks).flat());
  }, 30_000);
});
