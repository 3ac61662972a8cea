import { describe, expect, it } from "vitest";
import { z } from "zod";
import { inputIssues } from "./issues.ts";

const schema = z.object({
  title: z.string().min(1),
  kinds: z.array(z.enum(["a", "b"])),
  target: z.union([
    z.object({ blockId: z.string() }).strict(),
    z.object({ exact: z.string().min(1) }).strict(),
  ]),
});

const issuesOf = (input: unknown, locale: "ja" | "en" = "en") =>
  inputIssues(schema.safeParse(input).error?.issues ?? [], input, locale);

const good = { title: "題", kinds: ["a"], target: { blockId: "b1" } };

describe("inputIssues", () => {
  it.each<[string, unknown, string[]]>([
    ["a missing field", { ...good, title: undefined }, ["title"]],
    ["a wrong item of a list", { ...good, kinds: ["a", "x"] }, ["kinds.1"]],
    ["the nearest shape of a union", { ...good, target: { exact: "" } }, ["target.exact"]],
    ["no object at all", "text", [""]],
  ])("names %s", (_name, input, paths) => {
    expect(issuesOf(input).map(({ path }) => path)).toEqual(paths);
  });

  it("says what was found instead, in either language", () => {
    expect(issuesOf({ ...good, title: 7 })[0]?.message).toBe(
      "Invalid input: expected string, received number",
    );
    expect(issuesOf({ ...good, title: 7 }, "ja")[0]?.message).toMatch(/string.*数値/);
  });
});
