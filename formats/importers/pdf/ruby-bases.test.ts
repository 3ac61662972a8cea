import { describe, expect, it } from "vitest";
import { basesOf } from "./ruby-bases.ts";

/** Letters of ten points side by side; a space is one too. */
const letters = (text: string) =>
  [...text].map((letter, index) => ({ text: letter, x0: index * 10, x1: index * 10 + 10 }));
const read = (line: string, ...rubies: readonly [text: string, x0: number, x1: number][]) =>
  basesOf(
    letters(line),
    rubies.map(([text, x0, x1]) => ({ text, x0, x1 })),
  ).map(({ from, to, reading }) => [line.slice(from, to), reading]);

describe("the letters under a reading", () => {
  it.each<[string, ReturnType<typeof read>, string[][]]>([
    [
      "one after the other",
      read("裏取り港", ["うらど", 0, 20], ["みなと", 30, 40]),
      [
        ["裏取", "うらど"],
        ["港", "みなと"],
      ],
    ],
    [
      "in any order",
      read("裏取り港", ["みなと", 30, 40], ["うらど", 0, 20]),
      [
        ["裏取", "うらど"],
        ["港", "みなと"],
      ],
    ],
    ["one reading in two parts", read("裏取り", ["うら", 0, 4], ["どり", 6, 9]), [["裏", "うらどり"]]],
    ["behind the last letter", read("裏取", ["うら", 0, 10], ["どり", 26, 30]), [["裏", "うらどり"]]],
    ["over a space", read("裏 取", ["どり", 12, 18]), [["取", "どり"]]],
    [
      "over a space, behind a letter with a reading",
      read("裏 取", ["うら", 0, 10], ["ど", 11, 14]),
      [["裏", "うらど"]],
    ],
  ])("%s", (_name, found, bases) => {
    expect(found).toEqual(bases);
  });
});
