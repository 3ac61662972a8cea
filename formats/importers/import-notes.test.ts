import { expect, it } from "vitest";
import { Notes } from "./import-notes.ts";

it("notes count every one, and name its words and pages once each, the pages ascending", () => {
  const notes = new Notes();
  notes.add("rotated_text", "Copy  17", 9);
  notes.add("rotated_text", "Copy 18", 2);
  notes.add("rotated_text", "Copy 17", 9);
  notes.add("header_footer");
  expect(notes.all).toEqual([
    { what: "rotated_text", count: 3, words: ["Copy 17", "Copy 18"], pages: [2, 9] },
    { what: "header_footer", count: 1 },
  ]);
});
