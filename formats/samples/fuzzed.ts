import Encoding from "encoding-japanese";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { IncomingArticle } from "#formats/importers/registry.ts";
import { Chance, mutatedBytes, mutatedText } from "./chance.ts";
import { docxFile, inList, inStyle, list, p, r, style } from "./docx.ts";
import { at, lines, pdfFile } from "./pdf.ts";

/** What is fuzzed: the importers, and the decoder before those of text. */
export const FUZZED = ["text", "markdown", "html", "docx", "pdf", "decode"] as const;
export type Fuzzed = (typeof FUZZED)[number];

const WORDS = [
  "市は費用を公表した。",
  "𠮷田氏",
  "（注１）",
  "1. ",
  "• ",
  "・",
  "  ",
  "\n",
  "\n\n",
  "\r\n",
  "\u3000",
  "\t",
  "> ",
  "【見出し】",
  "a b",
  "\u200b",
  "\u0301",
  "👨‍👩‍👧",
  "2025年9月2日",
  "---",
  "第1章 ",
  "(1) ",
  "\u2028",
  "\ufeff",
  "…",
  "\u00ad",
  "[1]",
  "※1",
  "。",
] as const;
const MARKDOWN = [
  ...WORDS,
  "# ",
  "## ",
  "- ",
  "10) ",
  "**",
  "*",
  "`",
  "```\n",
  "[a](https://example.jp)",
  "![図](a.png)",
  "[^1]",
  "\n[^1]: 注",
  "| a | b |\n| - | - |\n| 1 | 2 |\n",
  "<ruby>裏<rt>うら</rt></ruby>",
  "<script>alert(1)</script>",
  "[x]: javascript:a",
  "&#0;",
  "&lt;",
  "\\",
  "<div>",
  "</div>",
  "<!--",
  ">>>>",
  "    ",
] as const;
const HTML = [
  ...WORDS,
  "<p>",
  "</p>",
  "<ul>",
  "<ol start='-3'>",
  "<ol reversed>",
  "<li value=7>",
  "</li>",
  "</ul>",
  "<table>",
  "<tr>",
  "<td colspan=99999>",
  "<th rowspan=0>",
  "</table>",
  "<h1>",
  "</h1>",
  "<h3>",
  "<blockquote>",
  "<figure>",
  "<figcaption>",
  "<img alt='図' src='data:image/png;base64,iVBORw0KGgo='>",
  "<img src=x onerror=alert(1)>",
  "<a href='javascript:alert(1)'>",
  "<a href='https://example.jp/'>",
  "</a>",
  "<ruby>",
  "<rb>",
  "<rt>",
  "</ruby>",
  "<sup><a href='#fn1'>1</a></sup>",
  "<div id=fn1>",
  "<script>",
  "</script>",
  "<style>",
  "<svg>",
  "<math>",
  "<template>",
  "<select>",
  "<noscript>",
  "<!--",
  "-->",
  "<![CDATA[",
  "<br>",
  "<hr>",
  "&nbsp;",
  "&#x0;",
  "&#xD800;",
  "<frameset>",
  "<article>",
  "<main>",
  "<iframe srcdoc='<p>a'>",
  "<form>",
  "<p onclick='alert(1)'>",
] as const;
const XML = [
  "<w:p>",
  "</w:p>",
  "<w:r>",
  "</w:r>",
  "<w:t>",
  "</w:t>",
  "<w:br/>",
  "<w:tbl>",
  "</w:tbl>",
  "<w:tr>",
  "<w:tc>",
  "<w:ruby>",
  "<w:rt>",
  '<w:gridSpan w:val="99999999"/>',
  '<w:ilvl w:val="-7"/>',
  '<w:numId w:val="1"/>',
  "<w:fldSimple>",
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:footnoteReference w:id="2"/>',
  "<w:del>",
  "<w:sdt>",
  "&#0;",
  "&lol;",
  "<!DOCTYPE a>",
  "<![CDATA[",
  "市",
  "\n",
  '"',
  "<",
  "&#xfffe;",
  "<w:txbxContent>",
] as const;

/** The input of a seed: the same whenever and wherever it is made. */
export function fuzzedInput(importer: Fuzzed, seed: number): IncomingArticle {
  const chance = new Chance(seed * 31 + FUZZED.indexOf(importer));
  switch (importer) {
    case "text":
      return { format: "text", content: soup(chance, WORDS) };
    case "markdown":
      return { format: "markdown", content: soup(chance, MARKDOWN) };
    case "html":
      return { format: "html", content: soup(chance, HTML) };
    case "docx":
      return { content: chance.pick([wellFormedDocx, mutatedDocx, damagedDocx])(chance) };
    case "pdf":
      return {
        content: chance.below(2) === 0 ? mutatedBytes(chance.pick(PDFS), chance) : mutatedPdf(chance),
      };
    case "decode":
      return { content: encoded(chance) };
  }
}

/** Without a half of a surrogate pair, which is refused before anything is read. */
function soup(chance: Chance, words: readonly [string, ...string[]]): string {
  const text = Array.from({ length: 1 + chance.below(120) }, () => chance.pick(words)).join("");
  const changed = chance.below(2) === 0 ? text : mutatedText(text, chance, words);
  return `あ${changed.replace(/\p{Surrogate}/gu, "")}`;
}

const DOCX = docxFile({
  styles: style("1", "heading 1") + style("T", "Title") + style("c", "caption") + style("q", "Quote"),
  numbering: list(1, [
    ["decimal", "%1."],
    ["lowerLetter", "%2)"],
    ["bullet", "•"],
  ]),
  footnotes: `<w:footnote w:id="2">${p("注の文。")}</w:footnote>`,
  header: p("頭"),
  links: { h: "https://example.jp/" },
  pictures: { i: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) },
  core: "<dc:title>題</dc:title><dc:creator>名</dc:creator>",
  body: [
    p("題", inStyle("T")),
    p("章", inStyle("1")),
    p(
      `${r("文")}<w:hyperlink r:id="h">${r("先")}</w:hyperlink><w:r><w:ruby><w:rt>${r("うら")}</w:rt><w:rubyBase>${r("裏")}</w:rubyBase></w:ruby></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`,
    ),
    p("一", inList(1)),
    p("a", inList(1, 1)),
    p("引用", inStyle("q")),
    `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p("見出し")}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p("左")}</w:tc><w:tc>${p("右")}</w:tc></w:tr></w:tbl>`,
    p('<w:r><w:drawing><wp:inline><wp:docPr descr="図"/><a:blip r:embed="i"/></wp:inline></w:drawing></w:r>'),
    p("図1", inStyle("c")),
    p(`<w:ins>${r("足す")}</w:ins><w:del/><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`),
  ].join(""),
});
const DOCX_PARTS = unzipSync(DOCX);

const damagedDocx = (chance: Chance): Uint8Array => mutatedBytes(DOCX, chance);

const ELEMENTS = (
  "p p p r r t t t tbl tr tc sdt sdtContent hyperlink ruby rt rubyBase ins del moveFrom smartTag txbxContent pict drawing " +
  "object fldSimple pPr rPr tcPr trPr numPr"
).split(" ");
const LEAVES = [
  "<w:br/>",
  "<w:tab/>",
  "<w:vanish/>",
  '<w:pStyle w:val="1"/>',
  '<w:pStyle w:val="T"/>',
  '<w:pStyle w:val="c"/>',
  '<w:pStyle w:val="q"/>',
  '<w:numId w:val="1"/>',
  '<w:ilvl w:val="2"/>',
  '<w:outlineLvl w:val="4"/>',
  '<w:gridSpan w:val="3"/>',
  '<w:gridSpan w:val="999999"/>',
  '<w:gridBefore w:val="2"/>',
  '<w:vMerge w:val="restart"/>',
  "<w:vMerge/>",
  "<w:tblHeader/>",
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:instrText>HYPERLINK "https://example.jp/"</w:instrText>',
  "<w:instrText>EQ \\o\\ad(\\s\\up 9(うら),裏)</w:instrText>",
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:footnoteReference w:id="2"/>',
  '<w:footnoteReference w:id="2" w:customMarkFollows="1"/>',
  '<w:commentReference w:id="0"/>',
  '<wp:docPr descr="図 "/>',
  '<a:blip r:embed="i"/>',
  "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
  "<mc:AlternateContent><mc:Choice><w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback/></mc:AlternateContent>",
] as const;

/** A document whose XML is right and whose structure is nobody's. */
function wellFormedDocx(chance: Chance): Uint8Array {
  const inside = (depth: number): string =>
    chance
      .times(depth > 6 ? 1 : 5, () => {
        const kind = chance.below(5);
        if (kind === 0) return chance.pick(LEAVES);
        if (kind === 1) return chance.pick(WORDS).replaceAll("&", "").replaceAll("<", "").replaceAll(">", "");
        const name = ELEMENTS[chance.below(ELEMENTS.length)] ?? "p";
        return `<w:${name}${name === "hyperlink" ? ' r:id="h"' : ""}>${depth > 12 ? "" : inside(depth + 1)}</w:${name}>`;
      })
      .join("");
  const part = (name: string) =>
    strFromU8(DOCX_PARTS[name] ?? new Uint8Array()).replace(
      "</w:body>",
      () => `${inside(0)}${inside(0)}${inside(0)}</w:body>`,
    );
  return zipSync({ ...DOCX_PARTS, "word/document.xml": strToU8(part("word/document.xml")) }, { level: 1 });
}

function mutatedDocx(chance: Chance): Uint8Array {
  const names = Object.keys(DOCX_PARTS).filter((name) => name.endsWith(".xml") || name.endsWith(".rels"));
  const parts = { ...DOCX_PARTS };
  for (let left = 1 + chance.below(2); left > 0; left -= 1) {
    const name = chance.below(2) === 0 ? "word/document.xml" : (names[chance.below(names.length)] ?? "");
    parts[name] = strToU8(mutatedText(strFromU8(parts[name] ?? new Uint8Array()), chance, XML));
  }
  return zipSync(parts, { level: 1 });
}

const PDFS = [
  pdfFile({
    pages: [
      at(60, 740, 20, "費用の検証", "J") +
        lines(60, 700, 10, ["市は庁舎の建て替えに三億円を", "使ったと公表した。", "・一つ目"], "J") +
        at(70, 709, 5, "し", "J"),
      at(500, 700, 10, "縦書きの文である。", "V") + at(290, 30, 8, "2"),
    ],
    info: "/Title(Costs)/Author(A)/CreationDate(D:20250902)",
  }),
  pdfFile({
    pages: [
      lines(
        60,
        700,
        10,
        Array.from({ length: 6 }, (_, index) => `Left column line ${index} of the page-`),
      ) +
        lines(
          330,
          700,
          10,
          Array.from({ length: 6 }, (_, index) => `right column line ${index}`),
        ) +
        at(200, 704, 6, "1") +
        at(60, 90, 7, "1 A note."),
    ],
  }),
] as const;

const PDF = [
  "1e99",
  "-1",
  "0",
  "99999999999",
  "<<",
  ">>",
  "[",
  "]",
  "2 0 R",
  "100 0 R",
  "/Kids",
  "/Count 1000000",
  "/Type/Page",
  "Tj",
  "Tm",
  "BT",
  "ET",
  "Do",
  "q",
  "Q",
  "endobj",
  "stream",
  "endstream",
  "/Filter/FlateDecode",
  "/Filter/LZWDecode",
  "/Filter[/ASCIIHexDecode/ASCII85Decode]",
  "/Encrypt",
  "/Length 9",
  "(",
  ")",
  "<feff",
  "null",
  "0 0 0 0 0 0 cm",
  "/Rotate 45",
  "/MediaBox[0 0 0 0]",
  "/UserUnit 1e9",
  "/Contents",
  "/Font",
  "/ToUnicode 101 0 R",
  "/W[0[1 2]9 3 1]",
  "/DW -1e9",
] as const;

function mutatedPdf(chance: Chance): Uint8Array {
  const text = new TextDecoder("latin1").decode(chance.pick(PDFS));
  return Uint8Array.from(mutatedText(text, chance, PDF), (character) => character.charCodeAt(0));
}

const BYTES: readonly [number[], ...number[][]] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x1b, 0x24, 0x42],
  [0x1b, 0x28, 0x42],
  [0x8e],
  [0xa4, 0xa2],
  [0x82, 0xa0],
  [0xe3, 0x81, 0x82],
  [0xf0, 0xa0, 0xae, 0xb7],
  [0],
  [0x20],
  [0x0a],
  [0xff],
  [0xc3, 0x28],
  [0x3c, 0x70, 0x3e],
];

const ENCODINGS = ["SJIS", "EUCJP", "JIS", "UTF8", "UTF16"] as const;

function encoded(chance: Chance): Uint8Array {
  const kind = chance.below(4);
  const meta = strToU8(
    `<meta charset=${chance.pick(["shift_jis", "euc-jp", "utf-16", "x", "iso-2022-jp"])}>`,
  );
  const bytes =
    kind === 0
      ? Array.from({ length: 1 + chance.below(200) }, () => chance.pick(BYTES)).flat()
      : Encoding.convert(Encoding.stringToCode(soup(chance, WORDS)), chance.pick(ENCODINGS), "UNICODE");
  const whole = new Uint8Array([...(chance.below(4) === 0 ? meta : []), ...bytes]);
  return kind < 3 ? whole : mutatedBytes(whole, chance);
}
