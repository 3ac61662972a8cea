import { expect, test } from "vitest";
import { layerComplaints } from "./check-layers.mjs";

/** @param {Record<string, string>} files */
const complaints = (files) => layerComplaints(new Map(Object.entries(files)));

test("a walk down the strata is welcome", () => {
  const files = {
    "domain/claim.ts": 'import { z } from "zod";',
    "contract/claim.ts": 'import { claim } from "#domain/claim.ts";\nimport { oc } from "@orpc/contract";',
    "server/reads/claim.ts": 'import { db } from "#server/db.ts";\nimport { claim } from "#domain/claim.ts";',
    "app/page.tsx": 'import { readClaim } from "#server/reads/claim.ts";',
  };
  expect(complaints(files)).toEqual([]);
});

test.each([
  [
    "domain reaches for the server",
    "domain/a.ts",
    'import { db } from "#server/db.ts";',
    "imports no other stratum",
  ],
  [
    "a relative path hides it",
    "domain/a.ts",
    'import { db } from "../server/db.ts";',
    "imports no other stratum",
  ],
  [
    "a type counts too",
    "components/a.tsx",
    'import type { Row } from "#server/row.ts";',
    "may use domain, contract",
  ],
  ["so does a re-export", "components/a.tsx", 'export { x } from "#formats/x.ts";', "formats/"],
  [
    "so does an import in a function",
    "components/a.tsx",
    'const f = () => import("#server/db.ts");',
    "server/",
  ],
  ["domain draws", "domain/a.ts", 'import { useState } from "react";', "imports react"],
  [
    "the editor knows React",
    "editor/a.ts",
    'import { useEditor } from "@tiptap/react";',
    "imports @tiptap/react",
  ],
  [
    "a component reads a file",
    "components/a.tsx",
    'import { readFileSync } from "node:fs";',
    "imports node:fs",
  ],
  ["the server draws", "server/a.ts", 'import { Button } from "@mantine/core";', "imports @mantine/core"],
  ["a file stands outside", "stray.ts", "", "stands outside the house"],
  ["a folder stands outside", "lib/stray.ts", "", "stands outside the house"],
  ["a name says nothing", "domain/utils.ts", "", "a name that says nothing"],
])("%s: complaint", (_name, path, text, said) => {
  expect(complaints({ [path]: text }).join("\n")).toContain(said);
});

test("a circle is named with all its files, and a circle of types is none", () => {
  const circle = {
    "domain/a.ts": 'import { b } from "./b.ts";',
    "domain/b.ts": 'import { a } from "#domain/a.ts";',
  };
  expect(complaints(circle)).toEqual([expect.stringContaining("domain/a.ts → domain/b.ts → domain/a.ts")]);
  expect(complaints({ ...circle, "domain/b.ts": 'import type { A } from "./a.ts";' })).toEqual([]);
});

test("tests may use any package, and still keep to their stratum", () => {
  expect(complaints({ "domain/a.test.ts": 'import { test } from "vitest";' })).toEqual([]);
  expect(complaints({ "domain/a.test.ts": 'import { db } from "#server/db.ts";' })).toHaveLength(1);
});

test("what looks like an import in a comment or a text is none", () => {
  expect(complaints({ "domain/a.ts": '// import "#server/db.ts"\nconst x = `import "react"`;' })).toEqual([]);
});

test("finding nothing to check is a fault of the check", () => {
  expect(complaints({})).toHaveLength(1);
});
