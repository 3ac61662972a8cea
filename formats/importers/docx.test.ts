import { describe, expect, it } from "vitest";
import { bulletSign, type ParsedBlock } from "#domain/block.ts";
import { type DocxParts, docxFile, inList, inStyle, list, p, r, style } from "#formats/samples/docx.ts";
import { docxImporter } from "./docx.ts";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const read = async (parts: DocxParts) => await docxImporter.read(docxFile(parts));
const shown = ({ kind, level, text, details }: ParsedBlock) => {
  const label = kind === "bullet" ? bulletSign(details) : null;
  return `${kind}${level ?? ""}${label === null ? "" : ` ${label}`} ${text}`;
};
const linesOf = async (parts: DocxParts) => (await read(parts)).blocks.map(shown);

const JAPANESE_WORD = [
  style("a", "Normal"),
  style("1", "heading 1", '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style("2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
  style("ab", "節の題", '<w:basedOn w:val="2"/>'),
  style("a3", "Title"),
  style("a5", "caption"),
  style("a7", "Quote"),
  style("11", "toc 1"),
  style("L", "List Number", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
].join("");

describe("headings", () => {
  it.each<[string, DocxParts, string[]]>([
    [
      "of Japanese Word, by the outline levels of its styles",
      {
        styles: JAPANESE_WORD,
        body:
          p("市の費用", inStyle("a3")) +
          p("目次 1", inStyle("11")) +
          p("はじめに", inStyle("1")) +
          p("市は公表した。") +
          p("経緯", inStyle("ab")) +
          p("と述べた。", inStyle("a7")),
      },
      [
        "heading1 市の費用",
        "heading2 はじめに",
        "paragraph 市は公表した。",
        "heading3 経緯",
        "quotation と述べた。",
      ],
    ],
    [
      "of programs that name styles in their user's language",
      {
        styles: style("A", "見出し 1") + style("B", "見出し２"),
        body: p("題", inStyle("A")) + p("文。") + p("章", inStyle("B")) + p("文。"),
      },
      ["heading1 題", "paragraph 文。", "heading2 章", "paragraph 文。"],
    ],
    [
      "of equal rank, which are sections of a text whose title is its first line",
      {
        styles: JAPANESE_WORD,
        body: p("市の費用") + p("一", inStyle("1")) + p("文。") + p("二", inStyle("1")),
      },
      ["heading1 市の費用", "heading2 一", "paragraph 文。", "heading2 二"],
    ],
    [
      "by a paragraph's own level, and not where its style is based on itself",
      {
        styles: style("x", "X", '<w:basedOn w:val="x"/>'),
        body:
          p("題", '<w:outlineLvl w:val="0"/>') + p("文。", inStyle("x")) + p("無い文。", inStyle("nothing")),
      },
      ["heading1 題", "paragraph 文。", "paragraph 無い文。"],
    ],
  ])("%s", async (_name, parts, lines) => {
    expect(await linesOf(parts)).toEqual(lines);
  });

  it("have the numbers that are printed before them", async () => {
    const parts = {
      styles: style("1", "heading 1", `<w:pPr>${inList(1)}<w:outlineLvl w:val="0"/></w:pPr>`),
      numbering: list(1, [["japaneseCounting", "第%1章"]]),
      body: p("題。") + p("費用", inStyle("1")) + p("効果", inStyle("1")),
    };
    expect(await linesOf(parts)).toEqual(["paragraph 題。", "heading2 第一章 費用", "heading2 第二章 効果"]);
  });
});

describe("lists", () => {
  it("keep their depth and their own numbers", async () => {
    const numbering =
      list(1, [
        ["decimal", "%1.", 3],
        ["lowerLetter", "%2)"],
      ]) +
      list(2, [["bullet", "•"]]) +
      '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = [
      p("三", inList(1)),
      p("三のa", inList(1, 1)),
      p("三のb", inList(1, 1)),
      p("四", inList(1)),
      p("四のa", inList(1, 1)),
      p("点", inList(2)),
      p("一", inList(9)),
      p("二", inList(9)),
      p("なし。", inList(0)),
      p("・手で打った点"),
      p("list 404", inList(404)),
    ].join("");
    expect(await linesOf({ numbering, body })).toEqual([
      "bullet1 3. 三",
      "bullet2 a) 三のa",
      "bullet2 b) 三のb",
      "bullet1 4. 四",
      "bullet2 a) 四のa",
      "bullet1 点",
      "bullet1 1. 一",
      "bullet1 2. 二",
      "paragraph なし。",
      "bullet1 手で打った点",
      "paragraph list 404",
    ]);
  });

  it("come from styles too", async () => {
    const parts = { styles: JAPANESE_WORD, numbering: list(1, [["decimal", "%1."]]) };
    expect(await linesOf({ ...parts, body: p("一", inStyle("L")) + p("二", inStyle("L")) })).toEqual([
      "bullet1 1. 一",
      "bullet1 2. 二",
    ]);
  });
});

describe("running text", () => {
  it.each<[string, string, string[]]>([
    [
      "parts blocks at two breaks and lines at one",
      `<w:r><w:t>一行</w:t><w:br/><w:t>つづき</w:t><w:br/><w:br/><w:t>次。</w:t></w:r>`,
      ["一行\nつづき", "次。"],
    ],
    ["keeps a break between Latin lines", "<w:r><w:t>one</w:t><w:br/><w:t>two.</w:t></w:r>", ["one\ntwo."]],
    [
      "keeps tabs as spaces and drops soft hyphens",
      "<w:r><w:t>a\u00adb</w:t><w:tab/><w:t>c.</w:t><w:softHyphen/></w:r>",
      ["ab c."],
    ],
    [
      "keeps insertions and not deletions",
      `<w:ins>${r("入れた")}</w:ins><w:del><w:r><w:delText>消した</w:delText></w:r></w:del>${r("文。")}`,
      ["入れた文。"],
    ],
    [
      "reads smart tags, controls and fields",
      `<w:smartTag>${r("東京")}</w:smartTag><w:sdt><w:sdtContent>${r("都")}</w:sdtContent></w:sdt><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText><w:t>隠れた</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("9月")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r("。")}`,
      ["東京都9月。"],
    ],
    [
      "leaves hidden text away",
      `<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し</w:t></w:r>${r("見える。")}`,
      ["見える。"],
    ],
    ["reads formulas as their signs", `<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>${r("。")}`, ["x=1。"]],
  ])("%s", async (_name, body, texts) => {
    const { blocks } = await read({ body: p("題。") + p(body) });
    expect(blocks.slice(1).map(({ text }) => text)).toEqual(texts);
  });

  it("keeps links, ruby and notes as marks at the code points they cover", async () => {
    const body =
      p("題。") +
      p(
        `${r(" 𠮷田氏は")}<w:hyperlink r:id="h">${r("公")}${r("表")}</w:hyperlink>${r("した。")}<w:r><w:ruby><w:rt>${r("うらと")}</w:rt><w:rubyBase>${r("裏取")}</w:rubyBase></w:ruby></w:r><w:r><w:footnoteReference w:id="2"/></w:r>${r("り")}`,
      );
    const footnotes = `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(" 市の資料。")}`)}</w:footnote><w:footnote w:id="3">${p("誰も引かない。")}</w:footnote>`;
    const { blocks } = await read({ body, footnotes, links: { h: "https://example.jp/a" } });
    expect(blocks.slice(1)).toEqual([
      {
        kind: "paragraph",
        level: null,
        text: "𠮷田氏は公表した。裏取[1]り",
        details: {
          marks: [
            { type: "link", start: 4, end: 6, href: "https://example.jp/a" },
            { type: "ruby", start: 9, end: 11, reading: "うらと" },
            { type: "note", start: 11, end: 14, label: "1" },
          ],
        },
      },
      { kind: "footnote", level: null, text: "市の資料。", details: { label: "1" } },
    ]);
  });

  it("makes no link of what is no address of the web", async () => {
    const body = p("題。") + p(`<w:hyperlink r:id="h">${r("ここ")}</w:hyperlink>`);
    const { blocks } = await read({ body, links: { h: "javascript:alert(1)" } });
    expect(blocks[1]).toEqual({ kind: "paragraph", level: null, text: "ここ" });
  });

  it("reads the ruby of old Words, and goes on where the end of a paragraph was deleted", async () => {
    const field = (code: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body =
      p("題。") +
      p(
        field(" EQ \\* jc2 \\* &quot;Font:MS Mincho&quot; \\* hps10 \\o\\ad(\\s\\up 9(ひがし),東)"),
        "<w:rPr><w:del/></w:rPr>",
      ) +
      p("の空。");
    expect((await read({ body })).blocks[1]).toEqual({
      kind: "paragraph",
      level: null,
      text: "東の空。",
      details: { marks: [{ type: "ruby", start: 0, end: 1, reading: "ひがし" }] },
    });
  });
});

describe("tables and pictures", () => {
  const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

  it("places cells by their row, column and spans", async () => {
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("年", '<w:vMerge w:val="restart"/>')}${cell("費用", '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell("", "<w:vMerge/>")}${cell("国")}${cell("市")}</w:tr><w:tr>${cell("2024")}${cell("")}${cell("3億円")}</w:tr></w:tbl>`;
    const { blocks } = await read({ body: p("題。") + table });
    const at = (row: number, column: number, more = {}) => ({
      cell: { table: 1, row, column, isHeader: false, columnSpan: 1, rowSpan: 1, ...more },
    });
    expect(blocks.slice(1).map(({ text, details }) => [text, details])).toEqual([
      ["年", at(1, 1, { isHeader: true, rowSpan: 2 })],
      ["費用", at(1, 2, { isHeader: true, columnSpan: 2 })],
      ["国", at(2, 2)],
      ["市", at(2, 3)],
      ["2024", at(3, 1)],
      ["3億円", at(3, 3)],
    ]);
  });

  it("reads a frame as what it frames, and a table in a cell in that cell's lines", async () => {
    const inner = `<w:tbl><w:tr>${cell("内一")}${cell("内二")}</w:tr></w:tbl>`;
    const frame = `<w:tbl><w:tr><w:tc>${p("枠の文。")}</w:tc></w:tr></w:tbl>`;
    const table = `<w:tbl><w:tr>${cell("外")}<w:tc>${inner}${p("後")}</w:tc></w:tr></w:tbl>`;
    const { blocks, notes } = await read({ body: p("題。") + frame + table });
    expect(blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "paragraph 題。",
      "paragraph 枠の文。",
      "cell 外",
      "cell 内一\n内二\n後",
    ]);
    expect(notes).toEqual([{ what: "nested_table", count: 1 }]);
  });

  const picture = (id: string, alt: string) =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="n" descr="${alt}"/><a:graphic><a:graphicData uri="p"><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

  it("keeps a picture with its caption, else with its alternative text, and tells of one without words", async () => {
    const body =
      p("題。") +
      p(picture("i1", "橋の写真")) +
      p("図1 市役所", inStyle("a5")) +
      p(picture("i2", "庁舎")) +
      p("文。") +
      p(picture("i1", ""));
    const { blocks, pictures, notes } = await read({
      styles: JAPANESE_WORD,
      body,
      pictures: { i1: PNG, i2: PNG },
    });
    expect(blocks.slice(1)).toEqual([
      {
        kind: "figure",
        level: null,
        text: "図1 市役所",
        details: { picture: { sha256: null, address: null, alt: "橋の写真" } },
        picture: 0,
      },
      {
        kind: "figure",
        level: null,
        text: "庁舎",
        details: { picture: { sha256: null, address: null, alt: "庁舎" } },
        picture: 1,
      },
      { kind: "paragraph", level: null, text: "文。" },
    ]);
    expect(pictures).toEqual([PNG, PNG]);
    expect(notes).toEqual([{ what: "picture_without_words", count: 1 }]);
  });

  it("reads text boxes once, in the newer of the two ways they are written in", async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body = p(
      `${r("本文。")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${box("囲み。")}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>${box("囲み。")}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(await linesOf({ body })).toEqual(["paragraph 本文。", "paragraph 囲み。"]);
  });
});

describe("what a document says of itself", () => {
  const core = (title: string, creator: string) =>
    `<dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dcterms:created>2025-09-02T01:00:00Z</dcterms:created><dc:language>ja-JP</dc:language>`;

  it("is kept, unless a program said it", async () => {
    const body = p("市の費用は三億円だった。");
    expect(await read({ body, core: core("市の費用", "検証 花子") })).toMatchObject({
      title: "市の費用",
      byline: "検証 花子",
      // When the file was made is when nothing was published.
      publishedAt: null,
      language: "ja",
      blocks: [{ kind: "paragraph" }],
    });
    expect(await read({ body, core: core("文書1", "Windows ユーザー") })).toMatchObject({
      title: null,
      byline: null,
    });
  });

  it("has the date that stands under its title, and not that of its file or template", async () => {
    const dated = `${p("市の費用")}${p("2025年9月3日")}${p("市の費用は三億円だった。")}`;
    expect(await read({ body: dated, core: core("市の費用", "python-docx") })).toMatchObject({
      byline: null,
      publishedAt: "2025-09-03",
    });
  });

  it("is told of where it could not be brought", async () => {
    const { notes } = await read({
      header: p("社外秘"),
      body: p(`${r("文。")}<w:del/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:object/></w:r>`),
    });
    expect(notes).toEqual([
      { what: "header_footer", count: 1, words: ["社外秘"] },
      { what: "tracked_changes", count: 1 },
      { what: "comments", count: 1 },
      { what: "embed", count: 1 },
    ]);
  });
});
