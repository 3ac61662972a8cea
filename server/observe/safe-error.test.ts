import fc from "fast-check";
import { expect, test } from "vitest";
import { safeError, safeWords } from "./safe-error.ts";

const CANARY = "kanaria-4711";

test.each([
  ["a parser's excerpt", `Unexpected token 'k', "{"a": ${CANARY}" is not valid JSON`],
  ["a quotation with marks in it", `invalid input syntax for type uuid: "a"${CANARY}"b"`],
  ["single marks", `unknown value '${CANARY}'`],
  ["marks of Japanese", `「${CANARY}」は使えません`],
  ["a quotation that was cut off", `bad value "${CANARY} and more and more`],
  ["a long one", `bad value "${"x ".repeat(5_000)}" ${CANARY}`],
  ["an address", `550 <someone@${CANARY}.example> is unknown`],
  ["an address of the web", `cannot reach https://example.jp/${CANARY}?token=1`],
  ["a driver's key", `Key (email)=(${CANARY}) already exists.`],
  ["a token", `bad token ura_${"a".repeat(20)}${CANARY}${"b".repeat(20)}`],
  ["Prisma's invocation", `Invalid \`db.member.create({ name: "${CANARY}" })\` invocation`],
])("%s is not repeated", (_name, message) => {
  const shown = JSON.stringify(safeError(new Error(message)));
  expect(shown).not.toContain(CANARY);
  expect(shown).not.toContain("b".repeat(20));
});

test.each([
  "The connection ended after 20000 ms",
  "Can't reach the server, which isn't there",
  "Cannot read properties of undefined",
])("a sentence without values stays whole: %s", (message) => {
  expect(safeError(new TypeError(message))).toMatchObject({ type: "TypeError", message });
});

test("only names are taken from what hangs on an error", () => {
  const error = Object.assign(new Error("duplicate key value"), {
    code: "23505",
    constraint: "Member_email_key",
    detail: `Key (email)=(${CANARY})`,
    data: { password: CANARY },
    rejected: [CANARY],
    column: `a sentence with ${CANARY}`,
  });
  const shown = safeError(error);
  expect(shown).toMatchObject({ code: "23505", details: { constraint: "Member_email_key" } });
  expect(JSON.stringify(shown)).not.toContain(CANARY);
});

test("causes are told in the same way, and not for ever", () => {
  const error = new Error("outer", { cause: new Error(`inner "${CANARY}"`) });
  expect(safeError(error).cause).toMatchObject({ message: "inner …" });
  const round = new Error("round");
  round.cause = round;
  expect(JSON.stringify(safeError(round)).match(/round/g)?.length).toBeLessThan(10);
});

test("a stack keeps places and loses the message's lines", () => {
  const { stack = "" } = safeError(new Error(`first\n    at ${CANARY}\nlast`));
  expect(stack).toMatch(/^at .*safe-error\.test\.ts/);
  expect(stack).not.toContain(CANARY);
});

test.each([[undefined], [null], ["words"], [{ password: "x" }]])(
  "%j is no error and says nothing",
  (thrown) => {
    expect(safeError(thrown)).toEqual({ type: typeof thrown, message: "not an error" });
  },
);

test("whatever is quoted, none of it is kept", () => {
  const quoted = fc.string({ minLength: 12, maxLength: 80 }).filter((text) => /[a-z]{4}/i.test(text));
  fc.assert(
    fc.property(quoted, (value) => {
      const [word = ""] = /[a-z]{4,}/i.exec(value) ?? [];
      const shown = safeWords(`bad value: "${value}"`);
      expect(shown === "bad value: …" || !shown.includes(word)).toBe(true);
    }),
  );
});
