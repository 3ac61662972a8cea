import Encoding from "encoding-japanese";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeArticle } from "./decode.ts";

type Target = "SJIS" | "EUCJP" | "UTF16LE" | "UTF16BE" | "UTF8" | "JIS";

function encode(text: string, to: Target): Uint8Array {
  const codes = text.split("").map((unit) => unit.charCodeAt(0));
  if (to === "UTF16LE") return Uint8Array.from(codes.flatMap((code) => [code & 0xff, code >> 8]));
  if (to === "UTF16BE") return Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff]));
  return Uint8Array.from(Encoding.convert(codes, { to, from: "UNICODE" }));
}
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)),
  );

const PROSE = "①㈱髙島屋の社長は「北京で会った」と話した。ABC 123\r\nｱｲ";
const ENCODINGS: { target: Target; encoding: string; mark?: number[] }[] = [
  { target: "UTF8", encoding: "utf-8" },
  { target: "UTF8", encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { target: "SJIS", encoding: "shift_jis" },
  { target: "EUCJP", encoding: "euc-jp" },
  { target: "UTF16LE", encoding: "utf-16le" },
  { target: "UTF16LE", encoding: "utf-16le", mark: [0xff, 0xfe] },
  { target: "UTF16BE", encoding: "utf-16be" },
  { target: "UTF16BE", encoding: "utf-16be", mark: [0xfe, 0xff] },
];

describe("decodeArticle", () => {
  it.each(ENCODINGS)("reads $target, mark $mark", ({ target, encoding, mark = [] }) => {
    expect(decodeArticle(bytes(mark, [...encode(PROSE, target)]))).toEqual({
      ok: true,
      text: PROSE,
      encoding,
    });
  });

  it.each(ENCODINGS)(
    "law: what was written in $target (mark $mark) is read back",
    ({ target, encoding, mark = [] }) => {
      const word = fc.constantFrom(
        ..."北京 の が は 東京 です 記事 カタカナ 、 。 「 」 ー 金正恩 ABC 2025 髙 ① ㈱ 彁 表 能 ソ 噂 － \\ ~".split(
          " ",
        ),
        " ",
        "\n",
      );
      const prose = fc.array(word, { maxLength: 40 }).map((words) => `記事は${words.join("")}です。`);
      fc.assert(
        fc.property(prose, (text) => {
          expect(decodeArticle(bytes(mark, [...encode(text, target)]))).toEqual({ ok: true, text, encoding });
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each([
    {
      name: "English in UTF-16LE without a mark",
      input: encode("Plain words, no mark.\n", "UTF16LE"),
      encoding: "utf-16le",
    },
    {
      name: "English in UTF-16BE without a mark",
      input: encode("Plain words, no mark.\n", "UTF16BE"),
      encoding: "utf-16be",
    },
    { name: "ISO-2022-JP", input: encode("北京で会った。", "JIS"), encoding: "iso-2022-jp" },
    {
      name: "a declared Shift_JIS page",
      input: bytes('<meta charset="Shift_JIS"><p>', [...encode("表示", "SJIS")]),
      encoding: "shift_jis",
    },
    {
      name: "a declared EUC-JP page, the old way",
      input: bytes('<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP"><p>', [
        ...encode("亜", "EUCJP"),
      ]),
      encoding: "euc-jp",
    },
    {
      name: "a declared Windows-1252 page",
      input: bytes('<meta charset="iso-8859-1"><p>caf', [0xe9, 0x21]),
      encoding: "windows-1252",
    },
    {
      name: "UTF-8 under a stale declaration",
      input: bytes('<meta charset="shift_jis"><p>北京で会った'),
      encoding: "utf-8",
    },
  ])("reads $name", ({ input, encoding }) => {
    expect(decodeArticle(input)).toMatchObject({ ok: true, encoding });
    const result = decodeArticle(input);
    expect(result.ok && result.text).not.toContain("\ufffd");
  });

  it.each([
    { name: "a NUL", input: bytes("ab", [0], "c"), text: "ab\0c" },
    { name: "a bell", input: bytes("市は", [7], "三日"), text: "市は\u0007三日" },
    { name: "a noncharacter", input: bytes("市は\ufffe三日"), text: "市は\ufffe三日" },
    {
      name: "half a pair in UTF-8",
      input: bytes("市は", [0xed, 0xa0, 0xbd], "三日"),
      text: "市は\ufffd三日",
    },
    {
      name: "half a pair in UTF-16",
      input: bytes([0xff, 0xfe], [...encode("市は\ud83d三日", "UTF16LE")]),
      text: "市は\ufffd三日",
    },
    {
      name: "a bell in Shift_JIS",
      input: encode("市は三日、\u0007港の計画を公表した。", "SJIS"),
      text: "市は三日、\u0007港の計画を公表した。",
    },
  ])("reads a text with $name in it", ({ input, text }) => {
    expect(decodeArticle(input)).toMatchObject({ ok: true, text });
  });

  it.each([
    { name: "a PDF", input: bytes("%PDF-1.7\n本文"), reason: "BINARY" },
    { name: "a zip (docx)", input: bytes("PK", [3, 4, 20, 0]), reason: "BINARY" },
    { name: "a PNG", input: bytes([0x89], "PNG\r\n"), reason: "BINARY" },
    { name: "NULs among text", input: bytes("abc", [0, 0, 0, 1, 2], "def"), reason: "BINARY" },
    {
      name: "NULs after a mark",
      input: bytes([0xef, 0xbb, 0xbf], "ab", [0, 0, 0, 0], "c"),
      reason: "BINARY",
    },
    { name: "broken UTF-8", input: bytes("北京で会った", [0xe3, 0x81], "x"), reason: "UNREADABLE_ENCODING" },
    {
      name: "broken UTF-8 after a mark",
      input: bytes([0xef, 0xbb, 0xbf], "北", [0xff]),
      reason: "UNREADABLE_ENCODING",
    },
    {
      name: "Windows-1252 without a declaration",
      input: bytes("He said ", [0x93], "hello", [0x94], " to us all"),
      reason: "UNREADABLE_ENCODING",
    },
    { name: "noise", input: bytes([0xff, 0xff, 0x80, 0xfd, 0xfe]), reason: "UNREADABLE_ENCODING" },
  ])("refuses $name", ({ input, reason }) => {
    expect(decodeArticle(input)).toEqual({ ok: false, reason });
  });
});
