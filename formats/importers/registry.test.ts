import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MAX_IMPORT_BYTES, TEXT_FORMATS } from "#domain/article-import.ts";
import { docxFile, p } from "#formats/samples/docx.ts";
import { guessFormat, IMPORTERS, type IncomingArticle, importerFor, readArticle } from "./registry.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** What tells an Office file behind a password from outside: the signature of its container, and a stream's name. */
const encryptedOffice = new Uint8Array([
  ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ...new Uint8Array(500),
  ...[..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]),
]);

describe("the registry", () => {
  it("has one importer for every format that is text, and no extension or media type twice", () => {
    expect(IMPORTERS.map((importer) => importer.id)).toEqual([...TEXT_FORMATS]);
    for (const names of [
      IMPORTERS.flatMap((one) => one.extensions),
      IMPORTERS.flatMap((one) => one.mediaTypes),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each([
    { wanted: { fileName: "記事.MD" }, id: "markdown" },
    { wanted: { fileName: "a.b.htm", mediaType: "text/plain" }, id: "html" },
    { wanted: { mediaType: "text/html; charset=utf-8" }, id: "html" },
    { wanted: { fileName: "a.docx" }, id: undefined },
    { wanted: {}, id: undefined },
  ])("finds $id for $wanted", ({ wanted, id }) => {
    expect(importerFor(wanted)?.id).toBe(id);
  });

  it.each([
    { text: "題\n\n本文。", format: "text" },
    { text: "# 題\n\n本文。", format: "markdown" },
    { text: "---\ntitle: 題\n---\n本文。", format: "markdown" },
    { text: "見よ[ここ](https://x.example)を", format: "markdown" },
    { text: "\n<!DOCTYPE html><p>本文", format: "html" },
    { text: "前<p>一</p><p>二</p><p>三</p>", format: "html" },
    { text: "1 < 2 で #タグ と *印*", format: "text" },
    { text: "# 題", fileName: "a.txt", format: "text" },
    { text: "文", fileName: "a.md", format: "markdown" },
  ])("guesses $format for $text ($fileName)", ({ text, fileName, format }) => {
    expect(guessFormat(text, fileName)).toBe(format);
  });
});

describe("readArticle", () => {
  const sample = readFileSync(new URL("../samples/articles/beijing-parade-ja.txt", import.meta.url));

  it("reads a file and the same text pasted alike", async () => {
    const file = await readArticle({ content: new Uint8Array(sample), fileName: "a.txt" });
    const pasted = await readArticle({ content: sample.toString("utf8") });
    expect(file).toMatchObject({ ok: true, format: "text", encoding: "utf-8" });
    expect(pasted).toEqual({ ...file, encoding: null });
  });

  it.each([
    { name: "nothing", content: "" },
    { name: "white space", content: " \u3000\r\n" },
    { name: "a mark alone", content: new Uint8Array([0xef, 0xbb, 0xbf]) },
    { name: "markup alone", content: "<html><body><br></body></html>" },
  ])("answers EMPTY to $name", async ({ content }) => {
    expect(await readArticle({ content })).toEqual({ ok: false, reason: "EMPTY" });
  });

  it.each<[string, IncomingArticle, string]>([
    [
      "an old Word file",
      { content: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), fileName: "a.doc" },
      "BINARY",
    ],
    ["a picture", { content: bytes("GIF89a\u0000") }, "BINARY"],
    ["an archive of something else", { content: zipSync({ "a.txt": bytes("a") }) }, "BINARY"],
    ["a Word file behind a password", { content: encryptedOffice }, "ENCRYPTED"],
    ["the beginning of a Word file", { content: docxFile({ body: p("a") }).subarray(0, 900) }, "DAMAGED"],
    [
      "something else under the name of a Word file",
      { content: bytes("GIF89a"), fileName: "a.docx" },
      "DAMAGED",
    ],
    ["pasted data", { content: "a\u0000\u0001\u0002\u0003b" }, "BINARY"],
    ["bytes of no encoding", { content: new Uint8Array([0x41, 0xff, 0x42]) }, "UNREADABLE_ENCODING"],
  ])("refuses %s", async (_name, incoming, reason) => {
    expect(await readArticle(incoming)).toEqual({ ok: false, reason });
  });

  it.each<[string, IncomingArticle, string, string[]]>([
    ["a NUL in pasted text", { content: "a\u0000b" }, "ab", ["U+0000"]],
    ["half a character", { content: "a\ud800b" }, "a\ufffdb", ["U+D800"]],
    ["a bell in a file", { content: bytes("市は\u0007三日") }, "市は三日", ["U+0007"]],
    [
      "a noncharacter in a page",
      { content: bytes("<p>市は\ufffe三日"), fileName: "a.html" },
      "市は三日",
      ["U+FFFE"],
    ],
    ["a reference to one", { content: "<p>市は&#7;三日</p>", format: "html" }, "市は三日", ["U+0007"]],
    ["a bell in Markdown", { content: "**市**は\u0007三日", format: "markdown" }, "市は三日", ["U+0007"]],
    ["a character nobody could read", { content: "市は\ufffd三日" }, "市は\ufffd三日", ["U+FFFD"]],
  ])("reads %s and says so", async (_name, incoming, text, words) => {
    const read = await readArticle(incoming);
    expect(read).toMatchObject({
      ok: true,
      article: { blocks: [{ text }], notes: [{ what: "characters", count: 1, words }] },
    });
  });

  it("reads a Word file under any name", async () => {
    const content = docxFile({ body: p("本文。") });
    for (const fileName of ["a.docx", "a.txt", undefined])
      expect(await readArticle({ content, fileName })).toMatchObject({
        ok: true,
        format: "docx",
        encoding: null,
        text: null,
        article: { blocks: [{ kind: "paragraph", level: null, text: "本文。" }] },
      });
  });

  it("counts bytes, of pasted text too, and reads exactly the limit", async () => {
    const full = "あ".repeat(Math.floor(MAX_IMPORT_BYTES / 3));
    const limit = MAX_IMPORT_BYTES;
    expect((await readArticle({ content: full })).ok).toBe(true);
    expect(await readArticle({ content: `${full}あ` })).toEqual({
      ok: false,
      reason: "TOO_LARGE",
      bytes: full.length * 3 + 3,
      limit,
    });
    expect(await readArticle({ content: new Uint8Array(limit + 1) })).toEqual({
      ok: false,
      reason: "TOO_LARGE",
      bytes: limit + 1,
      limit,
    });
  });
});
