import { z } from "zod";
import { expect, test } from "./fixtures.ts";

const documentSchema = z.looseObject({
  openapi: z.string().startsWith("3.1"),
  info: z.looseObject({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(
    z.string().startsWith("/"),
    z.record(z.string(), z.looseObject({ responses: z.looseObject({}) })),
  ),
});

/** Section 8 of what the desk promises to scripts. */
const PROMISED = [
  "post /articles",
  "get /articles",
  "get /articles/{articleId}",
  "post /articles/{articleId}/claims",
  "get /articles/{articleId}/claims",
  "get /claims/{claimId}",
  "patch /claims/{claimId}",
  "delete /claims/{claimId}",
  "put /claims/{claimId}/verdict",
  "post /claims/{claimId}/evidence",
  "patch /evidence/{evidenceId}",
  "delete /evidence/{evidenceId}",
  "get /scales",
  "get /sources",
  "get /articles/{articleId}/events",
  "get /articles/{articleId}/report",
];

test("the API says what it is, to machines and to people", async ({ requestAs, browser, baseURL }) => {
  const stranger = await requestAs(null);
  const { paths } = documentSchema.parse(await (await stranger.get("/api/v1/openapi.json")).json());
  const offered = Object.entries(paths).flatMap(([path, calls]) =>
    Object.keys(calls).map((verb) => `${verb} ${path}`),
  );
  expect(offered).toEqual(expect.arrayContaining(PROMISED));

  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const answer = await page.goto(`${baseURL}/api/v1/docs`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const promised of PROMISED) {
    const [verb = "", path = ""] = promised.split(" ");
    await expect(page.getByText(path, { exact: false }).first(), `${verb} ${path}`).toBeVisible();
  }
  await context.close();
});

test("the health of the desk can be asked", async ({ requestAs }) => {
  const stranger = await requestAs(null);
  expect((await stranger.get("/healthz")).status()).toBe(200);
  // A busy machine may need a moment to reach its database; being ready is what is promised.
  await expect.poll(async () => (await stranger.get("/readyz")).status()).toBe(200);
});

test("every refusal is one shape, with its code, its status and a sentence in the caller's language", async ({
  requestAs,
  article,
}) => {
  const [stranger, editor] = [await requestAs(null), await requestAs("editor")];
  const failureSchema = z.object({
    code: z.string(),
    status: z.number(),
    message: z.string().min(1),
    data: z.looseObject({}),
    defined: z.boolean().optional(),
  });
  const claims = `/api/v1/articles/${article.id}/claims`;
  const nowhere = crypto.randomUUID();
  const cases = [
    { ask: () => stranger.get("/api/v1/articles"), code: "UNAUTHENTICATED", status: 401 },
    { ask: () => editor.get(`/api/v1/articles/${nowhere}`), code: "NOT_FOUND", status: 404 },
    { ask: () => editor.get("/api/v1/nothing-here"), code: "NOT_FOUND", status: 404 },
    { ask: () => editor.put("/api/v1/articles", { data: {} }), code: "METHOD_NOT_ALLOWED", status: 405 },
    {
      ask: () => editor.post("/api/v1/articles", { data: { format: "rtf" } }),
      code: "INVALID_INPUT",
      status: 400,
    },
    {
      ask: () =>
        editor.post("/api/v1/articles", { data: "{", headers: { "content-type": "application/json" } }),
      code: "INVALID_INPUT",
      status: 400,
    },
    {
      ask: () => editor.post(claims, { data: { target: { exact: "書いていない文" } } }),
      code: "ANCHOR_NOT_FOUND",
      status: 422,
    },
    {
      ask: () => editor.post(claims, { data: { target: { exact: "北朝鮮" } } }),
      code: "ANCHOR_AMBIGUOUS",
      status: 409,
    },
  ];
  for (const { ask, code, status } of cases) {
    const answer = await ask();
    const failure = failureSchema.parse(await answer.json());
    expect([answer.status(), failure.status, failure.code]).toEqual([status, status, code]);
  }
  const ambiguous = await (await editor.post(claims, { data: { target: { exact: "北朝鮮" } } })).json();
  const text = [...article.revision.text];
  expect(ambiguous.data.candidates.length).toBeGreaterThan(1);
  for (const { start, end } of ambiguous.data.candidates)
    expect(text.slice(start, end).join("")).toBe("北朝鮮");

  const japanese = await (
    await stranger.get("/api/v1/articles", { headers: { "accept-language": "ja" } })
  ).json();
  const english = await (
    await stranger.get("/api/v1/articles", { headers: { "accept-language": "en" } })
  ).json();
  expect(japanese.message).toMatch(/[ぁ-ん]/);
  expect(english.message).toMatch(/^[A-Z]/);
});

test("the same claim sent twice is one claim, and a report has a Japanese name", async ({
  requestAs,
  article,
}) => {
  const editor = await requestAs("editor");
  const data = { id: crypto.randomUUID(), target: { exact: "最大級の外交ショー" } };
  const send = async () => (await editor.post(`/api/v1/articles/${article.id}/claims`, { data })).json();
  const [once, again] = [await send(), await send()];
  expect(again).toEqual(once);
  const answer = await editor.get(`/api/v1/articles/${article.id}/report?format=csv`);
  expect(answer.headers()["content-type"]).toMatch(/^text\/csv/);
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers()["content-disposition"] ?? "")?.[1] ?? "";
  expect(decodeURIComponent(name)).toContain("金正恩総書記");
});
