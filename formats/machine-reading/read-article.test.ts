import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParsedBlock } from "#domain/block.ts";
import { unsureIn } from "#domain/machine-reading.ts";
import { setLine, setPage, setRegion } from "#formats/samples/printed-page.ts";
import { readArticle } from "./read-article.ts";

type Line = Parameters<typeof setLine>[0];

/** Lines below each other, as wide as the page unless they end before. */
const column = (...lines: (string | Partial<Line>)[]) =>
  setRegion(
    lines.map((line, index) =>
      setLine({
        top: 100 + index * 36,
        ...(typeof line === "string" ? { text: line } : { text: "", ...line }),
      }),
    ),
  );
const read = (...lines: (string | Partial<Line>)[]) => readArticle([setPage(column(...lines))], "across");
const shown = ({ blocks }: { blocks: readonly ParsedBlock[] }) =>
  blocks.map(({ kind, text }) => `${kind} ${text}`);
/** What a person has to compare: `digit 120`. */
const marked = (blocks: readonly ParsedBlock[]) =>
  blocks.flatMap(({ text, details }) =>
    (details?.marks ?? []).flatMap((mark) =>
      mark.type === "unsure" ? [`${mark.what} ${[...text].slice(mark.start, mark.end).join("")}`] : [],
    ),
  );

/** As long as a line of the page, and one that ends its sentence. */
const FULL = "市は新しい橋の費用をまだ公表していないと説明した。計画は三年前からある。この橋は";
const WHOLE = `${FULL.slice(0, -3)}した。`;

describe("lines become blocks by where they stand", () => {
  it.each<[string, (string | Partial<Line>)[], string[]]>([
    [
      "of few lines, one that ends its sentence ends its paragraph",
      ["市長は費用を公表した。", "橋は来年に開通する。"],
      ["paragraph 市長は費用を公表した。", "paragraph 橋は来年に開通する。"],
    ],
    ["a wrapped line is joined", [FULL, "完成した。"], [`paragraph ${FULL}完成した。`]],
    [
      "a line that ends short ends its paragraph",
      [FULL, "完成した。", FULL],
      [`paragraph ${FULL}完成した。`, `paragraph ${FULL}`],
    ],
    [
      "an indented line begins one",
      [WHOLE, { text: FULL, left: 120 }],
      [`paragraph ${WHOLE}`, `paragraph ${FULL}`],
    ],
    [
      "a mark begins a bullet, and goes from its text",
      [WHOLE, "・費用は120億円。", "・市長は会見した。"],
      [`paragraph ${WHOLE}`, "bullet 費用は120億円。", "bullet 市長は会見した。"],
    ],
    [
      "labels keep their edges",
      ["発表日：11月3日", "担当：広報課", FULL],
      ["paragraph 発表日：11月3日", "paragraph 担当：広報課", `paragraph ${FULL}`],
    ],
    [
      "larger letters are a heading",
      [{ text: "新橋の費用", size: 30 }, FULL],
      ["heading 新橋の費用", `paragraph ${FULL}`],
    ],
    [
      "figures of two lines never melt",
      [`${FULL.slice(0, -3)}12`, "35人だった。"],
      [`paragraph ${FULL.slice(0, -3)}12 35人だった。`],
    ],
  ])("%s", (_name, lines, blocks) => {
    expect(shown(read(...lines))).toEqual(blocks);
  });

  it("says where two lines were joined, and where on its page a block began", () => {
    const [block] = read(FULL, "完成した。").blocks;
    expect(block).toMatchObject({ joins: [[...FULL].length], place: { page: 1, top: 0.1 } });
  });

  it("reads one column after another", () => {
    const left = setRegion([setLine({ text: "左の段の文。", top: 100 })], 0.45);
    const right = setRegion([setLine({ text: "右の段の文。", left: 550, top: 100 })]);
    expect(shown(readArticle([setPage(left, right)], "across"))).toEqual([
      "paragraph 左の段の文。",
      "paragraph 右の段の文。",
    ]);
  });

  it("leaves the number of a page out, to be taken back", () => {
    const { blocks, leftOut } = readArticle(
      [
        setPage(
          setRegion([
            setLine({ text: FULL, top: 100 }),
            setLine({ text: FULL, top: 136 }),
            setLine({ text: "- 3 -", left: 480, top: 940 }),
          ]),
        ),
      ],
      "across",
    );
    expect(blocks.map(({ text }) => text)).toEqual([FULL + FULL]);
    expect(leftOut).toMatchObject([{ why: "navigation", before: 1, blocks: [{ text: "- 3 -" }] }]);
  });
});

describe("white space is what the page shows", () => {
  it.each([
    ["the machine's own between Japanese goes", "橋 の 費 用 は 高 い", "橋の費用は高い"],
    ["between words stays", "The bridge is new", "The bridge is new"],
    ["between two figures stays", "12 35", "12 35"],
    ["a wide gap sets a label off", "参加者      120人", "参加者　120人"],
  ])("%s", (_name, text, right) => {
    expect(read(text).blocks.map((block) => block.text)).toEqual([right]);
  });
});

describe("what a person has to compare", () => {
  it.each<[string, Partial<Line>, string[]]>([
    [
      "every digit, a figure as one place",
      { text: "費用は1,234.5億円、10:30から。" },
      ["digit 1,234.5億", "digit 10:30"],
    ],
    ["a figure with its powers of ten as one place", { text: "人口は約1億2615万人。" }, ["digit 1億2615万"]],
    ["full-width digits", { text: "参加者は１２０人。" }, ["digit １２０"]],
    ["figures in kanji", { text: "二〇二五年に三人、一部と三重県は別。" }, ["digit 二〇二五", "digit 三"]],
    ["a character of which the machine was not sure", { text: "橋の費用。", unsure: "費" }, ["word 費"]],
    [
      "the whole of a word that is spelled",
      { text: "The bridge opened.", unsure: "d" },
      ["word bridge", "word opened"],
    ],
    [
      "a digit is a digit, however sure the machine was",
      { text: "第3回", unsure: "第" },
      ["word 第", "digit 3"],
    ],
  ])("%s", (_name, line, places) => {
    expect(marked(read(line).blocks)).toEqual(places);
  });

  it("is framed on its picture", () => {
    const [mark] =
      read({ text: "費用は120円。", left: 100, top: 200, size: 20 }).blocks[0]?.details?.marks ?? [];
    expect(mark).toMatchObject({ type: "unsure", start: 3, end: 6, box: { page: 1, x: 0.16, y: 0.2 } });
    expect(mark?.type === "unsure" && mark.box?.width).toBeCloseTo(0.03);
  });

  it("is every digit of whatever was read, and nothing of it is lost or made up", () => {
    const character = fc.constantFrom(..."市は橋の費用を公表し、１２0345年。abc,.-一三〇・");
    const line = fc.string({ unit: character, minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const { blocks, leftOut = [] } = read(...lines);
        const all = [...blocks, ...leftOut.flatMap((group) => group.blocks)];
        const bare = (text: string) => text.replace(/[\s・]/gu, "");
        expect([...all.map(({ text }) => bare(text)).join("")].sort()).toEqual(
          [...bare(lines.join(""))].sort(),
        );
        for (const { text, details } of blocks) {
          const marks = details?.marks ?? [];
          for (const [at, one] of [...text].entries())
            if (/\p{Nd}/u.test(one))
              expect(marks.some((mark) => mark.type === "unsure" && mark.start <= at && at < mark.end)).toBe(
                true,
              );
        }
      }),
    );
  });
});

it("nothing on any page is an article without blocks", () => {
  expect(readArticle([setPage(), setPage()], "across")).toMatchObject({ blocks: [], notes: [], title: null });
});

it("every page with text is named as read by machine", () => {
  const page = setPage(column("橋の費用。"));
  const { notes, blocks } = readArticle([page, setPage(), page], "across");
  expect(notes).toEqual([{ what: "machine_read", count: 2, pages: [1, 3] }]);
  expect(unsureIn(blocks)).toEqual({ digit: 0, word: 0 });
});
