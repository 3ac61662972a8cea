import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carry } from "./carry.ts";
import { fold } from "./fold.ts";
import type { Carried } from "./outcome.ts";

/** The anchor of the `nth` place of `exact` in `text`, from 0. */
function anchorOf(text: string, exact: string, nth = 0): Carried {
  let at = -1;
  for (let count = 0; count <= nth; count += 1) at = text.indexOf(exact, at + 1);
  if (at < 0) throw new Error(`${exact} does not stand ${nth + 1} times`);
  const start = [...text.slice(0, at)].length;
  return { start, end: start + [...exact].length, exact };
}

const wordsAt = (text: string, place: { start?: number | undefined; end?: number | undefined } | undefined) =>
  [...text].slice(place?.start, place?.end).join("");

function carried(before: string, after: string, exact: string, nth = 0) {
  const [outcome] = carry([anchorOf(before, exact, nth)], before, after);
  if (!outcome) throw new Error("an anchor has an outcome");
  return outcome;
}

const ARTICLE = [
  "首都で式典が行われた。",
  "・参加者は1,200人だったと主催者が発表した。",
  "・式典には26か国の首脳が出席した。",
  "専門家は「前回より規模が大きい」と話す。",
  "中継は国営放送が行い、全国で流れた。",
].join("\n");

describe("a passage that is placed without asking", () => {
  it.each([
    ["in the same text", ARTICLE, "exact"],
    ["behind a paragraph put before it", `前書きが加わった。\n${ARTICLE}`, "exact"],
    ["beside a sentence that changed", ARTICLE.replace("前回より", "これまでより"), "exact"],
    ["in another width", ARTICLE.replace("26か国", "２６か国"), "moved"],
    ["with other punctuation", ARTICLE.replace("出席した。", "出席した．"), "moved"],
    [
      "in a paragraph that went to the end",
      [...ARTICLE.split("\n").filter((line) => !line.includes("26")), ARTICLE.split("\n")[2]].join("\n"),
      "moved",
    ],
  ])("%s", (_name, after, state) => {
    const exact = "・式典には26か国の首脳が出席した。";
    const outcome = carried(ARTICLE, after, exact);
    expect(outcome.state).toBe(state);
    expect(fold(wordsAt(after, outcome)).characters).toEqual(fold(exact).characters);
  });

  it("with the white space it was given with", () => {
    const [outcome] = carry(
      [{ start: 11, end: 19, exact: "\n・参加者は1," }],
      ARTICLE,
      `前書き。\n${ARTICLE}`,
    );
    expect(outcome).toMatchObject({ state: "exact", start: 16, end: 24 });
  });

  it("is the right one of two that read the same", () => {
    const before = "東京の数字は確認済みだ。\n詳細は不明。\n大阪の数字は推計だ。\n詳細は不明。";
    const after = `${before.replace("東京の数字は確認済みだ。", "東京の数字は確認された。")}\n以上。`;
    for (const nth of [0, 1]) {
      const outcome = carried(before, after, "詳細は不明。", nth);
      expect(outcome).toMatchObject({ start: anchorOf(after, "詳細は不明。", nth).start });
    }
  });
});

describe("a passage that a person must look at", () => {
  it.each([
    ["a changed digit", "26か国", "27か国"],
    ["a changed separator of thousands", "1,200人", "1,2000人"],
    ["a turned statement", "出席した", "出席しなかった"],
  ])("%s is changed, and offered where it stands", (_name, words, others) => {
    const exact = ARTICLE.split("\n").find((line) => line.includes(words)) ?? "";
    const after = ARTICLE.replace(words, others);
    const outcome = carried(ARTICLE, after, exact);
    expect(outcome.state).toBe("changed");
    expect(wordsAt(after, outcome.candidates?.[0])).toBe(exact.replace(words, others));
  });

  it.each([
    ["a number in kanji", "十二人が出席した。", "十三人が出席した。"],
    ["a number in kanji that only got longer", "会には五人が出席した。", "会には十五人が出席した。"],
    ["full-width digits", "会には２６人が出席した。", "会には２７人が出席した。"],
    ["a comma gone elsewhere", "費用は1,000円だ。", "費用は10,00円だ。"],
    ["a decimal point", "伸びは1.5%だ。", "伸びは15%だ。"],
    ["a percentage", "伸びは5%だ。", "伸びは6%だ。"],
    ["a date", "2024年3月1日に始まった。", "2024年3月11日に始まった。"],
    ["a time", "会は10:30に始まる。", "会は10:03に始まる。"],
    ["a fraction", "3/4が賛成した。", "3/5が賛成した。"],
    ["a raised digit", "広さは10²だ。", "広さは102だ。"],
    ["a range", "10〜20人が来た。", "10〜30人が来た。"],
    ["a year in English", "It began in 1998, they said.", "It began in 1989, they said."],
  ])("%s is another claim", (_name, exact, other) => {
    const before = `前置きの文がある。\n${exact}\n後書きの文もある。`;
    const after = before.replace(exact, other);
    const outcome = carried(before, after, exact);
    expect(outcome.state).toBe("changed");
    expect(wordsAt(after, outcome.candidates?.[0])).toBe(other);
    const [difference] = outcome.differences ?? [];
    expect(wordsAt(before, difference?.before)).not.toBe(wordsAt(after, difference?.after));
  });

  it.each([
    ["a sign", "気温は5度だった。", "気温は-5度だった。", "5度だった。"],
    ["a Japanese sign", "前年比5%だった。", "前年比▲5%だった。", "5%だった。"],
    ["a currency", "It cost 5 million.", "It cost €5 million.", "5 million."],
    ["a numeral before it", "会には五人が来た。", "会には十五人が来た。", "五人が来た。"],
    ["a percent sign behind it", "They gave 5 to each.", "They gave 5% to each.", "They gave 5"],
  ])("%s beside the quote makes another number of it", (_name, before, after, exact) => {
    expect(carried(before, after, exact).start).toBeUndefined();
  });

  it("is one whose twin differs by a number and stands where it stood", () => {
    const after = ARTICLE.replace("・式典には26か国の首脳が出席した。", "・式典には28か国の首脳が出席した。");
    expect(carried(ARTICLE, after, "26か国の首脳が出席した").state).toBe("changed");
  });

  it("is a whole sentence that got words at its edge", () => {
    const after = ARTICLE.replace("・式典には26か国", "・主催者によると式典には26か国");
    expect(carried(ARTICLE, after, "・式典には26か国の首脳が出席した。").state).toBe("changed");
    const struck = "料金は8,800円\n以上";
    const outcome = carried(struck, "料金は8,800円（増税前）\n以上", "料金は8,800円");
    expect(outcome.state).toBe("changed");
    expect(wordsAt("料金は8,800円（増税前）\n以上", outcome.candidates?.[0])).toBe("料金は8,800円（増税前）");
  });

  it("is one of two twins of which one was deleted, where nothing tells which", () => {
    const before = "はい。\nはい。";
    expect(["needsPlacing", "gone"]).toContain(carried(before, "はい。", "はい。", 1).state);
  });

  it("is one that was deleted", () => {
    const after = ARTICLE.split("\n")
      .filter((line) => !line.includes("1,200"))
      .join("\n");
    const outcome = carried(ARTICLE, after, "・参加者は1,200人だったと主催者が発表した。");
    expect(["needsPlacing", "gone"]).toContain(outcome.state);
  });

  it("is one whose quote does not stand where it says", () => {
    const [outcome] = carry([{ start: 0, end: 2, exact: "大阪" }], "東京の話", "東京の話");
    expect(outcome?.start).toBeUndefined();
  });

  it("is one of nothing but white space", () => {
    expect(carry([{ start: 2, end: 3, exact: " " }], "ab c", "ab c")[0]?.state).toBe("needsPlacing");
  });
});

describe("what a person is told", () => {
  it("is why a moved passage is the same one", () => {
    const lines = ARTICLE.split("\n");
    const after = [...lines.filter((line) => !line.includes("26")), lines[2]].join("\n");
    expect(carried(ARTICLE, after, "式典には26か国の首脳が出席した。").why).toEqual({
      words: "equal",
      isOnlyCopy: true,
      keepsBefore: true,
      keepsBehind: false,
      isElsewhere: true,
    });
    const wide = carried(
      ARTICLE,
      ARTICLE.replace("26か国", "２６か国"),
      "・式典には26か国の首脳が出席した。",
    );
    expect(wide.why).toMatchObject({
      words: "setOtherwise",
      keepsBefore: true,
      keepsBehind: true,
      isElsewhere: false,
    });
  });

  it.each([
    ["a number", "式典には26か国の首脳が出席した。", "式典には127か国の首脳が出席した。", [["26", "127"]]],
    ["words put in", "The mayor spoke.", "The new mayor spoke.", [["", "new"]]],
    ["words taken out", "The new mayor spoke.", "The mayor spoke.", [["new", ""]]],
    [
      "two places",
      "May 3: 200 people came to Kyoto.",
      "May 4: 200 people came to Nara.",
      [
        ["3", "4"],
        ["Kyoto", "Nara"],
      ],
    ],
    ["words at the end", "料金は8,800円", "料金は8,800円（増税前）", [["", "（増税前）"]]],
  ])("is what differs in a changed one: %s", (_name, exact, other, expected) => {
    const before = `はじめの行。\n${exact}\n終わりの行。`;
    const after = before.replace(exact, other);
    const { state, differences = [] } = carried(before, after, exact);
    expect(state).toBe("changed");
    expect(differences.map((one) => [wordsAt(before, one.before), wordsAt(after, one.after)])).toEqual(
      expected,
    );
  });
});

/** Sentences of few words, so that twins and near twins are common. */
const sentence = fc
  .tuple(
    fc.constantFrom("東京", "大阪", "政府", "The mayor", "専門家"),
    fc.constantFrom("は", "では", "が"),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom("人が参加した。", "件を発表した。", " people came. ", "年に始まった。"),
  )
  .map((parts) => parts.join(""));
const text = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((line) => line.join("")).join("\n"));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const textWithAnchors = fc
  .tuple(text, fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 6 }))
  .map(([words, edges]) => {
    const points = [...words];
    const anchors = edges.map(([a, b]) => {
      const from = Math.floor(Math.min(a, b) * points.length);
      const words = points.slice(from, Math.ceil(Math.max(a, b) * points.length)).join("");
      // An anchor is trimmed when it is made.
      const start = from + [...words].length - [...words.trimStart()].length;
      return { start, end: start + [...words.trim()].length, exact: words.trim() };
    });
    return { words, anchors };
  });

/** Laws try hundreds of texts, and tests share their machine. */
describe("laws", { timeout: 30_000 }, () => {
  it("never places a passage on other words", () => {
    fc.assert(
      fc.property(textWithAnchors, text, ({ words, anchors }, after) => {
        carry(anchors, words, after).forEach((outcome, index) => {
          const isPlaced = outcome.state === "exact" || outcome.state === "moved";
          expect(outcome.start !== undefined && outcome.end !== undefined).toBe(isPlaced);
          if (!isPlaced) return;
          const found = wordsAt(after, outcome);
          expect(fold(found).characters).toEqual(fold(anchors[index]?.exact ?? "").characters);
          if (outcome.state === "exact") expect(found).toBe(anchors[index]?.exact);
        });
      }),
    );
  });

  it("carries every anchor to where it was when nothing changed, or asks; it is never elsewhere", () => {
    fc.assert(
      fc.property(textWithAnchors, ({ words, anchors }) => {
        carry(anchors, words, words).forEach((outcome, index) => {
          const { start, end, exact = "" } = anchors[index] ?? {};
          if (exact === "") expect(outcome.state).toBe("needsPlacing");
          else expect(outcome).toMatchObject({ state: "exact", start, end });
        });
      }),
    );
  });

  it("carries there and back again", () => {
    fc.assert(
      fc.property(textWithAnchors, text, ({ words, anchors }, foreword) => {
        const after = `${foreword}\n＊＊＊\n${words}`;
        const there = carry(anchors, words, after);
        const placed = there.flatMap((outcome, index) => {
          const { start, end } = outcome;
          const anchor = anchors[index];
          return anchor && start !== undefined && end !== undefined
            ? [{ anchor, there: { start, end, exact: wordsAt(after, outcome) } }]
            : [];
        });
        const back = carry(
          placed.map((one) => one.there),
          after,
          words,
        );
        back.forEach((outcome, index) => {
          if (outcome.start !== undefined)
            expect(outcome).toMatchObject({
              start: placed[index]?.anchor.start,
              end: placed[index]?.anchor.end,
            });
        });
      }),
    );
  });

  it("answers each anchor the same in any company and order", () => {
    fc.assert(
      fc.property(textWithAnchors, text, ({ words, anchors }, after) => {
        const together = carry(anchors, words, after);
        expect(carry([...anchors].reverse(), words, after).reverse()).toEqual(together);
        expect(anchors.flatMap((anchor) => carry([anchor], words, after))).toEqual(together);
      }),
    );
  });

  it("offers only places inside the text, with scores from 0 to 1", () => {
    fc.assert(
      fc.property(
        textWithAnchors,
        fc.string({ unit: "binary", maxLength: 80 }),
        ({ words, anchors }, after) => {
          for (const { candidates = [] } of carry(anchors, words, after)) {
            for (const { start, end, score } of candidates) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual([...after].length);
              expect(score).toBeGreaterThanOrEqual(0);
              expect(score).toBeLessThanOrEqual(1);
            }
          }
        },
      ),
    );
  });
});
