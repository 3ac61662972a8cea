import { expect, test } from "vitest";
import { askedComplaints, languageComplaints } from "./check-messages.mjs";
import { icuArguments } from "./icu-arguments.mjs";

/** @param {Record<string, string>} en @param {Record<string, string>} ja */
const compare = (en, ja) =>
  languageComplaints({ en: new Map(Object.entries(en)), ja: new Map(Object.entries(ja)) });

/** @param {string[]} keys @param {string} code */
const uses = (keys, code) => askedComplaints(keys, new Map([["components/a.tsx", code]]));

test.each([
  ["plain", "x", []],
  ["{name} and {count, number}", "arguments", ["count", "name"]],
  ["{n, plural, =0 {none} one {# of {total}} other {<b>#</b>}}", "branches", ["<b>", "n", "total"]],
  ["it''s '{not}' {one}", "quotes", ["one"]],
])("%s: %s", (message, _name, names) => {
  expect(icuArguments(message)).toEqual(names);
});

test("languages agree, except in what a plural needs", () => {
  expect(compare({ "a.b": "{n, plural, one {# claim} other {# claims}}" }, { "a.b": "{n}件" })).toEqual([]);
});

test.each([
  ["a missing key", { "a.b": "x", "a.c": "y" }, { "a.b": "x" }, "a.c has no words in ja"],
  ["an empty message", { "a.b": "x" }, { "a.b": " " }, "a.b has no words in ja"],
  ["another argument", { "a.b": "{name}" }, { "a.b": "{nmae}" }, "different arguments"],
  ["an open brace", { "a.b": "{name" }, { "a.b": "{name}" }, "without its }"],
])("%s: complaint", (_name, en, ja, said) => {
  expect(compare(en, ja).join("\n")).toContain(said);
});

const translator = 'const t = useTranslations("a");';

test.each([
  ["by name", `function A() { ${translator} t("b"); t.rich("c.d") }`],
  ["put together", `function A() { ${translator} t(\`\${x}\`); t(\`c.\${x}\`) }`],
  ["one of two", `function A() { ${translator} t(yes ? "b" : "c.d") }`],
  ["by a variable", `type K = "b" | "c.d"; function A(k: K) { ${translator} t(k) }`],
])("a key is used %s", (_name, code) => {
  expect(uses(["a.b", "a.c.d"], code)).toEqual([]);
});

test("unused, missing and impossible keys are named", () => {
  const code = `function A() { ${translator} t("x"); t(\`y.\${z}\`) }\nfunction B() { const t = useTranslations("o"); t("b") }`;
  expect(uses(["a.b", "o.b"], code)).toEqual([
    "components/a.tsx asks for a.x, which does not exist",
    "components/a.tsx asks for a.y.…, and nothing is like that",
    "a.b is asked for by nobody",
  ]);
});
