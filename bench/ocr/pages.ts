import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright";
import type { ReadingDirection, ReadingLanguage } from "#domain/machine-reading.ts";

/** How a page is made: its resolution in dots an inch, and by how many degrees it lies turned on the glass. */
export interface PageSetting {
  language: ReadingLanguage;
  direction: ReadingDirection;
  dpi: number;
  turned: number;
}

/** A page as a scanner would send it, and what stands on it. */
export interface DrawnPage {
  png: Buffer;
  text: string;
}

/** ISO 216 A4 in CSS pixels, of which an inch has 96. */
const WIDTH = 794;
const HEIGHT = 1123;
const CSS_DPI = 96;
/** Paper around the text, in CSS pixels. */
const EDGE = 90;

const resolve = createRequire(import.meta.url).resolve;
const FACE = readFileSync(
  resolve("@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf"),
).toString("base64");

/** The paragraphs of an article set on A4 pages in 10.5 pt, drawn by a browser, one picture a page. */
export async function drawPages(
  browser: Browser,
  article: string,
  setting: PageSetting,
): Promise<DrawnPage[]> {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: HEIGHT },
    deviceScaleFactor: setting.dpi / CSS_DPI,
  });
  const lines = article.split("\n").map((line) => line.trim());
  const paragraphs = (setting.direction === "down" ? lines.map(upright) : lines).filter(
    (line) => line !== "",
  );
  const pages: DrawnPage[] = [];
  await page.setContent(markupOf(setting), { waitUntil: "load" });
  // A face is fetched when something is set in it: before that, the fallback's lines would be measured.
  await page.evaluate(() => document.fonts.load("14px Set", "あA").then(() => undefined));
  for (let from = 0; from < paragraphs.length; ) {
    const count = await page.evaluate(fitted, paragraphs.slice(from));
    pages.push({
      png: await page.screenshot({ type: "png" }),
      text: paragraphs.slice(from, from + count).join("\n"),
    });
    from += count;
  }
  await page.close();
  return pages;
}

/** Print that runs down has its figures upright, each in a square of its own. */
const upright = (line: string): string =>
  line.replace(/[\d.%:]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + FULL_WIDTH));
const FULL_WIDTH = "０".charCodeAt(0) - "0".charCodeAt(0);

/** Sets as many paragraphs as the page holds, at least one, and says how many. Runs in the page. */
function fitted(paragraphs: string[]): number {
  const sheet = document.querySelector("main");
  if (!sheet) return paragraphs.length;
  sheet.replaceChildren();
  for (const [index, text] of paragraphs.entries()) {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    sheet.append(paragraph);
    const isOver = sheet.scrollHeight > sheet.clientHeight || sheet.scrollWidth > sheet.clientWidth;
    if (!isOver || index === 0) continue;
    paragraph.remove();
    return index;
  }
  return paragraphs.length;
}

const markupOf = ({ language, direction, turned }: PageSetting): string => `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><style>
@font-face { font-family: Set; src: url(data:font/ttf;base64,${FACE}) }
body { margin: 0; background: #fbfaf7; overflow: hidden }
main { margin: ${EDGE}px; width: ${WIDTH - 2 * EDGE}px; height: ${HEIGHT - 2 * EDGE}px;
  font: 14px/1.75 Set; color: #1a1a1a; transform: rotate(${turned}deg);
  writing-mode: ${direction === "down" ? "vertical-rl" : "horizontal-tb"} }
p { margin: 0 0 ${direction === "down" ? "0" : "0.7em"}; ${language === "ja" ? "text-indent: 1em" : ""} }
</style><main></main></html>`;
