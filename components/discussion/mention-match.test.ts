import { expect, test } from "vitest";
import { mentionQueryIn, peopleNamed } from "./mention-match.ts";

test.each([
  ["@", { from: 0, query: "" }],
  ["＠", { from: 0, query: "" }],
  ["@李", { from: 0, query: "李" }],
  ["確認は@李", { from: 3, query: "李" }],
  ["see @Ann", { from: 4, query: "Ann" }],
  ["@李 海", { from: 0, query: "李 海" }],
  ["@李　海", { from: 0, query: "李　海" }],
  ["😀@an", { from: 2, query: "an" }],
])("%j is a mention being typed", (text, expected) => {
  expect(mentionQueryIn(text)).toEqual(expected);
});

test.each(["", "李", "desk@example", "a.b+c@", "@李 海 さん", "@李\n", "@ 李"])("%j is none", (text) => {
  expect(mentionQueryIn(text)).toBeNull();
});

const people = ["山田 花", "李 海", "Hana Li", "ﾘｰ"].map((name, index) => ({
  id: String(index),
  name,
  disabled: false,
}));

test.each([
  ["", ["山田 花", "李 海", "Hana Li", "ﾘｰ"]],
  ["李海", ["李 海"]],
  ["海", ["李 海"]],
  ["li", ["Hana Li"]],
  ["HANA", ["Hana Li"]],
  ["リー", ["ﾘｰ"]],
  ["誰", []],
])("%j finds %j", (query, names) => {
  expect(peopleNamed(people, query).map(({ name }) => name)).toEqual(names);
});

test("who begins with it comes first", () => {
  const both = [
    { id: "1", name: "Hana Li", disabled: false },
    { id: "2", name: "Lina", disabled: false },
  ];
  expect(peopleNamed(both, "li").map(({ name }) => name)).toEqual(["Lina", "Hana Li"]);
});
