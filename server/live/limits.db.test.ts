import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { MAX_CLIENT_FRAME_BYTES } from "#domain/live.ts";
import { makeArticle } from "#server/test/article.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { leaveAll, PATIENCE, visit } from "#server/test/live-client.ts";
import { makeMember } from "#server/test/member.ts";

let instance: Instance;

beforeAll(async () => {
  instance = await startInstance();
});
afterEach(leaveAll);
afterAll(() => instance.close());

const page = async () => visit(instance, await makeMember("editor"));

describe("what is no message of ours closes the page's socket, and no other", () => {
  test.each([
    ["no JSON", "{"],
    ["of no known type", '{"type":"delete_everything"}'],
    ["with an id that is none", '{"type":"open","articleId":"1 OR 1=1","after":0}'],
    ["with something too much", '{"type":"leave","really":true}'],
    [
      "from before the beginning",
      '{"type":"open","articleId":"0198a0de-0000-7000-8000-000000000000","after":-1}',
    ],
    ["too long", JSON.stringify({ type: "leave", pad: "x".repeat(MAX_CLIENT_FRAME_BYTES) })],
    ["binary and no prose", Buffer.from([255, 255, 255, 255])],
  ])("%s", async (_, message) => {
    const [guilty, other] = [await page(), await page()];
    guilty.socket.send(message);
    await guilty.closes("badMessage");
    const article = await makeArticle();
    await other.open(article.id, article.seq);
    expect(other.closedWith).toBeNull();
  });

  test("whereabouts before an article is open are heard and mean nothing", async () => {
    const early = await page();
    early.say({ type: "whereabouts", claimId: null, field: null, idle: true });
    const article = await makeArticle();
    expect((await early.open(article.id, article.seq)).people).toMatchObject([{ idle: false }]);
  });
});

describe("too much", () => {
  test("a page that says more than a person does is closed", async () => {
    const loud = await page();
    for (let index = 0; index < 200; index += 1)
      loud.say({ type: "whereabouts", claimId: null, field: null, idle: index % 2 === 0 });
    await loud.closes("tooMany");
  });

  test("a frame above every document ends the connection before it is read", async () => {
    const heavy = await page();
    heavy.socket.send(Buffer.alloc(2_200_000));
    await vi.waitFor(() => expect(heavy.closedWith).toBe(1009), PATIENCE);
  });

  test("somebody on the move is within the limits", async () => {
    const busy = await page();
    const article = await makeArticle();
    await busy.open(article.id, article.seq);
    for (let index = 0; index < 40; index += 1)
      busy.say({ type: "whereabouts", claimId: null, field: `f${index}`, idle: false });
    await vi.waitFor(() => expect(busy.last("people")?.here).toMatchObject([{ field: "f39" }]), PATIENCE);
    expect(busy.closedWith).toBeNull();
  });
});
