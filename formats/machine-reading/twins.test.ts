import { expect, it } from "vitest";
import { type PlacedSymbol, withoutTwins } from "./twins.ts";

const SQUARE = 20;
const placed = (text: string, from: number, to: number, confidence = 97): PlacedSymbol => ({
  text,
  confidence,
  isApart: false,
  gap: 0,
  isDoubtful: false,
  box: { x: 0, y: 0, width: 0, height: 0 },
  from,
  to,
});
const said = (symbols: readonly PlacedSymbol[]) =>
  withoutTwins(symbols, SQUARE).map(({ text, isDoubtful }) => (isDoubtful ? `${text}?` : text));

it.each<[string, PlacedSymbol[], string[]]>([
  ["two in the square of one are one", [placed("も", 0, 8), placed("る", 8, 16)], ["も?"]],
  ["the surer one is taken", [placed("も", 0, 8, 80), placed("る", 8, 16)], ["る?"]],
  ["a small one gives way", [placed("ゃ", 0, 8), placed("も", 8, 16, 96)], ["も?"]],
  ["three are one as well", [placed("ゃ", 0, 6), placed("る", 6, 10), placed("も", 10, 15)], ["る?"]],
  ["real ones take two squares", [placed("も", 0, 19), placed("る", 20, 38)], ["も", "る"]],
  ["others may seem squeezed, and stay", [placed("と", 0, 8), placed("に", 8, 16)], ["と", "に"]],
])("%s", (_name, symbols, right) => {
  expect(said(symbols)).toEqual(right);
});
