import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { openSession } from "./session.ts";

const file = process.env.E2E_LOG;

/** Letters that stand in no other test's work. */
const CANARY = "kanariazq";

type Line = Record<string, unknown>;

const written = (): string[] =>
  readFileSync(file ?? "", "utf8")
    .split("\n")
    .filter(Boolean);
const lines = (): Line[] =>
  written().flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Line] : []));

/** Waits for a line that has all of `wanted`. */
async function logged(wanted: Line): Promise<Line> {
  const find = () =>
    lines().find((line) => Object.entries(wanted).every(([name, value]) => line[name] === value));
  await expect.poll(find, { message: JSON.stringify(wanted) }).toBeDefined();
  return find() ?? {};
}

// A server that somebody else started writes its log where they wanted it.
if (file)
  test("the log tells of the door by ids, and repeats nothing that people sent", async ({
    page,
    newMember,
    requestAs,
    signIn,
    article,
  }) => {
    const member = await newMember("editor");
    const stranger = await requestAs(null);
    const idOf = (answer: { headers: () => Record<string, string> }) => answer.headers()["x-request-id"];

    await test.step("signing in, rightly and wrongly", async () => {
      await page.goto(`/signin?next=/articles?q=${CANARY}`);
      await hydrated(page);
      const door = new SignInPage(page);
      const answer = page.waitForResponse((response) => response.url().includes("/callback/credentials"));
      await door.signIn({ email: member.email, password: `${CANARY}-wrong-password` });
      const requestId = idOf(await answer);
      await expect(door.problem).toBeVisible();
      expect(await logged({ event: "sign_in.failed", requestId })).toMatchObject({
        level: "warn",
        method: "password",
        code: "CREDENTIALS_WRONG",
        actorId: null,
      });
      await logged({ event: "request.refused", requestId, operation: "auth", status: 401 });
      await openSession(stranger, { email: `${CANARY}@uratori.example`, password: `${CANARY}-password` });
      expect(await openSession(stranger, member)).toBe(200);
      expect(await logged({ event: "sign_in.succeeded", actorId: member.id })).toMatchObject({
        method: "password",
      });
    });

    await test.step("pages, with what stands in their addresses", async () => {
      await signIn(member);
      for (const path of [
        `/articles?q=${CANARY}`,
        `/invite/${CANARY}-secret`,
        `/articles/${article.id}?claim=${CANARY}`,
        `/${CANARY}/nowhere`,
        `/api/v1/${CANARY}?token=${CANARY}`,
        `/api/auth/${CANARY}`,
        `/pdf-parts/${CANARY}`,
      ]) {
        const answer = await page.request.get(path, { headers: { "user-agent": `${CANARY}-agent` } });
        expect(idOf(answer), path).toMatch(/^[0-9a-f-]{36}$/);
      }
      const answer = await page.goto(`/articles?q=${CANARY}`);
      await logged({
        requestId: answer?.headers()["x-request-id"],
        msg: "answered",
        operation: "page",
        status: 200,
      });
      const broken = await page.request.post("/api/v1/sources", {
        data: `{"title": "${CANARY}`,
        headers: { "content-type": "application/json" },
      });
      expect(broken.status()).toBe(400);
    });

    const session = (await page.context().cookies()).find(({ name }) => name.endsWith("uratori.session"));
    const secrets = [CANARY, session?.value ?? CANARY, member.password, member.email];
    for (const secret of secrets) expect(written().filter((line) => line.includes(secret))).toEqual([]);
    // Node's own warnings go to the other output, which shares the file.
    const foreign = written().filter(
      (line) => !line.startsWith("{") && !/^\(node:\d+\)|^\(Use `node/.test(line),
    );
    expect(foreign).toEqual([]);
  });
