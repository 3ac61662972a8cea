import { expect, test } from "vitest";
import { RATING_COLOURS } from "#domain/scale.ts";
import { claimHighlightCss, highlightName, WASHES } from "./highlight-styles.ts";
import { LANES } from "./lanes.ts";
import type { ClaimLook } from "./painted-claim.ts";

const css = claimHighlightCss({
  open: "grey",
  work: "var(--shu)",
  discussed: "var(--soft)",
  focus: "pink",
  pending: "blue",
  hover: "silver",
  settled: Object.fromEntries(RATING_COLOURS.map((key) => [key, `var(--${key})`])) as Record<
    (typeof RATING_COLOURS)[number],
    string
  >,
});

test("every look is drawn in every lane, under a name of its own", () => {
  const looks: ClaimLook[] = [
    "open",
    "work",
    "discussed",
    ...RATING_COLOURS.map((key) => `settled-${key}` as const),
  ];
  const names = looks.flatMap((look) =>
    Array.from({ length: LANES }, (_, lane) => highlightName(look, lane)),
  );
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(css).toContain(`::highlight(${name}){text-decoration:underline`);
    expect(css).toContain(`.claim-mark.${name}{border-block-end:`);
  }
  for (const wash of WASHES) expect(css).toContain(`::highlight(${wash}){background-color:`);
});

test("a settled claim has its rating's colour", () => {
  expect(css).toContain(
    "::highlight(claim-settled-false){text-decoration:underline solid var(--false) 2.5px;",
  );
});
