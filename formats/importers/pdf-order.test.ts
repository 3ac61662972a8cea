import { describe, expect, it } from "vitest";
import { at, lettersDown, lines, pdfFile } from "#formats/samples/pdf.ts";
import { pdfImporter } from "./pdf.ts";

const read = async (draw: string) => await pdfImporter.read(pdfFile({ pages: [draw] }));
const textOf = async (draw: string) => (await read(draw)).blocks.map(({ text }) => text).join(" | ");

/** Lines of prose, each of which names its column and itself. */
const prose = (name: string, count: number, rest: string): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index} ${rest}`);
/** The names of the lines in the order in which they were read. */
const orderOf = (text: string): string[] => text.match(/[A-Z]\d+(?= )/g) ?? [];
const names = (...columns: readonly [string, number][]): string[] =>
  columns.flatMap(([name, count]) => Array.from({ length: count }, (_, index) => `${name}${index}`));

/** The same columns, drawn line by line over all of them. */
const drawnAcross = (columns: readonly { x: number; texts: readonly string[] }[], y: number, size: number) =>
  Array.from({ length: Math.max(...columns.map(({ texts }) => texts.length)) }, (_, row) =>
    columns.map(({ x, texts }) => (texts[row] ? at(x, y - row * size * 1.6, size, texts[row]) : "")).join(""),
  ).join("");

const NARROW = "the city said that it had paid";
const WIDE = "the city said that it had paid for all of it by then and";
const WIDER = `${WIDE} that nobody had asked it to do so before the spring came round`;
const TABLE = [
  ["Ward", "2023", "2024"],
  ["North", "120", "131"],
  ["South", "88", "90"],
  ["East", "45", "44"],
  ["West", "67", "70"],
] as const;
const table = (x: number, y: number) =>
  TABLE.map((row, at_) =>
    row.map((cell, column) => at(x + column * 70, y - at_ * 16, 10, cell)).join(""),
  ).join("");

describe("columns of a page", () => {
  it.each<[string, string, string[]]>([
    [
      "three",
      lines(40, 700, 9, prose("A", 8, NARROW)) +
        lines(220, 700, 9, prose("B", 8, NARROW)) +
        lines(400, 700, 9, prose("C", 8, NARROW)),
      names(["A", 8], ["B", 8], ["C", 8]),
    ],
    [
      "four, drawn line by line over all of them",
      drawnAcross(
        ["A", "B", "C", "D"].map((name, index) => ({ x: 30 + index * 140, texts: prose(name, 7, NARROW) })),
        700,
        8,
      ),
      names(["A", 7], ["B", 7], ["C", 7], ["D", 7]),
    ],
    [
      "a gutter as narrow as two spaces",
      lines(40, 700, 10, prose("A", 8, NARROW)) + lines(195, 700, 10, prose("B", 8, NARROW)),
      names(["A", 8], ["B", 8]),
    ],
    [
      "whose lines are not on one height, under an abstract over both",
      lines(40, 760, 10, prose("S", 6, WIDER)) +
        lines(40, 640, 10, prose("A", 9, WIDE)) +
        lines(330, 634, 10, prose("B", 9, WIDE)),
      names(["S", 6], ["A", 9], ["B", 9]),
    ],
    [
      "of which a heading reaches over the gutter, beside indented lines",
      lines(40, 760, 10, [...prose("A", 6, WIDE), `A6 ${WIDE} that was not`]) +
        lines(40, 648, 10, prose("B", 12, WIDE)) +
        lines(360, 760, 10, prose("C", 8, NARROW)) +
        lines(330, 632, 10, prose("D", 11, WIDE)),
      names(["A", 7], ["B", 12], ["C", 8], ["D", 11]),
    ],
    [
      "two above and three below a heading over all",
      lines(40, 760, 10, prose("A", 6, WIDE)) +
        lines(330, 760, 10, prose("B", 6, WIDE)) +
        at(40, 640, 18, "What the city said of it at the end of the year") +
        lines(40, 600, 9, prose("C", 6, NARROW)) +
        lines(220, 600, 9, prose("D", 6, NARROW)) +
        lines(400, 600, 9, prose("E", 6, NARROW)),
      names(["A", 6], ["B", 6], ["C", 6], ["D", 6], ["E", 6]),
    ],
    [
      "of which the right one begins with a table",
      lines(40, 760, 10, prose("A", 14, WIDE)) +
        table(330, 760) +
        at(330, 664, 8, "Table 1. Cases by ward.") +
        lines(330, 760 - 7 * 16, 10, prose("B", 7, WIDE)),
      names(["A", 14], ["B", 7]),
    ],
  ])("%s", async (_name, draw, order) => {
    expect(orderOf(await textOf(draw))).toEqual(order);
  });

  it("keep the rows of a table between them whole", async () => {
    const text = await textOf(lines(40, 760, 10, prose("A", 14, WIDE)) + table(330, 760));
    for (const row of TABLE) expect(text).toContain(row.join(" "));
    expect(text.indexOf("Ward")).toBeGreaterThan(text.indexOf("A13"));
  });

  it.each<[string, (cells: readonly (readonly string[])[]) => string]>([
    [
      "row by row",
      (cells) =>
        cells
          .map((row, y) => row.map((cell, x) => at(60 + x * 120, 700 - y * 16, 10, cell)).join(""))
          .join(""),
    ],
    [
      "column by column",
      (cells) =>
        [0, 1, 2]
          .map((x) => cells.map((row, y) => at(60 + x * 120, 700 - y * 16, 10, row[x] ?? "")).join(""))
          .join(""),
    ],
  ])("do not part the cells of a table drawn %s", async (_name, draw) => {
    expect((await read(draw(TABLE))).blocks.map(({ text }) => text)).toEqual(
      TABLE.map((row) => row.join(" ")),
    );
  });
});

describe("段 of vertical text", () => {
  const dan = (name: string, lines_: number) =>
    Array.from({ length: lines_ }, (_, index) => `${name}${"一二三四五六七八九"[index]}行目の文字が並ぶ`);

  it.each([1, 2, 3, 4, 5])("%i of them are read one after the other", async (count) => {
    const all = Array.from({ length: count }, (_, index) => dan("甲乙丙丁戊"[index] ?? "", 8));
    const draw = all.flatMap((texts, index) =>
      texts.map((text, column) => at(540 - column * 18, 780 - index * 125, 10, text, "V")),
    );
    expect((await textOf(draw.join(""))).replaceAll(" | ", "")).toBe(all.flat().join(""));
  });

  it.each([1, 2, 3])("%i of them whose letters are placed one by one", async (count) => {
    const all = Array.from({ length: count }, (_, index) => dan("甲乙丙"[index] ?? "", 8));
    const draw = all.map((texts, index) => lettersDown(540, 780 - index * 125, 10, texts));
    expect((await textOf(draw.join(""))).replaceAll(" | ", "")).toBe(all.flat().join(""));
  });
});

describe("letters placed one by one", () => {
  const texts = [
    "市議会は三日、港の整備計画と",
    "その費用を審議した。市は総額",
    "三億円を見込むと答えている。",
  ];

  it("are vertical text under a heading that is written across", async () => {
    const heading = at(60, 780, 16, "官報号外の告示", "J");
    expect((await read(heading + lettersDown(540, 740, 10, texts))).blocks.map(({ text }) => text)).toEqual([
      "官報号外の告示",
      texts.join(""),
    ]);
  });

  it("are a heading across where they stand nearer beside each other", async () => {
    const heading = [..."官報の告示"]
      .map((letter, index) => at(60 + index * 18, 780, 16, letter, "J"))
      .join("");
    expect((await read(heading + lettersDown(540, 740, 10, texts))).blocks.map(({ text }) => text)).toEqual([
      "官報の告示",
      texts.join(""),
    ]);
  });

  it("are lines across where those stand further apart than their letters", async () => {
    const across = texts
      .map((text, row) =>
        [...text].map((letter, x) => at(60 + x * 10, 700 - row * 17, 10, letter, "J")).join(""),
      )
      .join("");
    expect(await textOf(across)).toBe(texts.join(""));
  });

  it("are cells where a table has one in each row", async () => {
    const rows = ["男", "女", "男", "女"].map(
      (cell, row) =>
        at(60, 700 - row * 16, 10, "一行目の項目の名"[row] ?? "", "J") +
        at(160, 700 - row * 16, 10, cell, "J"),
    );
    expect((await read(rows.join(""))).blocks.map(({ text }) => text)).toEqual([
      "一 男",
      "行 女",
      "目 男",
      "の 女",
    ]);
  });
});

describe("a page whose order is uncertain", () => {
  const uncertain = async (...pages: string[]) =>
    (await pdfImporter.read(pdfFile({ pages }))).notes.find(({ what }) => what === "uncertain_order");
  /** Cells of two lines each, drawn line by line. */
  const cells = ["wheat", "rice", "barley", "oats"].flatMap((crop, row) => [
    at(60, 700 - row * 40, 10, `The field of ${crop} was left`) +
      at(230, 700 - row * 40, 10, "A visit was made by the"),
    at(60, 688 - row * 40, 10, "alone since the last year") +
      at(230, 688 - row * 40, 10, "inspector of the town"),
  ]);

  it("says so, with its number", async () => {
    expect(await uncertain(lines(60, 700, 10, prose("A", 8, WIDER)), cells.join(""))).toEqual({
      what: "uncertain_order",
      count: 1,
      pages: [2],
    });
  });

  it.each<[string, string]>([
    [
      "columns that were drawn in another order than they stand in",
      lines(330, 700, 10, prose("B", 20, WIDE)) + lines(40, 700, 10, prose("A", 20, WIDE)),
    ],
    [
      "columns of blocks beside one another, drawn block by block",
      [0, 1, 2, 3, 4]
        .map(
          (row) =>
            lines(40, 740 - row * 100, 10, prose("A", 3, WIDE)) +
            lines(330, 740 - row * 100, 10, prose("B", 3, WIDE)),
        )
        .join(""),
    ],
  ])("says so of %s", async (_name, draw) => {
    expect(await uncertain(draw)).toMatchObject({ pages: [1] });
  });

  it.each<[string, string]>([
    [
      "columns that were drawn line by line across both",
      drawnAcross(
        [
          { x: 40, texts: prose("A", 20, WIDE) },
          { x: 330, texts: prose("B", 20, WIDE) },
        ],
        700,
        10,
      ),
    ],
    ["prose over all of the page", lines(60, 700, 10, prose("A", 20, WIDER))],
    ["two columns", lines(40, 700, 10, prose("A", 20, WIDE)) + lines(330, 700, 10, prose("B", 20, WIDE))],
    ["a table of short cells", table(60, 700)],
    ["a list", lines(60, 700, 10, ["1.", "2.", "3."]) + lines(90, 700, 10, prose("A", 3, WIDER))],
  ])("does not say so of %s", async (_name, draw) => {
    expect(await uncertain(draw)).toBeUndefined();
  });
});
