import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "@playwright/test";

const face = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf",
);

interface Print {
  /** How its lines run. */
  direction?: "across" | "down";
  format?: "png" | "jpeg";
}

/** Paragraphs in print, as a picture of the page: what somebody would photograph or scan. */
export async function printed(
  browser: Browser,
  paragraphs: readonly string[],
  { direction = "across", format = "png" }: Print = {},
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 700, height: 500 }, deviceScaleFactor: 2 });
  const font = readFileSync(face).toString("base64");
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    @font-face { font-family: Print; src: url(data:font/ttf;base64,${font}) }
    body { margin: 0; padding: 50px; background: #fbfaf7; font: 18px/1.9 Print; height: 400px;
      writing-mode: ${direction === "down" ? "vertical-rl" : "horizontal-tb"} }
    p { margin: 0 0 0.8em }
  </style>${paragraphs.map((text) => `<p>${text}</p>`).join("")}`);
  await page.evaluate(() => document.fonts.load("18px Print", "あA").then(() => undefined));
  const picture = await page.screenshot({ type: format });
  await page.close();
  return picture;
}
