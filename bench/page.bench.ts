import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type APIRequestContext, type BrowserContext, chromium } from "playwright";
import { findChromium } from "../scripts/chromium.mjs";
import { serveProduct, signIn } from "../scripts/served-product.mjs";
import type { BenchRow } from "./bench.ts";

const CLAIMS = 2000;
const CHARACTERS = 100_000;
const ROUNDS = 15;
const AT_ONCE = 8;
const CASE = `${CHARACTERS.toLocaleString("en")} characters × ${CLAIMS.toLocaleString("en")} claims`;

/**
 * The article page of a long article with many claims, from the production build: the server's time until the whole
 * HTML is there, beside the smallest page the same server renders (the list, empty search), and the script bytes a
 * browser is sent, beside the bare toolkit (React, Mantine, one TipTap editor) bundled and gzipped in the same run.
 */
export async function run(): Promise<BenchRow[]> {
  const { base, stop } = await serveProduct();
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const context = await browser.newContext({ baseURL: base });
    await signIn(context.request, base);
    const article = await longArticle(context.request);
    const page = await serverTimes(context.request, `/articles/${article}`);
    const peer = await serverTimes(context.request, "/articles?q=nothing-is-called-so");
    const scripts = await scriptBytes(context, `/articles/${article}`);
    const bare = await toolkitBytes();
    return [
      row("server time", "article page", "p50", page.p50, "ms"),
      row("server time", "article page", "p95", page.p95, "ms"),
      row("server time", "article page", "HTML", page.kilobytes, "kB"),
      row("server time", "empty list page", "p50", peer.p50, "ms"),
      row("server time", "article ÷ empty list", "p50", page.p50 / peer.p50, "×"),
      row("script bytes", "article page", "transferred", scripts, "kB"),
      row("script bytes", "bare toolkit", "gzipped", bare, "kB"),
      row("script bytes", "article ÷ toolkit", "transferred", scripts / bare, "×"),
    ];
  } finally {
    await browser.close();
    await stop();
  }
}

async function longArticle(request: APIRequestContext): Promise<string> {
  const bullets = CLAIMS;
  const each = Math.floor(CHARACTERS / bullets) - 1;
  const lines = Array.from({ length: bullets }, (_, index) => `・${sentence(index, each)}`);
  const content = `計測のための長い記事\n\nはじめに\n\n${lines.join("\n")}\n`;
  const created = await request.post("/api/v1/articles", { data: { format: "text", content } });
  const { id, revision } = await created.json();
  const ids: string[] = revision.blocks
    .filter(({ kind }: { kind: string }) => kind === "bullet")
    .map((block: { id: string }) => block.id);
  for (let at = 0; at < ids.length; at += AT_ONCE)
    await Promise.all(
      ids.slice(at, at + AT_ONCE).map(async (blockId) => {
        const marked = await request.post(`/api/v1/articles/${id}/claims`, { data: { target: { blockId } } });
        if (marked.status() !== 201) throw new Error(`a claim was refused: ${await marked.text()}`);
      }),
    );
  return id;
}

/** A sentence of `length` code points that no other has. */
function sentence(index: number, length: number): string {
  const body = `第${index + 1}項では、この年の数字が前の年からどれだけ動いたかを資料に当たって確かめ、違いがあれば直す。`;
  return body.repeat(Math.ceil(length / body.length)).slice(0, length - 1);
}

async function serverTimes(request: APIRequestContext, path: string) {
  const times: number[] = [];
  let kilobytes = 0;
  for (let round = 0; round < ROUNDS + 3; round += 1) {
    const start = performance.now();
    const answer = await request.get(path);
    kilobytes = (await answer.body()).length / 1000;
    if (answer.status() !== 200) throw new Error(`${path} answered ${answer.status()}`);
    if (round >= 3) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), kilobytes };
}

/** All script a fresh browser is sent for `path`, as transferred, in kB. */
async function scriptBytes(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.close();
  return bytes / 1000;
}

async function toolkitBytes(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [new URL("./page/limit-page.tsx", import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return gzipSync(outputFiles[0]?.contents ?? "").length / 1000;
}

const row = (bench: string, subject: string, metric: string, value: number, unit: string): BenchRow => ({
  bench: `page ${bench}`,
  case: CASE,
  subject,
  metric,
  value,
  unit,
});
