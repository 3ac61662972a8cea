import { expect, test } from "vitest";
import { requireSpace } from "./preparation.mjs";
import { Refusal, sentenceOf } from "./refusal.mjs";

const ofSystem = Object.assign(new Error("ENOSPC: no space left on device, write"), {
  code: "ENOSPC",
  path: "/data/x",
});

test.each([
  ["a refusal is its own sentence", new Refusal("port 3000 is taken"), "port 3000 is taken"],
  ["a file that can't be written", ofSystem, "the disk is full: make room and start again (/data/x)"],
  [
    "a cluster that can't be made",
    new Refusal(
      "the database could not be made in /data:\ninitdb: error: could not write: No space left on device",
    ),
    "the disk is full: make room and start again (the database could not be made in /data)",
  ],
  [
    "a server that can't start",
    new Refusal(
      "PostgreSQL did not start; its log (/l) ends with:\nFATAL:  could not write lock file: No space left on device",
    ),
    "the disk is full: make room and start again (PostgreSQL did not start; its log (/l) ends with)",
  ],
  [
    "a refusal that names it already",
    new Refusal("the disk is full: npm ENOSPC"),
    "the disk is full: npm ENOSPC",
  ],
  ["a defect has none: its stack is wanted", new TypeError("x is not a function"), null],
])("%s", (_name, error, sentence) => {
  expect(sentenceOf(error)).toBe(sentence);
});

test("a disk too small is refused by its free megabytes, before anything is written", () => {
  expect(() => requireSpace(process.cwd(), Number.MAX_SAFE_INTEGER)).toThrow(
    /^the disk is full: \d+ MB are free on .*, \d+ MB are needed$/,
  );
  expect(() => requireSpace(process.cwd(), 0)).not.toThrow();
});
