import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { inRoot } from "./places.mjs";
import {
  DATA_PACKAGES,
  ENTRIES,
  FILES,
  FOLDERS,
  isFollowed,
  isLeftOut,
  isOfTests,
} from "./product-files.mjs";
import { productCode, productPackages } from "./product-packages.mjs";

test.each([...ENTRIES, ...FILES, ...FOLDERS, ...DATA_PACKAGES.map((name) => `node_modules/${name}`)])(
  "%s is there",
  (path) => {
    expect(existsSync(inRoot(path))).toBe(true);
  },
);

test.each([
  ["next", "dist/server/next.js", false],
  ["next", "dist/esm/server/next.js", true],
  ["next", "dist/server/next.js.map", true],
  ["next", "dist/compiled/next-server/app-page-turbo.runtime.dev.js", true],
  ["next", "dist/compiled/next-server/app-page-turbo.runtime.prod.js", false],
  ["@prisma/client", "runtime/query_compiler_fast_bg.postgresql.wasm-base64.mjs", false],
  ["@prisma/client", "runtime/query_compiler_fast_bg.mysql.wasm-base64.mjs", true],
  ["pdfjs-dist", "legacy/build/pdf.worker.mjs", false],
  ["pdfjs-dist", "legacy/build/pdf.sandbox.min.mjs", true],
  ["pdfjs-dist", "cmaps/UniJIS-UTF16-H.bcmap", false],
  ["@expo-google-fonts/noto-sans-jp", "400Regular/NotoSansJP_400Regular.ttf", false],
  ["@expo-google-fonts/noto-sans-jp", "900Black/NotoSansJP_900Black.ttf", true],
  ["@expo-google-fonts/noto-sans-jp", "package.json", false],
  ["tesseract.js-core", "tesseract-core-simd-lstm.wasm", false],
  ["tesseract.js-core", "tesseract-core-simd.js", false],
  ["tesseract.js-core", "tesseract-core-simd-lstm.wasm.js", true],
  ["any", "LICENSE.md", false],
  ["any", "README.md", true],
  ["any", "lib/history.js", false],
])("of %s, %s is left out: %s", (name, path, isOut) => {
  expect(isLeftOut(name, path)).toBe(isOut);
});

test("its code is all among the folders it takes, and none of it is of tests", async () => {
  const { files } = await productCode();
  const outside = files.filter(
    (path) => !/^(?:contract|domain|editor|formats|messages|prisma|scripts|server)\/|^server\.ts$/.test(path),
  );
  expect(outside).toEqual([]);
  expect(files.filter(isOfTests)).toEqual([]);
});

test("no package of development is among what it runs on", async () => {
  const folders = await productPackages({ hasPostgres: false });
  const names = folders.map((folder) => folder.split("node_modules/").at(-1) ?? "");
  for (const name of ["typescript", "prisma", "vitest", "playwright", "@biomejs/biome", "knip"])
    expect(names).not.toContain(name);
  expect(names.filter((name) => !isFollowed(name))).toEqual([]);
  for (const name of ["next", "react", "pg", "tsx", "esbuild", "pdfjs-dist", "tesseract.js-core"])
    expect(names).toContain(name);
});
