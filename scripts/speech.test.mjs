import { PassThrough } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { passAsJson } from "./speech.mjs";

/** What leaves when a program prints `chunks`, line by line. @param {string[]} chunks */
async function passed(chunks) {
  const from = new PassThrough();
  let text = "";
  passAsJson(from, "error", (more) => {
    text += more;
  });
  for (const chunk of chunks) from.write(chunk);
  const ended = new Promise((done) => from.once("end", () => done(null)));
  from.end();
  await ended;
  return text.split("\n").filter((line) => line !== "");
}

test.each([
  ["a log line as it is", ['{"level":30,"msg":"裏取り"}\n'], ['{"level":30,"msg":"裏取り"}']],
  ["one that came in two pieces", ['{"lev', 'el":30}\n'], ['{"level":30}']],
  ["the last without a line's end", ['{"level":30}'], ['{"level":30}']],
])("passes %s", async (_name, chunks, lines) => {
  expect(await passed(chunks)).toEqual(lines);
});

test("wraps what is none, lines that came together in one", async () => {
  const lines = await passed(['{"a":1}\nError: no\n    at here\n{"b":2}\n{broken\n']);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { a: 1 },
    expect.objectContaining({ level: "error", msg: "Error: no\n    at here" }),
    { b: 2 },
    expect.objectContaining({ level: "error", msg: "{broken" }),
  ]);
});

test("leaves nothing that is no JSON object, whatever is printed and however it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.string(), fc.constantFrom("\n", '{"a":1}\n', "{", "}\n", "⨯ \n"))),
      async (chunks) => {
        for (const line of await passed(chunks)) expect(JSON.parse(line)).toEqual(expect.any(Object));
      },
    ),
  );
});
