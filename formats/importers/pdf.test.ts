import { describe, expect, it } from "vitest";
import type { ParsedBlock } from "#domain/block.ts";
import { at, lines, type PdfPage, pdfFile } from "#formats/samples/pdf.ts";
import { pdfImporter } from "./pdf.ts";

const read = async (...pages: (string | PdfPage)[]) => await pdfImporter.read(pdfFile({ pages }));
const shown = ({ kind, level, text, details }: ParsedBlock) => {
  const ordinal = details?.ordinal === undefined ? "" : ` ${details.ordinal}.`;
  return `${kind}${level ?? ""}${ordinal} ${text}`;
};
const shownOf = async (...pages: (string | PdfPage)[]) => (await read(...pages)).blocks.map(shown);

const JA = "市は庁舎の建て替えに三億円を使ったと公表した。";
/** Twenty letters: a line of the Japanese column below. */
const FULL = "市の決算書によれば費用は二億八千万円である";

describe("Japanese", () => {
  it("joins lines without spaces, and parts paragraphs at an indent, a short line and a gap", async () => {
    const body = lines(
      60,
      700,
      10,
      [
        "　市長は会見で費用を公表したと述べた記者団",
        "に対して答えた。",
        "　翌日の議会でも同じ説明を繰り返していたの",
        "である。",
      ],
      "J",
    );
    expect(await shownOf(at(60, 740, 20, "費用の検証", "J") + body)).toEqual([
      "heading1 費用の検証",
      "paragraph 市長は会見で費用を公表したと述べた記者団に対して答えた。",
      "paragraph 翌日の議会でも同じ説明を繰り返していたのである。",
    ]);
  });

  it("is read down the page, from right to left, with upright numbers in their place", async () => {
    const down = (column: number, text: string) => at(500 - column * 18, 700, 10, text, "V");
    const page =
      down(0, "市の決算書によれば、費用は") +
      at(482, 700, 10, "「二億", "V") +
      at(477, 661, 10, "12", "L") +
      at(482, 660, 10, "円」である。", "V") +
      down(3, "次の段落の文である。");
    expect(await shownOf(page)).toEqual([
      "paragraph 市の決算書によれば、費用は「二億12円」である。",
      "paragraph 次の段落の文である。",
    ]);
  });

  it("keeps readings beside the words they stand over", async () => {
    const page =
      lines(60, 700, 10, [FULL, "と裏取りの結果を示した。"], "J") +
      at(70, 700 - 16 + 9, 5, "うら", "J") +
      at(80, 700 - 16 + 9, 5, "ど", "J");
    const { blocks } = await read(page);
    expect(blocks.map(({ text }) => text)).toEqual([`${FULL}と裏取りの結果を示した。`]);
    expect(blocks[0]?.details?.marks).toEqual([{ type: "ruby", start: 22, end: 24, reading: "うらど" }]);
  });

  it("puts no space where a typesetter put a quarter of one, and names radicals by their characters", async () => {
    const page =
      at(60, 700, 10, "費用は", "J") +
      at(92.5, 700, 10, "3") +
      at(92.5 + 5.56 + 2.5, 700, 10, `億円、⽇本の${JA}`, "J");
    expect(await shownOf(page)).toEqual([`paragraph 費用は3億円、日本の${JA}`]);
  });
});

describe("Latin", () => {
  const long = "The city said that the cost of the new building was higher than it had";

  it("mends words broken at line ends, and keeps the hyphens that belong to them", async () => {
    const page = lines(60, 700, 10, [
      `${long} offi-`,
      `cially announced in the autumn of a well-known year, and that it was well-`,
      "known to all. The money was paid by the state in three parts, it said, so",
      "nobody else was asked.",
    ]);
    expect(await shownOf(page)).toEqual([
      `paragraph ${long} officially announced in the autumn of a well-known year, and that it was well-known to all. The money was paid by the state in three parts, it said, so nobody else was asked.`,
    ]);
  });

  it("reads two columns one after the other, under a title over both", async () => {
    const column = (x: number, word: string) =>
      lines(
        x,
        680,
        10,
        Array.from({ length: 8 }, (_, index) => `${word} line number ${index} of its column goes on`),
      );
    const blocks = await shownOf(
      at(150, 740, 22, "A title over both of the columns") + column(60, "Left") + column(330, "Right"),
    );
    expect(blocks[0]).toBe("heading1 A title over both of the columns");
    expect(
      blocks
        .slice(1)
        .join(" ")
        .match(/(?:Left|Right) line number \d/g),
    ).toEqual([
      ...Array.from({ length: 8 }, (_, index) => `Left line number ${index}`),
      ...Array.from({ length: 8 }, (_, index) => `Right line number ${index}`),
    ]);
  });

  it("keeps lists, numbers and raised signs for what they are", async () => {
    const text = "It cost 10";
    const page =
      lines(60, 700, 10, [
        `${long} planned.`,
        "1. First of the points",
        "2. Second of them",
        "- A dash before it",
      ]) +
      at(60, 620, 10, text) +
      at(60 + 41, 624, 6, "6") +
      at(60 + 48, 620, 10, "yen, which nobody had expected of it before then.");
    expect(await shownOf(page)).toEqual([
      `paragraph ${long} planned.`,
      "bullet1 1. First of the points",
      "bullet1 2. Second of them",
      "bullet1 A dash before it",
      "paragraph It cost 10⁶ yen, which nobody had expected of it before then.",
    ]);
  });

  it("ties a note at the foot of its page to its raised sign", async () => {
    const page =
      lines(60, 700, 10, [`${long} planned,`, "it said"]) +
      at(60 + 27, 688, 6, "1") +
      at(60, 130, 7, "1 Budget of the city, page 12.");
    const { blocks } = await read(page);
    expect(blocks.at(-1)).toEqual({
      kind: "footnote",
      level: null,
      text: "Budget of the city, page 12.",
      details: { label: "1" },
      place: { page: 1, top: 0.82875 },
    });
    expect(blocks[0]?.details?.marks).toMatchObject([{ type: "note", label: "1" }, { type: "raised" }]);
  });

  it("takes larger text for headings, by their sizes, and bold lines below them", async () => {
    const page =
      at(60, 740, 24, "The title") +
      at(60, 700, 14, "First section") +
      lines(60, 670, 10, [`${long} planned.`]) +
      at(60, 640, 10, "A point", "B") +
      lines(60, 622, 10, [`${long} known.`]);
    expect(await shownOf(page)).toEqual([
      "heading1 The title",
      "heading2 First section",
      `paragraph ${long} planned.`,
      "heading3 A point",
      `paragraph ${long} known.`,
    ]);
  });

  it("leaves running heads and page numbers away, and says so", async () => {
    const page = (number: number): string =>
      at(60, 780, 8, `The Daily Sample, no. ${number}`) +
      lines(60, 700, 10, [`${long} on page ${["one", "two", "three"][number - 1]}.`]) +
      at(290, 30, 8, `- ${number} -`);
    const { blocks, notes } = await read(page(1), page(2), page(3));
    expect(blocks.map(({ text }) => text)).toEqual(
      ["one", "two", "three"].map((number) => `${long} on page ${number}.`),
    );
    expect(notes).toEqual([{ what: "header_footer", count: 2 }]);
  });

  it("reads a page that lies on its side, and text that was drawn twice to look bold once", async () => {
    const turned: PdfPage = {
      draw: `BT /L 10 Tf 0 1 -1 0 300 100 Tm (${long}.) Tj ET\nBT /L 10 Tf 0 1 -1 0 300.4 100 Tm (${long}.) Tj ET`,
      entries: "/Rotate 90",
    };
    expect(await shownOf(turned)).toEqual([`paragraph ${long}.`]);
  });
});

describe("what a file says of itself", () => {
  const of = async (info: string, ...head: string[]) =>
    await pdfImporter.read(
      pdfFile({
        pages: [
          head.map((line, index) => at(60, 760 - index * 30, 10, line, "J")).join("") +
            at(60, 660, 10, "It cost three million."),
        ],
        info,
      }),
    );

  it("is kept, unless a program said it", async () => {
    expect(await of("/Title(The cost)/Author(Hanako Kensho)")).toMatchObject({
      title: "The cost",
      byline: "Hanako Kensho",
    });
    expect(await of("/Title(Microsoft Word - a.docx)/Author(user)")).toMatchObject({
      title: null,
      byline: null,
    });
  });

  it.each<[string, string[], string | null]>([
    ["no date of its file", [], null],
    ["the date that stands next to its title", ["費用の検証", "2025年9月2日"], "2025-09-02"],
    ["no date of a sentence", ["費用の検証", "市は2025年9月2日に費用を公表した。"], null],
  ])("was published on %s", async (_name, head, date) => {
    const made = "/CreationDate(D:20250801103000+09'00')/ModDate(D:20250801103000+09'00')";
    expect((await of(made, ...head)).publishedAt).toBe(date);
  });
});

describe("what cannot be read", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const valid = pdfFile({ pages: [at(60, 700, 10, "Words.")] });

  it.each<[string, Uint8Array, string]>([
    ["a scan", pdfFile({ pages: ["q 600 0 0 800 0 0 cm Q", "0 0 10 10 re f"] }), "SCAN"],
    ["letters that have no names", pdfFile({ pages: [at(60, 700, 10, "\ue000\ue001\ue002", "J")] }), "SCAN"],
    [
      "a file behind a password",
      pdfFile({
        pages: [at(60, 700, 10, "Words.")],
        trailer: `/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${"ab".repeat(32)}>/U<${"cd".repeat(32)}>>>`,
      }),
      "ENCRYPTED",
    ],
    ["a beginning alone", bytes("%PDF-1.7\n"), "DAMAGED"],
    ["its first third", valid.subarray(0, valid.length / 3), "DAMAGED"],
    [
      "pages that are their own children",
      bytes(
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj trailer<</Root 1 0 R>>",
      ),
      "SCAN",
    ],
    [
      "more pages than anybody writes",
      pdfFile({ pages: Array.from({ length: 1001 }, () => "") }),
      "TOO_HARD",
    ],
  ])(
    "%s",
    async (_name, file, reason) => {
      await expect(pdfImporter.read(file)).rejects.toMatchObject({ name: "RefusedImport", reason });
    },
    20_000,
  );

  it("is read all the same where the table of its objects is lost", async () => {
    const text = new TextDecoder("latin1").decode(valid);
    const { blocks } = await pdfImporter.read(bytes(text.replace("startxref\n", "startxref\n9")));
    expect(blocks.map(({ text }) => text)).toEqual(["Words."]);
  });
});
