import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for the edges of controls and the focus ring. */
const TEXT_CONTRAST = 4.5;
const PART_CONTRAST = 3;

const SURFACES = ["paper", "desk", "raise"];
const PARTS = ["line-strong", "focus"];
const NOT_DRAWN_AS_TEXT = [...SURFACES, ...PARTS, "line", "shu-wash", "selection", "shade"];

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const light = colours(css.slice(css.indexOf(":root"), css.indexOf("[data-mantine")));
const dark = colours(css.slice(css.indexOf("[data-mantine")));

describe.each([
  ["light", light],
  ["dark", dark],
] as const)("the %s scheme", (_name, scheme) => {
  const texts = [...scheme.keys()].filter((token) => !NOT_DRAWN_AS_TEXT.includes(token));
  test.each(texts)("%s can be read on every surface", (token) => {
    for (const surface of SURFACES) expect(contrast(scheme, token, surface)).toBeGreaterThan(TEXT_CONTRAST);
  });
  test.each(PARTS)("%s can be seen on every surface", (token) => {
    for (const surface of SURFACES) expect(contrast(scheme, token, surface)).toBeGreaterThan(PART_CONTRAST);
  });
});

test("both schemes say the same tokens", () => {
  expect([...dark.keys()]).toEqual([...light.keys()]);
});

function colours(block: string): Map<string, string> {
  const found = block.matchAll(/--([a-z-]+): (#[0-9a-f]{6,8});/g);
  return new Map([...found].map(([, token = "", value = ""]) => [token, value]));
}

function contrast(scheme: Map<string, string>, a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(scheme.get(a)), luminance(scheme.get(b))].sort(
    (x, y) => x - y,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it; 0 for a token that is not there, so that its test fails. */
function luminance(hex = "#000000"): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
