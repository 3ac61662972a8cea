import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ApartDocument,
  apartDocument,
  LABELS,
  LOOKS,
  type Look,
  SCRIPTS,
  type Wish,
  type WishedPiece,
} from "#formats/samples/apart.ts";
import { asDocx } from "#formats/samples/apart-docx.ts";
import { asHtml } from "#formats/samples/apart-html.ts";
import { brokenLaw } from "#formats/samples/apart-law.ts";
import { asMarkdown } from "#formats/samples/apart-markdown.ts";
import { asPdf } from "#formats/samples/apart-pdf.ts";
import { asText } from "#formats/samples/apart-text.ts";
import { type IncomingArticle, readArticle } from "./registry.ts";

/** Documents of runs that look as a format can show them. */
function documents(looks: readonly Look[], byPlace = false): fc.Arbitrary<ApartDocument> {
  const wish = fc.record<Wish>({
    script: fc.constantFrom(...SCRIPTS),
    // Most of a text stands in the line.
    look: fc.oneof({ weight: 2, arbitrary: fc.constant<Look>("plain") }, fc.constantFrom(...looks)),
    length: fc.integer({ min: 1, max: 2 }),
  });
  const some = <Part>(part: fc.Arbitrary<Part>, minLength: number, maxLength: number) =>
    fc.array(part, { minLength, maxLength });
  const line = some(wish, 1, 4);
  const lines = some(line, 1, 3);
  const cell = fc.record({ isList: fc.boolean(), paragraphs: some(some(line, 1, 2), 1, 2) });
  const how = fc.nat(2);
  const piece = fc.oneof<fc.Arbitrary<WishedPiece>[]>(
    fc.record({ is: fc.constant("paragraph"), how, lines }),
    fc.record({ is: fc.constant("speech"), how, turns: some(line, 2, 3) }),
    fc.record({ is: fc.constant("list"), how, label: fc.constantFrom(...LABELS), items: some(lines, 2, 3) }),
    fc.record({ is: fc.constant("table"), how, rows: some(some(cell, 2, 2), 2, 2) }),
  );
  return some(piece, 1, 4).map((wished) => apartDocument(wished, { byPlace }));
}

interface Way {
  name: string;
  /** What the format can show so that whoever reads its characters can tell. */
  looks: readonly Look[];
  /** Whether only its place tells what is raised. */
  byPlace?: boolean;
  runs: number;
  write: (document: ApartDocument) => IncomingArticle;
}

const WAYS: readonly Way[] = [
  {
    name: "a web page",
    looks: LOOKS,
    runs: 200,
    write: (made) => ({ content: asHtml(made), format: "html" }),
  },
  {
    name: "Markdown",
    looks: LOOKS,
    runs: 200,
    write: (made) => ({ content: asMarkdown(made), format: "markdown" }),
  },
  {
    name: "plain text",
    looks: ["plain"],
    runs: 200,
    write: (made) => ({ content: asText(made), format: "text" }),
  },
  { name: "a Word file", looks: LOOKS, runs: 100, write: (made) => ({ content: asDocx(made) }) },
  {
    name: "a PDF",
    looks: ["plain", "raised", "lowered"],
    byPlace: true,
    runs: 40,
    write: (made) => ({ content: asPdf(made) }),
  },
];

/** Decision 021: what a reader of the source sees apart stays apart, and no word is missing without being named. */
describe("the law of every importer", () => {
  it.each(WAYS)("holds for $name", async ({ looks, byPlace, runs, write }) => {
    await fc.assert(
      fc.asyncProperty(documents(looks, byPlace), async (document) => {
        const read = await readArticle(write(document));
        expect(read.ok ? brokenLaw(document, read.article) : read.reason).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
