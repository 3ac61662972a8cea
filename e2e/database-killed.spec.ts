import type { APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { type OwnProduct, startOwnProduct } from "./own-product.ts";
import { demoMember, openSession } from "./session.ts";
import { wordsOf } from "./words.ts";

/** A start with its own database, and three recoveries of that. */
test.describe.configure({ mode: "serial", timeout: 600_000 });

const KILLS = 3;

let product: OwnProduct;

test.beforeAll(async () => {
  product = await startOwnProduct();
});

test("its database killed under writes: 503 with Retry-After meanwhile, and nothing acknowledged is lost", async ({
  playwright,
}) => {
  const { base } = product;
  const request = await playwright.request.newContext({
    baseURL: base,
    // The language of the member, too: whoever refuses, the one who knows the session or the door, says it in this.
    extraHTTPHeaders: { origin: base, "accept-language": "ja" },
  });
  expect(await openSession(request, demoMember("editor"))).toBe(200);

  const acknowledged: string[] = [];
  const refused: APIResponse[] = [];
  const pages: APIResponse[] = [];
  const health: number[] = [];
  let isOver = false;
  const write = async () => {
    for (let n = 0; !isOver; n += 1) {
      const title = `written-${n}`;
      const answer = await request.post("/api/v1/sources", { data: { title } });
      if (answer.status() === 201) acknowledged.push((await answer.json()).id);
      else refused.push(answer);
    }
  };
  const read = async () => {
    while (!isOver) {
      pages.push(await request.get("/signin", { headers: { accept: "text/html" } }));
      pages.push(await request.get("/", { headers: { accept: "text/html" } }));
      health.push((await request.get("/healthz")).status());
    }
  };
  const work = Promise.all([write(), read()]);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const before = acknowledged.length;
    await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 10);
    const refusedBefore = refused.length;
    product.killDatabase();
    await expect.poll(() => refused.length).toBeGreaterThan(refusedBefore);
    const away = acknowledged.length;
    await expect.poll(() => acknowledged.length, { timeout: 120_000 }).toBeGreaterThan(away + 10);
  }
  isOver = true;
  await work;

  const statuses = new Set(refused.map((answer) => answer.status()));
  expect([...statuses], "no write failed in another way").toEqual([503]);
  for (const answer of refused) expect(answer.headers()["retry-after"]).toBe("2");
  for (const answer of refused)
    expect(await answer.json()).toMatchObject({
      code: "DATABASE_AWAY",
      message: wordsOf("ja")("errors.DATABASE_AWAY"),
      data: { retryAfter: 2 },
    });
  const failed = pages.filter((page) => page.status() !== 200);
  expect([...new Set(failed.map((page) => page.status()))], "no page failed in another way").toEqual([503]);
  for (const page of failed) expect(page.headers()["retry-after"]).toBe("2");
  expect(new Set(health), "the process itself was well").toEqual(new Set([200]));

  const kept = new Set<string>();
  for (let cursor = ""; ; ) {
    const { items, nextCursor } = await (await request.get(`/api/v1/sources?limit=100${cursor}`)).json();
    for (const { id } of items) kept.add(id);
    if (!nextCursor) break;
    cursor = `&cursor=${nextCursor}`;
  }
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  await request.dispose();
});

test("a demo desk, whose passwords are published, is there for this machine's own address alone", async () => {
  await expect(fetch(`http://127.0.0.1:${product.port}/healthz`)).resolves.toMatchObject({ status: 200 });
  await expect(fetch(`http://127.0.0.2:${product.port}/healthz`)).rejects.toThrow();
  expect(product.lines().join("\n")).toContain("Only this machine can open it");
});

test("it ends cleanly, and every line it printed was one JSON object", async () => {
  expect(await product.stop()).toBe(0);
  const said = product.lines().map((line) => JSON.parse(line));
  for (const line of said)
    expect(line).toMatchObject({
      level: expect.anything(),
      time: expect.anything(),
      msg: expect.any(String),
    });
  const words = said.map(({ msg }) => msg);
  expect(words.filter((msg) => msg === "PostgreSQL ended by itself; it is started again")).toHaveLength(
    KILLS,
  );
  expect(words.filter((msg) => msg === "PostgreSQL is back")).toHaveLength(KILLS);
  const stacks = words.filter((msg) => typeof msg === "string" && /\n\s+at /.test(msg));
  expect(stacks.length, "an outage is no flood of stacks").toBeLessThan(10 * KILLS);
});
