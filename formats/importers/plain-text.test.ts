import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParsedBlock } from "#domain/block.ts";
import { withoutInvisible } from "./invisible.ts";
import { plainTextImporter } from "./plain-text.ts";

const SAMPLE = new URL("../samples/articles/beijing-parade-ja.txt", import.meta.url);
const SHARED = new URL("../../../shared/articles/beijing-parade-ja.txt", import.meta.url);

const short = (block: ParsedBlock) => `${block.kind.charAt(0)}${block.level ?? ""} ${block.text}`;
const read = (text: string) => plainTextImporter.read(text).blocks.map(short);

describe("the real article", () => {
  const files = [SAMPLE, ...(existsSync(SHARED) ? [SHARED] : [])];
  it.each(files.map((file) => ({ file })))("is understood whole: $file", ({ file }) => {
    const article = plainTextImporter.read(readFileSync(file, "utf8"));
    const of = (kind: string) => article.blocks.filter((block) => block.kind === kind);
    expect(article.title).toBe(
      "金正恩総書記、北京で存在感を示す:ロシア・中国との関係深化と軍事力強化の現在地",
    );
    expect(article.language).toBe("ja");
    expect(article.blocks[0]).toEqual({ kind: "heading", level: 1, text: article.title });
    expect(
      of("heading")
        .slice(1)
        .map((block) => block.text),
    ).toEqual([
      "はじめに",
      "1. 「威権」リーダーによる歴史的軍事パレード",
      "2. なぜ金正恩とプーチンは北京へ?──その舞台裏と狙い",
      "3. 経済・観光・軍需──北朝鮮の生き残り戦略",
      "4. 金正恩による新ミサイル生産ライン視察、軍事路線の強化",
      "5. 米中露との三角関係と朝鮮半島の今後",
      "6. 北朝鮮のこれからと国際社会の対応",
      "まとめ",
      "参考元",
    ]);
    expect(
      of("heading")
        .slice(1)
        .every((block) => block.level === 2),
    ).toBe(true);
    expect(of("bullet")).toHaveLength(18);
    expect(of("bullet").every((block) => block.level === 1 && block.text.endsWith("。"))).toBe(true);
    expect(of("paragraph")).toHaveLength(8);
    expect(of("quotation")).toHaveLength(0);
    expect(article.blocks).toHaveLength(36);
  });
});

const CASES: { name: string; text: string; blocks: string[] }[] = [
  {
    name: "a title before a blank line",
    text: "首相が辞任\n\n本文です。",
    blocks: ["h1 首相が辞任", "p 本文です。"],
  },
  {
    name: "a question as title",
    text: "なぜ北京へ？\n\n本文です。",
    blocks: ["h1 なぜ北京へ？", "p 本文です。"],
  },
  {
    name: "a title right above a heading",
    text: "題\n■背景\n本文。",
    blocks: ["h1 題", "h2 ■背景", "p 本文。"],
  },
  {
    name: "no title: a sentence",
    text: "雨が降った。\n\n風も吹いた。",
    blocks: ["p 雨が降った。", "p 風も吹いた。"],
  },
  { name: "no title: a heading", text: "はじめに\n\n本文。", blocks: ["h2 はじめに", "p 本文。"] },
  { name: "no title: nothing follows", text: "hello\n\n", blocks: ["p hello"] },
  { name: "no title: wrapped text", text: "これは\n本文。", blocks: ["p これは本文。"] },
  {
    name: "numbered lines apart are headings",
    text: "1. 背景\n\n文。\n\n２．経過\n\n文。\n\n第3章 結び\n\n一、総括\n\n文。",
    blocks: ["h2 1. 背景", "p 文。", "h2 ２．経過", "p 文。", "h2 第3章 結び", "h2 一、総括", "p 文。"],
  },
  {
    name: "numbered lines together are a list",
    text: "手順。\n1. 集める\n2. 比べる\n3. 書く",
    blocks: ["p 手順。", "b1 集める", "b1 比べる", "b1 書く"],
  },
  {
    name: "a numbered sentence apart is an item",
    text: "(1) 撃った。\n\n(2) 逃げた。",
    blocks: ["b1 (1) 撃った。", "b1 (2) 逃げた。"],
  },
  {
    name: "a decimal is no number of a heading",
    text: "前置き。\n\n1.5倍に増えた",
    blocks: ["p 前置き。", "p 1.5倍に増えた"],
  },
  {
    name: "a wrapped line is no heading",
    text: "The mayor said that the work on the port would begin with the berths, from just one to\n2. The end of it comes in 2027, when the quay is open to ships of every size and the\nmarket has moved to the hall that the city bought.",
    blocks: [
      "p The mayor said that the work on the port would begin with the berths, from just one to 2. The end of it comes in 2027, when the quay is open to ships of every size and the market has moved to the hall that the city bought.",
    ],
  },
  {
    name: "a heading right above its text",
    text: "1. 背景\n文。\n2. 経過\n文。",
    blocks: ["h2 1. 背景", "p 文。", "h2 2. 経過", "p 文。"],
  },
  {
    name: "known headings between tight lines",
    text: "文。\nまとめ\n文。\nReferences:",
    blocks: ["p 文。", "h2 まとめ", "p 文。", "h2 References:"],
  },
  {
    name: "headings by sign",
    text: "文。\n\n◆経過\n文。\n【背景】\n文。\n【背景】の文。",
    blocks: ["p 文。", "h2 ◆経過", "p 文。", "h2 【背景】", "p 文。", "p 【背景】の文。"],
  },
  { name: "a hash is no heading in plain text", text: "文。\n\n# 見出し", blocks: ["p 文。", "p # 見出し"] },
  {
    name: "every bullet mark",
    text: "•a\n・い\n- c\n* d\n‣e\n◦ f\n– g\n①は\n⑳に",
    blocks: ["b1 a", "b1 い", "b1 c", "b1 d", "b1 e", "b1 f", "b1 g", "b1 は", "b1 に"],
  },
  {
    name: "what looks like a bullet and is none",
    text: "-5度だった。\n\n*強調*した。\n\n・・・と言った。\n\n①と②は違う。\n\n○○県は、東京・大阪より。",
    blocks: [
      "p -5度だった。",
      "p *強調*した。",
      "p ・・・と言った。",
      "p ①と②は違う。",
      "p ○○県は、東京・大阪より。",
    ],
  },
  {
    name: "depth by indentation of any kind",
    text: "・一\n　・二\n\t\t・三\n　・四\n・五",
    blocks: ["b1 一", "b2 二", "b3 三", "b2 四", "b1 五"],
  },
  {
    name: "an indented list begins at depth one",
    text: "文。\n  • a\n  • b",
    blocks: ["p 文。", "b1 a", "b1 b"],
  },
  {
    name: "a wrapped bullet",
    text: "  • 北京で\n    開かれた\n  • two\n    words",
    blocks: ["b1 北京で開かれた", "b1 two words"],
  },
  { name: "text below a bullet", text: "・項目\n本文。", blocks: ["b1 項目", "p 本文。"] },
  {
    name: "quotations",
    text: "> 市は三日、港の整備計画を公表した。総額は三億円とな\n> る。\n>\n＞ 別\n＞ 行\n>> 深い\n\n| bar\n\n| a | b |",
    blocks: [
      "q 市は三日、港の整備計画を公表した。総額は三億円となる。",
      "q 別",
      "q 行",
      "q 深い",
      "q bar",
      "p | a | b |",
    ],
  },
  {
    name: "indented Japanese paragraphs",
    text: "　一つ目。\n続き。\n　二つ目。",
    blocks: ["p 一つ目。続き。", "p 二つ目。"],
  },
  {
    name: "lines joined by script",
    text: "北京で開かれた会議について、加盟国は今月の\nNATO の会合で話し合い、共同の声明の中で、\nthe end of the war is a matter of inter-\nnational concern と述べた。",
    blocks: [
      "p 北京で開かれた会議について、加盟国は今月のNATO の会合で話し合い、共同の声明の中で、the end of the war is a matter of inter-national concern と述べた。",
    ],
  },
  {
    name: "every line break",
    text: "一。\r\n\r\n二。\r\r三。\u0085\u0085四。\u2028\u2028五。",
    blocks: ["p 一。", "p 二。", "p 三。", "p 四。", "p 五。"],
  },
  { name: "white space inside stays", text: "\u3000 a  b\u3000c \u3000", blocks: ["p a  b\u3000c"] },
  { name: "a rule stands alone", text: "文\n---\n文", blocks: ["p 文", "p ---", "p 文"] },
  { name: "a mark alone is text", text: "・\n\n-", blocks: ["p ・", "p -"] },
  { name: "nothing", text: " \n\u3000\n", blocks: [] },
];

describe("plain text", () => {
  it.each(CASES)("$name", ({ text, blocks }) => {
    expect(read(text)).toEqual(blocks);
  });

  it.each([
    { name: "digits", text: "手順。\n9. 集める\n10. 比べる", ordinals: [undefined, 9, 10] },
    { name: "full-width digits", text: "手順。\n１．集める\n２．比べる", ordinals: [undefined, 1, 2] },
    { name: "circles", text: "①集める\n②比べる", ordinals: [1, 2] },
    {
      name: "brackets, which stay in the text",
      text: "（1）集める。\n（2）比べる。",
      ordinals: [undefined, undefined],
    },
    { name: "headings, which keep theirs", text: "1. 背景\n\n文。", ordinals: [undefined, undefined] },
  ])("numbers items by $name", ({ text, ordinals }) => {
    expect(plainTextImporter.read(text).blocks.map(({ details }) => details?.ordinal)).toEqual(ordinals);
  });

  it("takes a line for a footnote where the text refers to it, and only there", () => {
    const { blocks } = plainTextImporter.read(
      "橋[1]は※2長い[3]。\n\n[1] 市の資料。\n※2 県の資料\n[4] 誰も言わない。",
    );
    expect(blocks).toEqual([
      {
        kind: "paragraph",
        level: null,
        text: "橋[1]は※2長い[3]。",
        details: {
          marks: [
            { type: "note", start: 1, end: 4, label: "1" },
            { type: "note", start: 5, end: 7, label: "※2" },
          ],
        },
      },
      { kind: "footnote", level: null, text: "市の資料。", details: { label: "1" } },
      { kind: "footnote", level: null, text: "県の資料", details: { label: "※2" } },
      { kind: "paragraph", level: null, text: "[4] 誰も言わない。" },
    ]);
  });

  it("reads 5 MB as it reads each part of them", () => {
    const sample = `${readFileSync(SAMPLE, "utf8").trim()}\n\n`;
    const times = Math.ceil(5_000_000 / new TextEncoder().encode(sample).length);
    const [title, ...rest] = plainTextImporter.read(sample).blocks;
    const { blocks } = plainTextImporter.read(sample.repeat(times));
    expect(blocks[0]).toEqual(title);
    expect(blocks).toHaveLength(times * (rest.length + 1));
    expect(blocks.slice(1, 1 + rest.length)).toEqual(rest);
    expect(blocks.slice(-rest.length)).toEqual(rest);
  }, 60_000);
});

const SPACE = /[\s\u0085]/u;

/** The source as it reads with its title above a date or addressee that stood there. */
function titleFirst(source: string, title: string | null): string {
  const lines = source.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  const at = lines.findIndex((line) => title !== null && trimmed(line) === title);
  if (at === -1) return source;
  return [title, ...lines.slice(0, at), ...lines.slice(at + 1)].join("\n");
}

const trimmed = (line: string): string => line.replace(/^[\s\u0085]+|[\s\u0085]+$/gu, "");
const BULLET_MARKS = /[-•･・*‣◦⁃∙▪▫–＊－●○◯◎▶►▷➤✓✔☑①-⑳]/u;
const QUOTATION_MARKS = /[>＞|]/u;

/** What numbers an item or a footnote, and is kept beside its text. */
const LABEL =
  /^[\s\u0085]*(?:[\d０-９]{1,3}\s?(?:[.．、:：)）]|\u3000)|[[［][\d０-９]{1,3}[\]］]|[※*＊][\d０-９]{1,3})/u;

/**
 * What an importer lost or made up, found by walking source and result side by side: a character may only be missing
 * where it leads its line and is a mark, one bullet mark a line, or the line's number. Knows nothing of how the importer
 * works.
 */
function firstLoss(source: string, result: string): string | null {
  const kept = [...result].filter((character) => !SPACE.test(character));
  let at = 0;
  for (const line of source.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
    const whole = walked(line, kept, at);
    const label = LABEL.exec(line)?.[0] ?? "";
    const rest =
      typeof whole === "string" && label !== "" ? walked(line.slice(label.length), kept, at) : whole;
    if (typeof rest === "string") return `lost ${whole} of ${JSON.stringify(line)}`;
    at = rest;
  }
  return at === kept.length ? null : `made up ${JSON.stringify(kept.slice(at).join(""))}`;
}

/** Where in `kept` a line ends that begins at `at`, or the first character of it that is not there. */
function walked(line: string, kept: readonly string[], from: number): number | string {
  let at = from;
  let leading = true;
  let bulletMarks = 0;
  for (const character of line) {
    if (SPACE.test(character)) continue;
    if (kept[at] === character) {
      at += 1;
      // A mark that is there may stand for an equal one before it that is not.
      leading &&= BULLET_MARKS.test(character) || QUOTATION_MARKS.test(character);
    } else if (leading && QUOTATION_MARKS.test(character)) continue;
    else if (leading && BULLET_MARKS.test(character) && bulletMarks === 0) bulletMarks += 1;
    else return JSON.stringify(character);
  }
  return at;
}

const piece = fc.oneof(
  fc.constantFrom(
    ..."\n \r\n|\n\n|\r|\u0085|\u2028|\u3000|\t|  |・|・・|•|- |-|* |**|① |①|⑳|1. |１．|(1) |第1章 |一、|> |＞|≫|■|【|】|はじめに|まとめ|。|、|.|👩‍👩‍👧|𠮟る|\ud800|が|e\u0301|\u200b|\ufeff|---|#|1.5|text|本文|| a".split(
      "|",
    ),
    "|",
    "| ",
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const written = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

describe("the law of plain text", () => {
  it("no character is lost, none made up, the order kept but for the title's; blocks are single lines with trimmed ends", () => {
    fc.assert(
      fc.property(written, (text) => {
        const { blocks, title } = plainTextImporter.read(text);
        const shown = blocks.map((block) => (block.details?.sign ?? "") + block.text);
        expect(firstLoss(titleFirst(withoutInvisible(text), title), shown.join(""))).toBeNull();
        for (const block of blocks)
          expect(block.text).toMatch(/^[^\s\u0085](?:[^\n\r\v\f\u0085\u2028\u2029]*[^\s\u0085])?$/u);
        expect(
          blocks.filter((block) => block.level === 1 && block.kind === "heading").map((block) => block.text),
        ).toEqual(title === null ? [] : [title]);
      }),
      // A joiner with nothing to join is what nobody sees, too: found once in some hundred thousand texts.
      { numRuns: 2000, examples: [["\u200c"], ["本\u200d文"], ["a\n\u200c\n👩‍👩‍👧"]] },
    );
  });

  it.each([
    { name: "a lost letter", source: "ab", result: "a" },
    { name: "a lost mark inside a line", source: "東京・大阪", result: "東京大阪" },
    { name: "two lost marks", source: "・-a", result: "a" },
    { name: "a made up letter", source: "a", result: "ab" },
    { name: "another order", source: "ab", result: "ba" },
  ])("would notice $name", ({ source, result }) => {
    expect(firstLoss(source, result)).not.toBeNull();
  });
});
