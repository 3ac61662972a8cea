import { describe, expect, it } from "vitest";
import { parseBody } from "./parsed-body.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const FORM = "multipart/form-data; boundary=x";
const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (count: number) =>
  `${Array.from({ length: count }, (_, at) => field(`f${at}`, "あ")).join("")}--x--\r\n`;

describe("parseBody", () => {
  it("reads JSON, said or not, with every text storable", async () => {
    const value = { statement: "a\ufffdb" };
    for (const type of ["", "application/json", "application/json; charset=utf-8"])
      expect(await parseBody({ bytes: bytesOf('{"statement":"a\\u0000b"}'), type })).toEqual({
        kind: "json",
        value,
      });
    expect(await parseBody({ bytes: bytesOf(""), type: "" })).toEqual({ kind: "json", value: undefined });
  });

  it("reads a form, its files as bytes", async () => {
    const form = new FormData();
    form.append("format", "text");
    form.append("file", new File(["あ"], "記事.txt", { type: "text/plain" }));
    // As a browser writes it, with a boundary of a browser's.
    const sent = new Response(form);
    const bytes = new Uint8Array(await sent.arrayBuffer());
    const parsed = await parseBody({ bytes, type: sent.headers.get("content-type") ?? "" });
    const file = { bytes: bytesOf("あ").buffer, fileName: "記事.txt", mediaType: "text/plain" };
    expect(parsed).toEqual({
      kind: "form",
      fields: [
        ["format", "text"],
        ["file", file],
      ],
    });
  });

  it("reads a quoted boundary, and a plain form", async () => {
    expect(await parseBody({ bytes: bytesOf(form(1)), type: 'multipart/form-data; boundary="x"' })).toEqual({
      kind: "form",
      fields: [["f0", "あ"]],
    });
    const type = "application/x-www-form-urlencoded";
    expect(await parseBody({ bytes: bytesOf("a=1&b=2"), type })).toEqual({
      kind: "form",
      fields: [
        ["a", "1"],
        ["b", "2"],
      ],
    });
  });

  it.each([
    ["as many fields as a form may have", form(40), FORM, 40],
    ["more", form(60), FORM, "More than 40 fields"],
    ["many in one line", "a=1&".repeat(50), "application/x-www-form-urlencoded", "More than 40 fields"],
    ["a form without a boundary", form(1), "multipart/form-data", "The form names no boundary"],
    [
      "another kind",
      "a: 1",
      "application/yaml",
      "application/yaml is none of application/json, multipart/form-data",
    ],
    ["what is no JSON", "{", "", "Expected property name"],
  ])("%s", async (_name, text, type, outcome) => {
    const parsed = parseBody({ bytes: bytesOf(text), type });
    if (typeof outcome === "string") await expect(parsed).rejects.toThrow(outcome);
    else expect(await parsed).toMatchObject({ fields: { length: outcome } });
  });
});
