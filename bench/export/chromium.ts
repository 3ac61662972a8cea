import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";
import { exporterOf } from "#formats/exporters/registry.ts";
import { largeReport } from "#formats/samples/report-large.ts";
import { findChromium } from "../../scripts/chromium.mjs";
import type { Measured } from "./measured.ts";
import { treeMemory } from "./process-tree.ts";

const resolve = createRequire(import.meta.url).resolve;
const FACES = [
  ["Noto Sans JP", 400, "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf"],
  ["Noto Sans JP", 700, "noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf"],
  ["Noto Serif JP", 400, "noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf"],
  ["Noto Serif JP", 700, "noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf"],
] as const;

/**
 * The peer: a browser that is already running prints our HTML report to tagged PDF, with the same faces as the
 * typesetter, because a machine without Japanese fonts would print boxes and be measured too fast.
 */
export async function printWithChromium(claims: number, rounds: number): Promise<Measured> {
  const { executablePath, args, env } = await findChromium();
  const folder = mkdtempSync(join(tmpdir(), "uratori-bench-"));
  const server = await chromium.launchServer({
    ...(executablePath && { executablePath }),
    args: [...args, "--allow-file-access-from-files"],
    env: { ...process.env, ...env },
  });
  const watch = { peak: 0 };
  const timer = setInterval(() => {
    watch.peak = Math.max(watch.peak, treeMemory(server.process().pid ?? 0));
  }, 50);
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const times: number[] = [];
    let bytes = 0;
    for (let round = 0; round <= rounds; round += 1) {
      const file = join(folder, `${round}.html`);
      writeFileSync(file, await pageFor(claims, round));
      const begin = performance.now();
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true });
      await page.close();
      times.push(performance.now() - begin);
      bytes = pdf.length;
    }
    const [cold = Number.NaN, ...warm] = times;
    return { cold, warm, bytes, peak: watch.peak };
  } finally {
    clearInterval(timer);
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pageFor(claims: number, round: number): Promise<string> {
  const { write } = await exporterOf("html");
  const faces = FACES.map(([family, weight, file]) => {
    const address = pathToFileURL(resolve(`@expo-google-fonts/${file}`)).href;
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url("${address}")}`;
  }).join("");
  return String(write(largeReport(claims, round), "ja"))
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace("<style>", () => `<style>${faces}`);
}
