import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputHash } from "./input-hash.ts";

const hash = (input: unknown) => inputHash(input, "the secret of a test");

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, shuffled(each)]),
  );
};

describe("the hash of an input", () => {
  it("is the same in whatever order the keys came", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await hash(shuffled(value))).toBe(await hash(value));
      }),
    );
  });

  it("is another for another input", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (one, other) => {
        const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect((await hash(one)) === (await hash(other))).toBe(isSame);
      }),
    );
  });

  it.each<[string, unknown, unknown]>([
    ["a number and its text", { version: 1 }, { version: "1" }],
    ["nothing and an empty text", { quote: null }, { quote: "" }],
    ["what runs over from one field to the next", { a: "bc", d: "" }, { a: "b", d: "c" }],
    ["a list and what has its indexes for keys", ["a"], { 0: "a" }],
    ["a file of another name", new File(["a"], "a.txt"), new File(["a"], "b.txt")],
    ["a file of other bytes", new File(["a"], "a.txt"), new File(["b"], "a.txt")],
  ])("tells apart %s", async (_name, one, other) => {
    expect(await hash(one)).not.toBe(await hash(other));
  });

  it("is another under another secret", async () => {
    expect(await inputHash("x", "one")).not.toBe(await inputHash("x", "other"));
  });

  it("is the same for a file that is sent again, and for a field left out or undefined", async () => {
    const again = () => ({ file: new File(["記事"], "a.txt", { type: "text/plain" }) });
    expect(await hash(again())).toBe(await hash({ ...again(), title: undefined }));
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const);
  return { entries: entries.sort(([a], [b]) => (a < b ? -1 : 1)) };
}
