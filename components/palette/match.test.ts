import { expect, test } from "vitest";
import type { PaletteGroup } from "./actions.tsx";
import { matchGroups } from "./match.ts";

const action = (id: string, label: string, more: { description?: string; keywords?: string[] } = {}) => ({
  id,
  label,
  ...more,
  run: () => {},
});
const groups: PaletteGroup[] = [
  { id: "go", label: "移動", actions: [action("articles", "記事の一覧"), action("members", "メンバー")] },
  {
    id: "claims",
    label: "主張",
    actions: [action("c1", "北京のパレード", { description: "確認中", keywords: ["claim 1"] })],
  },
];
const idsFor = (query: string) =>
  matchGroups(groups, query).flatMap((group) => group.actions.map(({ id }) => id));

test.each([
  ["nothing typed shows all", "", ["articles", "members", "c1"]],
  ["the label", "記事", ["articles"]],
  ["the description", "確認", ["c1"]],
  ["a keyword, in any case", "CLAIM", ["c1"]],
  ["hiragana finds katakana", "めんばー", ["members"]],
  ["half-width finds full-width", "ﾒﾝﾊﾞｰ", ["members"]],
  ["every word counts", "パレード 確認", ["c1"]],
  ["one word is not there", "パレード 記事", []],
])("%s", (_name, query, expected) => {
  expect(idsFor(query)).toEqual(expected);
});
