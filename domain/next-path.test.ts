import fc from "fast-check";
import { expect, it } from "vitest";
import { safeNextPath } from "./next-path.ts";

it.each([
  ["a page", "/articles", "/articles"],
  ["a claim", "/articles/1?claim=2#c", "/articles/1?claim=2#c"],
  ["Japanese, as a browser writes it", "/articles?q=金正恩", "/articles?q=%E9%87%91%E6%AD%A3%E6%81%A9"],
  ["nothing", null, "/"],
  ["an empty text", "", "/"],
  ["another site", "https://evil.example/", "/"],
  ["another site without a scheme", "//evil.example", "/"],
  ["another site behind a backslash", "/\\evil.example", "/"],
  ["another site behind a tab, which browsers drop", "/\t/evil.example", "/"],
  ["another site behind a line end", "/\n/evil.example", "/"],
  ["another site behind dots that fold away", "/..//evil.example", "/"],
  ["a script", "javascript:alert(1)", "/"],
  ["a relative path", "articles", "/"],
  ["sign-in itself", "/signin?next=/signin", "/"],
  ["the API", "/api/auth/signout", "/"],
  ["more than anybody bookmarks", `/${"a".repeat(2000)}`, "/"],
])("%s", (_name, asked, expected) => {
  expect(safeNextPath(asked)).toBe(expected);
});

it("never leaves this site, whatever is asked", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    "\t",
    "\n",
    "\r",
    " ",
    ".",
    "@",
    ":",
    "?",
    "#",
    "%2f",
    "evil.example",
    "https:",
    "あ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const path = safeNextPath(parts.join(""));
      expect(new URL(path, "https://here.example").origin).toBe("https://here.example");
      expect(safeNextPath(path)).toBe(path);
    }),
  );
});
