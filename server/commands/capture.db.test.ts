import { createHash } from "node:crypto";
import Encoding from "encoding-japanese";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#domain/rights/predicate.ts";
import { db } from "#server/db.ts";
import { readCapture, readCaptureBytes } from "#server/reads/capture.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeScript } from "#server/test/call-api.ts";
import { redirectTo, startWebServer, type WebServer, webPage } from "#server/test/web-server.ts";
import { createArticle } from "./create-article.ts";
import { fetchCapture } from "./fetch-capture.ts";

let web: WebServer;
let editor: Actor;

beforeAll(async () => {
  web = await startWebServer();
  await ensureScales(db());
});
afterAll(() => web.close());
beforeEach(async () => {
  web.pages.clear();
  editor = await makeActor();
});

const border = () => ({
  resolve: async () => ["127.0.0.1"],
  allowed: new Set([`news.example:${web.port}`]),
});
const at = (path: string) => `http://news.example:${web.port}${path}`;
const fetched = (path: string, actor = editor) => fetchCapture(actor, { url: at(path) }, border());

const PAGE = `<!doctype html><html lang="ja"><head><title>新橋の費用｜湾岸新聞</title>
<link rel="canonical" href="/news/1"><meta property="og:site_name" content="湾岸新聞">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],
"headline":"新橋の費用","datePublished":"2026-11-20T09:00:00+09:00","author":{"name":"佐藤"}}]}</script></head>
<body><nav>一覧</nav><article><h1>新橋の費用</h1><p>橋は2019年に着工した。𠮷田市長は会見した。</p></article></body></html>`;

describe("an address", () => {
  it("becomes a capture, a preview, and with its id an article that knows where it came from", async () => {
    web.pages.set("/short", redirectTo("/news/1?utm_source=x"));
    web.pages.set("/news/1", webPage(PAGE));
    const preview = await fetched("/short");
    expect(preview).toMatchObject({
      format: "html",
      encoding: "utf-8",
      content: null,
      title: "新橋の費用",
      language: "ja",
      byline: "佐藤",
      publisher: "湾岸新聞",
      url: at("/news/1"),
      publishedAt: "2026-11-20",
      capture: {
        url: at("/short"),
        finalUrl: at("/news/1?utm_source=x"),
        status: 200,
        mediaType: "text/html",
        size: Buffer.byteLength(PAGE),
        sha256: createHash("sha256").update(PAGE).digest("hex"),
        fetchedBy: { id: editor.id },
      },
    });
    expect(preview.blocks.map(({ text }) => text)).toEqual([
      "新橋の費用",
      "橋は2019年に着工した。𠮷田市長は会見した。",
    ]);
    const article = await createArticle(editor, { captureId: preview.capture.id, title: "橋" });
    expect(article).toMatchObject({ title: "橋", byline: "佐藤", url: at("/news/1") });
    expect(article.revision.text).toBe("新橋の費用\n橋は2019年に着工した。𠮷田市長は会見した。");
    expect(await db().revision.findFirstOrThrow({ where: { articleId: article.id } })).toMatchObject({
      origin: "url",
      captureId: preview.capture.id,
      fileName: null,
    });
    expect(Buffer.from(await readCaptureBytes(editor, preview.capture.id)).toString()).toBe(PAGE);
    const events = await db().event.findMany({ where: { subjectId: preview.capture.id } });
    expect(events).toMatchObject([{ kind: "capture.fetched", articleId: null, actorId: editor.id }]);
  });

  const words = "題名です\n\n市は費用を公表していない。市長は記者会見で「年内に着工する」と述べた。";
  const html = (head: string) =>
    `<html><head>${head}</head><body><article><h1>題名です</h1><p>市は費用を公表していない。市長は記者会見で「年内に着工する」と述べた。</p></article></body></html>`;
  const inShiftJis = (text: string) =>
    Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: "SJIS", from: "UNICODE" }));
  const inEucJp = (text: string) =>
    Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: "EUCJP", from: "UNICODE" }));
  const inJis = (text: string) =>
    Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: "JIS", from: "UNICODE" }));
  const inUtf16 = (text: string, mark: boolean) => Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");

  it.each<[string, Uint8Array | string, string, string]>([
    ["Shift_JIS by header", inShiftJis(html("")), "text/html; charset=Shift_JIS", "shift_jis"],
    ["Shift_JIS by meta", inShiftJis(html('<meta charset="x-sjis">')), "text/html", "shift_jis"],
    ["Shift_JIS by content", inShiftJis(html("")), "text/html", "shift_jis"],
    [
      "EUC-JP by header over a wrong meta",
      inEucJp(html('<meta charset="shift_jis">')),
      "text/html; charset=euc-jp",
      "euc-jp",
    ],
    [
      "EUC-JP by an old meta",
      inEucJp(html('<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">')),
      "text/html",
      "euc-jp",
    ],
    [
      "Shift_JIS where the server says Latin 1 by habit",
      inShiftJis(html('<meta charset="shift_jis">')),
      "text/html; charset=ISO-8859-1",
      "shift_jis",
    ],
    ["ISO-2022-JP by header", inJis(html("")), "text/html; charset=iso-2022-jp", "iso-2022-jp"],
    ["ISO-2022-JP by content", inJis(html("")), "text/html", "iso-2022-jp"],
    ["UTF-8 over a wrong header", html(""), "text/html; charset=shift_jis", "utf-8"],
    ["UTF-8 by its mark over a wrong header", `\ufeff${html("")}`, "text/html; charset=euc-jp", "utf-8"],
    ["UTF-16 by header", inUtf16(html(""), false), "text/html; charset=utf-16le", "utf-16le"],
    ["UTF-16 by its mark", inUtf16(html(""), true), "text/html", "utf-16le"],
    [
      "a declaration in XML",
      inShiftJis(`<?xml version="1.0" encoding="Shift_JIS"?>${html("")}`),
      "application/xhtml+xml",
      "shift_jis",
    ],
  ])("is read in its encoding: %s", async (_name, bytes, type, encoding) => {
    web.pages.set("/", webPage(bytes, type));
    const preview = await fetched("/");
    expect(preview.encoding).toBe(encoding);
    expect(preview.blocks.map(({ text }) => text).join("\n\n")).toBe(words);
  });

  it.each([
    ["text/plain; charset=utf-8", "/a", "text"],
    ["text/markdown", "/a", "markdown"],
    ["application/octet-stream", "/notes/a.md", "markdown"],
  ])("may answer %s at %s", async (type, path, format) => {
    web.pages.set(path, webPage("題\n\n本文の一行。", type));
    expect(await fetched(path)).toMatchObject({ format });
  });

  it("keeps nothing of what can't be read", async () => {
    web.pages.set("/", webPage("<html><body><nav>一覧</nav></body></html>"));
    await expect(fetched("/")).rejects.toMatchObject({ code: "ARTICLE_EMPTY" });
    expect(await db().capture.count({ where: { fetchedById: editor.id } })).toBe(0);
  });

  it("is not fetched for a viewer, nor in bulk for anybody", async () => {
    web.pages.set("/", webPage(PAGE));
    await expect(fetched("/", await makeActor("viewer"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = await makeActor();
    await Promise.allSettled(Array.from({ length: 20 }, () => fetched("/missing", other)));
    await expect(fetched("/", other)).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      data: { retryAfter: 6 },
    });
    expect(await fetched("/")).toMatchObject({ format: "html" });
  });
});

describe("over the API", () => {
  it("refuses addresses of this machine by a code and a sentence", async () => {
    const script = await makeScript("editor");
    for (const url of [
      `http://${web.host}/`,
      "http://localhost/",
      "http://[::1]/",
      "http://169.254.169.254/",
    ]) {
      const { status, json } = await script.send("POST", "/captures", { url });
      expect([status, json.code]).toEqual([422, "FETCH_ADDRESS_REFUSED"]);
    }
    expect((await script.send("POST", "/captures", { url: "ftp://example.jp/" })).json.code).toBe(
      "INVALID_INPUT",
    );
  });

  it("hands out what came as a file to save, to viewers too", async () => {
    web.pages.set("/", webPage("<p>題</p><script>alert(1)</script>", "text/html", { "x-served-by": "a" }));
    const { capture } = await fetched("/");
    const viewer = await makeScript("viewer");
    const { json } = await viewer.send("GET", `/captures/${capture.id}`);
    expect(json).toMatchObject({
      id: capture.id,
      headers: { "x-served-by": "a", "content-type": "text/html" },
    });
    const { headers, json: file } = await viewer.send("GET", `/captures/${capture.id}/bytes`);
    expect(file.text).toBe("<p>題</p><script>alert(1)</script>");
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[\w-]+\.bin"/);
    expect(headers.get("content-security-policy")).toBe(
      "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("knows no capture that is none", async () => {
    const id = "0199d7a1-0000-7000-8000-000000000000";
    await expect(readCapture(editor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createArticle(editor, { captureId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
