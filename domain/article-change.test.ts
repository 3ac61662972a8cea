import { describe, expect, it } from "vitest";
import { judgeLook, type Look } from "./article-change.ts";
import { pauseMinutes } from "./watch.ts";

const fetched = { known: ["A"], seen: "A", isFromAddress: true, told: [] };
const told = (sha256: string, state: "open" | "letBe" | "returned") => [{ sha256, state }];

describe("a look", () => {
  it.each<[string, Look, ReturnType<typeof judgeLook>]>([
    ["finds what is known", { ...fetched, found: "A" }, "current"],
    ["finds something new", { ...fetched, found: "B" }, "changed"],
    ["finds something new at once", { ...fetched, seen: null, found: "B" }, "changed"],
    ["finds it again", { ...fetched, seen: "B", told: told("B", "open"), found: "B" }, "nothing"],
    ["finds what was let be", { ...fetched, seen: "B", told: told("B", "letBe"), found: "B" }, "nothing"],
    [
      "finds again what was let be",
      { ...fetched, seen: "A", told: told("B", "letBe"), found: "B" },
      "nothing",
    ],
    ["finds a second change", { ...fetched, seen: "B", told: told("B", "open"), found: "C" }, "changed"],
    ["finds it taken back", { ...fetched, seen: "B", told: told("B", "open"), found: "A" }, "current"],
    [
      "finds once more what was taken back",
      { ...fetched, told: told("B", "returned"), found: "B" },
      "changed",
    ],
    [
      "is the first at a pasted text's page",
      { ...fetched, seen: null, isFromAddress: false, found: "P" },
      "baseline",
    ],
    [
      "finds a pasted text's page changed",
      { ...fetched, known: ["A", "P"], seen: "P", isFromAddress: false, found: "Q" },
      "changed",
    ],
    [
      "finds a pasted text's page as it was",
      { ...fetched, known: ["A", "P"], seen: "Q", isFromAddress: false, found: "P" },
      "current",
    ],
    [
      "finds the page as it was, under a new version",
      { ...fetched, known: ["N"], seen: "A", found: "A" },
      "nothing",
    ],
  ])("%s", (_name, look, means) => {
    expect(judgeLook(look)).toBe(means);
  });
});

it.each([
  [15, 0, 15],
  [15, 1, 30],
  [15, 3, 120],
  [60, 10, 1440],
  [1440, 5, 1440],
])("a watch of %i minutes waits after %i failures for %i", (every, failures, pause) => {
  expect(pauseMinutes(every, failures)).toBe(pause);
});
