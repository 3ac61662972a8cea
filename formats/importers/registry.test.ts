import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MAX_IMPORT_BYTES, TEXT_FORMATS } from "#domain/article-import.ts";
import { guessFormat, IMPORTERS, importerFor, readArticle } from "./registry.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

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

  it("reads a file and the same text pasted alike", () => {
    const file = readArticle({ content: new Uint8Array(sample), fileName: "a.txt" });
    const pasted = readArticle({ content: sample.toString("utf8") });
    expect(file).toMatchObject({ ok: true, format: "text", encoding: "utf-8" });
    expect(pasted).toEqual({ ...file, encoding: null });
  });

  it.each([
    { name: "nothing", content: "" },
    { name: "white space", content: " \u3000\r\n" },
    { name: "a mark alone", content: new Uint8Array([0xef, 0xbb, 0xbf]) },
    { name: "markup alone", content: "<html><body><br></body></html>" },
  ])("answers EMPTY to $name", ({ content }) => {
    expect(readArticle({ content })).toEqual({ ok: false, reason: "EMPTY" });
  });

  it("answers the others", () => {
    expect(readArticle({ content: bytes("%PDF-1.4") })).toEqual({ ok: false, reason: "BINARY" });
    expect(readArticle({ content: "a\u0000b" })).toEqual({ ok: false, reason: "BINARY" });
    expect(readArticle({ content: "a\ud800b" })).toEqual({ ok: false, reason: "UNREADABLE_ENCODING" });
    expect(readArticle({ content: new Uint8Array([0x41, 0xff, 0x42]) })).toEqual({
      ok: false,
      reason: "UNREADABLE_ENCODING",
    });
  });

  it("counts bytes, of pasted text too, and reads exactly the limit", () => {
    const full = "あ".repeat(Math.floor(MAX_IMPORT_BYTES / 3));
    const limit = MAX_IMPORT_BYTES;
    expect(readArticle({ content: full }).ok).toBe(true);
    expect(readArticle({ content: `${full}あ` })).toEqual({
      ok: false,
      reason: "TOO_LARGE",
      bytes: full.length * 3 + 3,
      limit,
    });
    expect(readArticle({ content: new Uint8Array(limit + 1) })).toEqual({
      ok: false,
      reason: "TOO_LARGE",
      bytes: limit + 1,
      limit,
    });
  });
});
