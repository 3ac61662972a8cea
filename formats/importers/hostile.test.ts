import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type DocxParts, docxFile, p } from "#formats/samples/docx.ts";
import { FUZZED, fuzzedInput } from "#formats/samples/fuzzed.ts";
import { brokenPromises } from "#formats/samples/import-promise.ts";
import { at, pdfFile } from "#formats/samples/pdf.ts";
import { type IncomingArticle, readArticle } from "./registry.ts";

const DEEP = 100_000;
const zeros = new Uint8Array(60_000_000);
const bomb = zipSync({ "word/document.xml": zeros });
const docx = (parts: DocxParts): IncomingArticle => ({ content: docxFile(parts) });
const withXml = (xml: string): IncomingArticle => ({
  content: zipSync({ "word/document.xml": strToU8(xml) }),
});

/** The archive says in all its headers that what it holds has one byte. */
function lying(): Uint8Array {
  const bytes = new Uint8Array(bomb);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 30; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
  }
  return bytes;
}

describe("a file built to exhaust its reader gets a sentence", () => {
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    "",
  );
  it.each<[string, IncomingArticle, string]>([
    ["a zip bomb", { content: bomb }, "TOO_HARD"],
    ["one whose headers lie", { content: lying() }, "TOO_HARD"],
    ["one inside another", { content: zipSync({ "a.zip": bomb }) }, "BINARY"],
    ["entities of entities", withXml(`<!DOCTYPE a [<!ENTITY l0 "lol">${entities}]><a>&l9;</a>`), "DAMAGED"],
    [
      "an entity outside",
      withXml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
      "DAMAGED",
    ],
    ["tables in tables", docx({ body: "<w:tbl><w:tr><w:tc>".repeat(DEEP) }), "TOO_HARD"],
  ])(
    "%s",
    async (_name, incoming, reason) => {
      expect(await readArticle(incoming)).toEqual({ ok: false, reason });
    },
    60_000,
  );

  it("drawings of a PDF within drawings, before all are drawn", async () => {
    const form = (number: number) => {
      const draw = (
        number === 27 ? at(60, 700, 10, "word ".repeat(20)) : `/F ${"Do /F ".repeat(9)}Do`
      ).trim();
      const resources = `/Resources<</Font 3 0 R/XObject<</F ${number + 1} 0 R>>>>`;
      return `<</Type/XObject/Subtype/Form/BBox[0 0 600 800]${resources}/Length ${draw.length}>>\nstream\n${draw}\nendstream`;
    };
    const bytes = pdfFile({
      pages: [{ draw: "/F Do", entries: "/Resources<</XObject<</F 20 0 R>>>>" }],
      objects: [20, 21, 22, 23, 24, 25, 26, 27].map(form),
    });
    expect(await readArticle({ content: bytes })).toEqual({ ok: false, reason: "TOO_HARD" });
  });

  it("reads levels of lists no program has as the deepest it knows", async () => {
    const item = (level: number) =>
      p("一", `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
    expect(await readArticle(docx({ body: item(DEEP) + item(-1) }))).toMatchObject({ ok: true });
  });
});

describe("what is made up or damaged", () => {
  it.each(FUZZED)(
    "breaks no promise of %s",
    async (importer) => {
      for (let seed = 90_000; seed < 90_060; seed += 1) {
        const read = await readArticle(fuzzedInput(importer, seed));
        if (read.ok) expect(brokenPromises(read.article), `seed ${seed}`).toEqual([]);
      }
    },
    120_000,
  );
});
