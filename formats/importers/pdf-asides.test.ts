import { describe, expect, it } from "vitest";
import { annotations, at, lines, type PdfPage, pdfFile, upwards } from "#formats/samples/pdf.ts";
import { pdfImporter } from "./pdf.ts";
import { readArticle } from "./registry.ts";

const read = async (...pages: (string | PdfPage)[]) => await pdfImporter.read(pdfFile({ pages }));
const textsOf = async (...pages: (string | PdfPage)[]) =>
  (await read(...pages)).blocks.map(({ text }) => text);

const LONG = "The city said that the cost of the new building was higher than it had planned.";

describe("turned text", () => {
  it("is read row by row where it is a table, behind what stands above it", async () => {
    const { blocks, notes } = await read(
      lines(60, 740, 10, [LONG]) +
        upwards(300, 100, 10, ["Dead 3", "Hurt 12", "Lost 0"]) +
        upwards(300, 200, 10, ["North", "South", "East"]) +
        lines(60, 60, 10, ["The figures are those of May."]),
    );
    expect(blocks.map(({ text }) => text)).toEqual([
      LONG,
      "Dead 3 North",
      "Hurt 12 South",
      "Lost 0 East",
      "The figures are those of May.",
    ]);
    expect(notes).toEqual([]);
  });

  it("is named where it is a label or a stamp, and cuts no paragraph", async () => {
    const first = lines(60, 60, 10, [
      "The city said that the cost of the new building was higher than it had",
    ]);
    const { blocks, notes } = await read(
      first + upwards(30, 300, 9, ["Copy 17"]),
      upwards(30, 300, 9, ["Copy 18"]) + lines(60, 740, 10, ["planned in the spring of the year before."]),
    );
    expect(blocks.map(({ text }) => text)).toEqual([
      "The city said that the cost of the new building was higher than it had planned in the spring of the year before.",
    ]);
    expect(notes).toEqual([{ what: "rotated_text", count: 2, words: ["Copy 17", "Copy 18"], pages: [1, 2] }]);
  });

  it("is named where it stands at an angle", async () => {
    const askew = "BT /L 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET\n";
    const { blocks, notes } = await read(lines(60, 740, 10, [LONG]) + askew);
    expect(blocks.map(({ text }) => text)).toEqual([LONG]);
    expect(notes).toEqual([{ what: "rotated_text", count: 1, words: ["DRAFT"], pages: [1] }]);
  });
});

describe("what was written into a page's fields", () => {
  const field = (rect: [number, number, number, number], entries: string) => ({
    rect,
    entries: `/Subtype/Widget/FT/Tx/T(a)/DA(/L 10 Tf 0 g)${entries}`,
  });

  it("stands beside its labels", async () => {
    const page: PdfPage = {
      draw: at(60, 700, 10, "Applicant:") + at(60, 660, 10, "Amount:") + lines(60, 620, 10, [LONG]),
      entries: annotations(
        field([120, 695, 300, 715], "/V(Hanako Suzuki)"),
        field([120, 655, 300, 675], "/V(3,200,000)"),
      ),
    };
    expect(await textsOf(page)).toEqual(["Applicant: Hanako Suzuki", "Amount: 3,200,000", LONG]);
  });

  it("is there once where the page draws it too, and not where it is hidden, secret or empty", async () => {
    const page: PdfPage = {
      draw: at(60, 700, 10, "Applicant:") + at(124, 700, 10, "Hanako Suzuki"),
      entries: annotations(
        field([120, 695, 300, 715], "/V(Hanako Suzuki)"),
        { rect: [120, 655, 300, 675], entries: "/Subtype/Widget/FT/Tx/T(b)/F 2/V(hidden)" },
        field([120, 615, 300, 635], "/Ff 8192/V(secret)"),
        field([120, 575, 300, 595], "/V()"),
      ),
    };
    expect((await textsOf(page)).join(" ")).toBe("Applicant: Hanako Suzuki");
  });

  it("names remarks that were written onto the page", async () => {
    const page: PdfPage = {
      draw: lines(60, 700, 10, [LONG]),
      entries: annotations({
        rect: [60, 500, 200, 540],
        entries: "/Subtype/FreeText/DA(/L 10 Tf)/Contents(Is it 12 or 21?)",
      }),
    };
    const { blocks, notes } = await read(page);
    expect(blocks.map(({ text }) => text)).toEqual([LONG]);
    expect(notes).toEqual([{ what: "free_text", count: 1, words: ["Is it 12 or 21?"], pages: [1] }]);
  });
});

describe("the edges of a page", () => {
  const body = (word: string) => lines(60, 640, 10, [`${LONG.slice(0, -1)} on page ${word}.`]);

  it("keep rows that differ in their figures", async () => {
    const rows = (month: number, count: string) =>
      at(60, 780, 10, `Month ${month}`) + at(200, 780, 10, `${count} calls`);
    const text = (
      await textsOf(
        rows(4, "1,234") + body("one"),
        rows(5, "2,345") + body("two"),
        rows(6, "3,456") + body("three"),
      )
    ).join(" ");
    for (const row of ["Month 4 1,234 calls", "Month 5 2,345 calls", "Month 6 3,456 calls"])
      expect(text).toContain(row);
  });

  it.each<[string, (page: number) => string, number]>([
    ["lone numbers that count", (page) => at(290, 30, 8, String(page + 40)), 1],
    ["small roman numbers", (page) => at(290, 30, 8, ["iii", "iv", "v"][page - 1] ?? ""), 1],
    ["numbers between dashes", (page) => at(290, 30, 8, `- ${page} -`), 1],
    [
      "two numbers of a spread",
      (page) => at(60, 30, 8, String(page * 2)) + at(61, 780, 8, String(page * 2 + 1)),
      2,
    ],
    ["words that stay the same", () => at(60, 780, 8, "The Daily Sample"), 1],
    ["words with the page's number", (page) => at(60, 780, 8, `The Daily Sample ${page + 11}`), 1],
  ])("lose %s", async (_name, edge, count) => {
    const { blocks, notes } = await read(
      ...["one", "two", "three"].map((word, at_) => edge(at_ + 1) + body(word)),
    );
    expect(blocks.map(({ text }) => text)).toEqual(
      ["one", "two", "three"].map((word) => `${LONG.slice(0, -1)} on page ${word}.`),
    );
    expect(notes).toEqual([{ what: "header_footer", count }]);
  });

  it.each<[string, (page: number) => string]>([
    ["numbers that do not count", (page) => String([17, 4, 93][page - 1])],
    ["references", (page) => `[${page}]`],
  ])("keep %s", async (_name, edge) => {
    const text = (
      await textsOf(
        ...["one", "two", "three"].map((word, index) => body(word) + at(60, 30, 10, edge(index + 1))),
      )
    ).join(" ");
    for (const page of [1, 2, 3]) expect(text).toContain(edge(page));
  });

  it("keep raised references in their sentence, whatever their size", async () => {
    const page =
      lines(60, 780, 10, [
        "The plan was approved in March of last year, and the work began then",
        "on the quay in the north.",
      ]) + at(60 + 318, 783, 8.5, "[1]");
    expect((await textsOf(page)).join(" | ")).toMatch(
      /^The plan [^|]* then ?\[1\] on the quay in the north\.$/,
    );
  });
});

describe("where a block stood", () => {
  it("is told by its page and how far down it, and where its lines were joined", async () => {
    const { blocks } = await read(
      lines(60, 700, 10, [
        "The city said that the cost of the new building was higher than it had offi-",
        "cially said.",
      ]),
      lines(60, 400, 10, ["- A point that was made there"]),
    );
    expect(blocks.map(({ place, joins }) => ({ place, joins }))).toEqual([
      { place: { page: 1, top: 0.1125 }, joins: [75] },
      { place: { page: 2, top: 0.4875 }, joins: undefined },
    ]);
    expect(blocks[0]?.text.slice(75)).toBe("cially said.");
  });
});

describe("a file that begins with something else", () => {
  const valid = pdfFile({ pages: [lines(60, 700, 10, [LONG])] });
  const behind = (before: string) => Uint8Array.from([...new TextEncoder().encode(before), ...valid]);

  it.each<[string, string, string]>([
    ["what a program printed", "GPL Ghostscript 10.02.0 (2023-09-13)\nCopyright (C) 2023.\n", "pdf"],
    ["a head of a mail", `Content-Type: application/pdf\r\n${"X".repeat(960)}\r\n`, "pdf"],
  ])("is a PDF behind %s", async (_name, before, format) => {
    expect(await readArticle({ content: behind(before) })).toMatchObject({ ok: true, format });
  });

  it("is text where it only speaks of a PDF", async () => {
    const text = new TextEncoder().encode(
      "Every PDF begins with %PDF-1.7 and a line of signs.\n\nNobody knows why.",
    );
    expect(await readArticle({ content: text })).toMatchObject({ ok: true, format: "text" });
  });
});
