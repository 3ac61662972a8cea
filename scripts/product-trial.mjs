import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { createCanvas } from "@napi-rs/canvas";
import { WebSocket } from "ws";
import { LIVE_PATH } from "../domain/live.ts";
import { Refusal } from "./refusal.mjs";

const EMAIL = "admin@uratori.example";
const PASSWORD = "trial-of-the-product-2026";
const FIGURE = "1,234";

/**
 * Uses a running product once for everything that lies beside its build: threads, native code, fonts, the engine that
 * reads pictures, sockets. Whatever was forgotten when it was packed fails here.
 *
 * @param {string} base its address
 * @param {string} token that makes the first admin
 * @param {(what: string) => void} note told what is tried
 */
export async function tryProduct(base, token, note) {
  const headers = { origin: base, "accept-language": "en" };
  const api = `${base}/api/v1`;
  note("first admin");
  await sent(`${api}/setup`, { headers, body: { token, email: EMAIL, name: "Admin", password: PASSWORD } });
  const cookie = await signedIn(base, headers);
  const mine = { ...headers, cookie };

  note("pages");
  for (const path of ["/", "/profile", "/members", "/inbox"]) await page(`${base}${path}`, mine);

  note("an article, a claim");
  const content = `# 見出し\n\n来場者は${FIGURE}人だった。\n\n- 一つ目\n- 二つ目\n`;
  const article = await sent(`${api}/articles`, { headers: mine, body: { content, format: "markdown" } });
  const target = { exact: `来場者は${FIGURE}人だった。` };
  await sent(`${api}/articles/${article.id}/claims`, { headers: mine, body: { target } });
  await page(`${base}/articles/${article.id}`, mine);

  note("a report as PDF, and that PDF as an article");
  const report = await fetch(`${api}/articles/${article.id}/report?format=pdf`, { headers: mine });
  const pdf = await report.blob();
  if (!report.ok || pdf.size < 10_000) throw new Refusal(`the PDF has ${pdf.size} bytes (${report.status})`);
  const preview = await sentForm(`${api}/article-previews`, mine, { file: new File([pdf], "report.pdf") });
  if (!JSON.stringify(preview).includes(FIGURE)) throw new Refusal("the PDF was not read");

  note("a picture read by machine");
  const file = new File([picture()], "scan.png");
  const reading = await sentForm(`${api}/readings`, mine, { file, direction: "across", language: "en" });
  await readToEnd(`${api}/readings/${reading.id}`, mine);

  note("a socket");
  const socket = new WebSocket(`${base.replace("http", "ws")}${LIVE_PATH}`, { headers: mine });
  await once(socket, "open");
  socket.close();

  note("what the browser draws PDF with");
  await page(`${base}/pdf-parts/legacy/build/pdf.worker.min.mjs`, mine);
  await page(`${base}/healthz`, mine);
}

/** @param {string} base @param {Record<string, string>} headers @returns {Promise<string>} the session's cookie */
async function signedIn(base, headers) {
  const token = await fetch(`${base}/api/auth/csrf`, { headers });
  const cookies = token.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const { csrfToken } = await token.json();
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { ...headers, cookie: cookies.join("; ") },
    body: new URLSearchParams({ csrfToken, email: EMAIL, password: PASSWORD, json: "true" }),
  });
  if (!answer.ok) throw new Refusal(`signing in answers ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** @param {string} url @param {{ headers: Record<string, string>, body: unknown }} call @returns {Promise<any>} */
async function sent(url, { headers, body }) {
  const json = { ...headers, "content-type": "application/json" };
  return await answered(await fetch(url, { method: "POST", headers: json, body: JSON.stringify(body) }));
}

/** @param {string} url @param {Record<string, string>} headers @param {Record<string, string | File>} fields */
async function sentForm(url, headers, fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return await answered(await fetch(url, { method: "POST", headers, body }));
}

/** @param {Response} answer @returns {Promise<any>} */
async function answered(answer) {
  const text = await answer.text();
  if (!answer.ok) throw new Refusal(`${answer.url} answers ${answer.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** @param {string} url @param {Record<string, string>} headers */
async function page(url, headers) {
  const answer = await fetch(url, { headers });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Refusal(`${url} answers ${answer.status}`);
}

/** @param {string} url @param {Record<string, string>} headers */
async function readToEnd(url, headers) {
  for (;;) {
    const reading = await answered(await fetch(url, { headers }));
    if (reading.state === "done") return;
    if (reading.state !== "waiting" && reading.state !== "running")
      throw new Refusal(`the machine did not read: ${JSON.stringify(reading)}`);
    await pause(250);
  }
}

function picture() {
  const canvas = createCanvas(900, 300);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "black";
  context.font = "48px sans-serif";
  context.fillText(`There were ${FIGURE} visitors.`, 60, 150);
  return new Uint8Array(canvas.toBuffer("image/png"));
}
