import { expect, it } from "vitest";
import { pdfPart } from "./pdf-part.ts";

it.each([
  ["legacy/build/pdf.worker.min.mjs", "text/javascript; charset=utf-8"],
  ["cmaps/UniJIS-UTF16-H.bcmap", "application/octet-stream"],
  ["standard_fonts/FoxitFixed.pfb", "application/octet-stream"],
  ["wasm/openjpeg.wasm", "application/wasm"],
])("gives a browser %s", async (name, type) => {
  const answer = await pdfPart(name);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, type]);
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000);
});

it.each([
  "package.json",
  "cmaps/../package.json",
  "legacy/build/pdf.mjs",
  "/etc/passwd",
  "cmaps/x.bcmap",
  "",
  ".",
])("but not %s", async (name) => {
  expect((await pdfPart(name)).status).toBe(404);
});
