import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParsedBlock } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import { plainTextImporter } from "./plain-text.ts";

/** `b1 ア|text` has the sign `ア`, `c2.1 text` stands in row 2 and column 1, `C1.1` is a header. */
function short({ kind, level, text, details }: ParsedBlock): string {
  const { cell, sign, ordinal, label } = details ?? {};
  if (cell) return `${cell.isHeader ? "C" : "c"}${cell.row}.${cell.column} ${text}`;
  const printed = sign ?? ordinal ?? label;
  return `${kind.charAt(0)}${level ?? ""} ${printed === undefined ? "" : `${printed}|`}${text}`;
}
const read = (text: string) => plainTextImporter.read(text).blocks.map(short);

const CASES: { name: string; text: string; blocks: string[] }[] = [
  {
    name: "a date and an addressee above the title",
    text: "令和七年九月三日\n\n港北市長　山田太郎殿\n\n　　　住民監査請求の監査結果について（通知）\n\n　住民監査請求について監査した結果を通知する。",
    blocks: [
      "h1 住民監査請求の監査結果について（通知）",
      "p 令和七年九月三日",
      "p 港北市長　山田太郎殿",
      "p 住民監査請求について監査した結果を通知する。",
    ],
  },
  {
    name: "figures set off by full-width spaces",
    text: "参加者　１２０\n３５歳以下　４８\n合計　１２\n３年度　９",
    blocks: ["p 参加者　１２０", "p ３５歳以下　４８", "p 合計　１２", "p ３年度　９"],
  },
  {
    name: "items with paragraphs under them",
    text: "特長\n\n１．最大24時間の給電\n　容量10.2kWhの電池を採用した。\n２．工事は半日\n　従来の2日から短縮した。\n３．10年保証",
    blocks: [
      "h1 特長",
      "b1 1|最大24時間の給電",
      "p 容量10.2kWhの電池を採用した。",
      "b1 2|工事は半日",
      "p 従来の2日から短縮した。",
      "b1 3|10年保証",
    ],
  },
  {
    name: "marks without a space",
    text: "支援策\n\n●対象となる世帯\n○申請は市役所で\n※所得制限はない\n★先着100世帯\n→詳細は市のサイト",
    blocks: [
      "h1 支援策",
      "b1 対象となる世帯",
      "b1 申請は市役所で",
      "p ※所得制限はない",
      "p ★先着100世帯",
      "p →詳細は市のサイト",
    ],
  },
  {
    name: "a press release's head",
    text: "報道関係者各位\nプレスリリース\n2025年9月3日\n株式会社みなと電機\n\nみなと電機、家庭用蓄電池を10月1日に発売\n\n株式会社みなと電機は、家庭用蓄電池の新製品を10月1日に発売いたします。",
    blocks: [
      "h1 みなと電機、家庭用蓄電池を10月1日に発売",
      "p 報道関係者各位",
      "p プレスリリース",
      "p 2025年9月3日",
      "p 株式会社みなと電機",
      "p 株式会社みなと電機は、家庭用蓄電池の新製品を10月1日に発売いたします。",
    ],
  },
  {
    name: "an issue number above the title",
    text: "第123号\n\n港の整備に三億円\n\n市は三日、整備計画を公表した。",
    blocks: ["h1 港の整備に三億円", "p 第123号", "p 市は三日、整備計画を公表した。"],
  },
  {
    name: "a drop cap, which is no title",
    text: "市\n\nは三日、港の整備計画を公表した。",
    blocks: ["p 市", "p は三日、港の整備計画を公表した。"],
  },
  {
    name: "printed labels",
    text: "次のとおり。\nア　大人\nイ　子ども\n\n対象は次のとおり。\n(a) 会員\n(b) 一般\n\n順は次のとおり。\nii) 二番\niii) 三番",
    blocks: [
      "p 次のとおり。",
      "b1 ア|大人",
      "b1 イ|子ども",
      "p 対象は次のとおり。",
      "b1 (a)|会員",
      "b1 (b)|一般",
      "p 順は次のとおり。",
      "b1 ii)|二番",
      "b1 iii)|三番",
    ],
  },
  {
    name: "headings numbered by a full-width space",
    text: "１　市の概要\n市は海に面している。\n\n一　沿革\n市は昭和三年にできた。\n\n第３　結び\n以下に述べる。",
    blocks: [
      "h2 １　市の概要",
      "p 市は海に面している。",
      "h2 一　沿革",
      "p 市は昭和三年にできた。",
      "h2 第３　結び",
      "p 以下に述べる。",
    ],
  },
  {
    name: "signs before several lines, which head nothing",
    text: "題名\n\n■日時：９月３日\n■会場：市役所\n\n■背景\n港は古い。",
    blocks: ["h1 題名", "p ■日時：９月３日", "p ■会場：市役所", "h2 ■背景", "p 港は古い。"],
  },
  {
    name: "notes with full-width signs",
    text: "橋＊１は長い※２。値は概算（注３）である。\n\n＊１ 市の資料\n※2 県の資料\n注３）四捨五入した。",
    blocks: [
      "p 橋＊１は長い※２。値は概算（注３）である。",
      "f ＊１|市の資料",
      "f ※2|県の資料",
      "f 注３|四捨五入した。",
    ],
  },
  {
    name: "rules of any kind",
    text: "文である\n━━━☆\n＝＝＝\n-=-=-=-\n次の文である",
    blocks: ["p 文である", "p ━━━☆", "p ＝＝＝", "p -=-=-=-", "p 次の文である"],
  },
  {
    name: "a table by tabs, with a row that lacks its last cell",
    text: "区分\t2023年\t2024年\n総数\t120,350\t119,480\n男\t59,100",
    blocks: [
      "C1.1 区分",
      "C1.2 2023年",
      "C1.3 2024年",
      "c2.1 総数",
      "c2.2 120,350",
      "c2.3 119,480",
      "c3.1 男",
      "c3.2 59,100",
    ],
  },
  {
    name: "a list from a word processor, which is no table",
    text: "次の二つ。\n1.\t集める\n2.\t比べる\n・\t書く",
    blocks: ["p 次の二つ。", "b1 1|集める", "b1 2|比べる", "b1 書く"],
  },
  {
    name: "columns that gaps part",
    text: "区分　　　令和５年　　令和６年\n参加者　　１２０　　　１３５\n合計　　　３５０　　　４８０",
    blocks: [
      "C1.1 区分",
      "C1.2 令和５年",
      "C1.3 令和６年",
      "c2.1 参加者",
      "c2.2 １２０",
      "c2.3 １３５",
      "c3.1 合計",
      "c3.2 ３５０",
      "c3.3 ４８０",
    ],
  },
  {
    name: "gaps that stand at no common column",
    text: "参加者  １２０\n三十五歳以下  ４８\n計  １２",
    blocks: ["p 参加者  １２０", "p 三十五歳以下  ４８", "p 計  １２"],
  },
  {
    name: "characters that nobody sees",
    text: "北\u200b京の co\u00adop\u2060eration と👩\u200d👧と می\u200cخواهم。",
    blocks: ["p 北京の cooperation と👩\u200d👧と می\u200cخواهم。"],
  },
  {
    name: "English headings without marks",
    text: "Port Plan Approved\n\nThe city council approved the plan for the port on Wednesday.\n\nWhat It Costs\n\nThe plan costs 300 million yen, of which the city pays a third.\n\nHanako Suzuki\nCity desk",
    blocks: [
      "h1 Port Plan Approved",
      "p The city council approved the plan for the port on Wednesday.",
      "h2 What It Costs",
      "p The plan costs 300 million yen, of which the city pays a third.",
      "p Hanako Suzuki",
      "p City desk",
    ],
  },
];

describe("what plain text shows apart", () => {
  it.each(CASES)("$name", ({ text, blocks }) => {
    expect(read(text)).toEqual(blocks);
  });

  it("takes readings in brackets for ruby where a text writes them so", () => {
    const { blocks, title } = plainTextImporter.read(
      "港《みなと》の朝\n\n市は｜裏取り《うらとり》を始めた。港《みなと》は静かだ。",
    );
    expect(title).toBe("港の朝");
    expect(blocks[1]).toEqual({
      kind: "paragraph",
      level: null,
      text: "市は裏取りを始めた。港は静かだ。",
      details: {
        marks: [
          { type: "ruby", start: 2, end: 5, reading: "うらとり" },
          { type: "ruby", start: 10, end: 11, reading: "みなと" },
        ],
      },
    });
    expect(read("月刊《みなと》の《おしらせ》です。")).toEqual(["p 月刊《みなと》の《おしらせ》です。"]);
  });

  it("tells where lines were joined, in code points, also behind readings", () => {
    const text =
      "　𠮷田《よしだ》市長は三日、港《みなと》の整備計画を公表し、費用の内訳を示すと述\nべた。総額は三億円となる。";
    const [block] = plainTextImporter.read(text).blocks;
    const before = "𠮷田市長は三日、港の整備計画を公表し、費用の内訳を示すと述";
    expect(block?.text).toBe(`${before}べた。総額は三億円となる。`);
    expect(block?.joins).toEqual([codePointLength(before)]);
  });
});

const LABELLED = ["発売日：", "定員：", "Tel: ", "記者：", "問：", "山田氏：", "３５歳以下　", "市長　"];
const MARKED = ["●", "○", "※", "★", "→", "⇒", "・", "■", "１．", "(1)", "①", "ア　", "――", "　", "【議題】"];
const VALUES = ["１２０", "48", "2025年9月3日", "９月３日", "三億円", "市役所3階", "12,000 units", "１０人"];
const SENTENCE =
  "市は三日、港の整備計画を公表し、総額は三億円で工事は十月に始まり来年の春に終わると説明した。";

/** What begins something of its own, whatever stands above it. */
const own = fc
  .tuple(fc.constantFrom(...LABELLED, ...MARKED), fc.constantFrom(...VALUES))
  .map(([start, value]) => start + value);
/** So short that no width made it end. */
const brief = fc.constantFrom(...VALUES);
const prose = fc.integer({ min: 12, max: 40 }).map((width) => {
  const lines: string[] = [];
  for (let at = 0; at < SENTENCE.length; at += width) lines.push(SENTENCE.slice(at, at + width));
  return lines;
});
const stretch = fc.oneof(
  own.map((line) => [line]),
  brief.map((line) => [line]),
  prose,
);

/** Runs of figures and of Latin letters. */
const WORDS = /[\p{Nd}]+|[\p{Script=Latin}]+/gu;

describe("the law of lines", () => {
  it("no figure and no word is in a block that no line shows", () => {
    const part = fc.constantFrom(
      ..."12|１２|３．|4,|a|Ｂ|年|円|の|は|。|、| |　|：|\n|\n|\n|\n\n|・|(1)|※|\t".split("|"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        const shown = new Set(text.split("\n").flatMap((line) => line.match(WORDS) ?? []));
        const words = plainTextImporter.read(text).blocks.flatMap((block) => block.text.match(WORDS) ?? []);
        expect(
          words.filter((word) => !shown.has(word) && ![...shown].some((whole) => whole.endsWith(word))),
        ).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("no line that begins by itself, and no short one, runs into the one above", () => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 2, maxLength: 8 }), (stretches) => {
        const lines = stretches.flat();
        const firsts = new Set<number>();
        let at = 0;
        for (const some of stretches) {
          // Prose behind prose that fills its width, or behind an item, is nobody's to tell apart.
          if (some.length === 1) firsts.add(at);
          at += some.length;
        }
        const texts = plainTextImporter.read(lines.join("\n")).blocks.map(({ text }) => text);
        for (const first of firsts) {
          if (first === 0) continue;
          const [above = "", line = ""] = [lines[first - 1], lines[first]];
          // A short value behind a full line of prose may be its rest.
          if (VALUES.includes(line) && above.length >= 12) continue;
          const glued =
            above.trim().slice(-4) +
            line
              .trim()
              .replace(/^[●○・①]|^１．/u, "")
              .slice(0, 4);
          expect(
            texts.filter(
              (text) =>
                text.replace(/\s/gu, "").includes(glued.replace(/\s/gu, "")) &&
                !above.includes(glued) &&
                !lines.some((one) => one.includes(glued)),
            ),
          ).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("prose that was wrapped at any width is one paragraph again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 40 }), fc.integer({ min: 3, max: 6 }), (width, count) => {
        const text = SENTENCE.repeat(count);
        const lines: string[] = [];
        for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
        const { blocks } = plainTextImporter.read(lines.join("\n"));
        expect(blocks.map((block) => block.text)).toEqual([text]);
        expect(blocks[0]?.joins).toEqual(lines.slice(1).map((_, index) => (index + 1) * width));
      }),
    );
  });
});
