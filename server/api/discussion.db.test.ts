import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "#domain/claim.ts";
import { makeScript, type Script } from "#server/test/call-api.ts";
import { makeClaim } from "#server/test/claim.ts";
import { makeMember } from "#server/test/member.ts";
import { makeThread, mentioning } from "#server/test/thread.ts";

/** A conversation and an inbox as a script has them. */

let editor: Script;
let viewer: Script;
let claim: Claim;

beforeAll(async () => {
  editor = await makeScript("editor");
  viewer = await makeScript("viewer");
  claim = await makeClaim();
});

const threads = () => `/articles/${claim.articleId}/threads`;

describe("a conversation", () => {
  it("is opened, answered, edited, resolved and listed", async () => {
    const draft = { id: uuidv7(), claimId: claim.id, body: "出典は？\n\n白書では違います。" };
    const opened = await editor.send("POST", threads(), draft);
    expect(opened).toMatchObject({ status: 201, json: { id: draft.id, claimId: claim.id, anchor: null } });
    expect(await editor.send("POST", threads(), draft)).toMatchObject({ status: 201, json: opened.json });
    const replied = await editor.send("POST", `/threads/${draft.id}/comments`, {
      body: mentioning("さん、お願いします", viewer.memberId),
    });
    const [first, second] = replied.json.comments as { id: string; text: string; mentions: string[] }[];
    expect(replied.status).toBe(201);
    expect(first?.text).toBe("出典は？\n白書では違います。");
    expect(second?.mentions).toEqual([viewer.memberId]);
    const address = `/comments/${first?.id}`;
    const edited = await editor.send("PATCH", address, { body: "直しました", version: 1 });
    expect(edited).toMatchObject({ status: 200, json: { text: "直しました", version: 2 } });
    expect(await editor.send("PATCH", address, { body: "別の直し", version: 1 })).toMatchObject({
      status: 409,
      json: { code: "CONFLICT", data: { fields: ["body"], current: { text: "直しました", version: 2 } } },
    });
    expect((await editor.send("GET", `/claims/${claim.id}`)).json.openThreads).toBe(1);
    expect((await editor.send("DELETE", address)).status).toBe(204);
    expect((await editor.send("DELETE", address)).status).toBe(204);
    expect((await editor.send("POST", `/threads/${draft.id}/resolve`)).json.resolved).toMatchObject({
      by: { id: editor.memberId },
    });
    expect((await viewer.send("GET", threads())).json.items).toEqual([]);
    expect((await viewer.send("GET", `${threads()}?state=resolved&claimId=${claim.id}`)).json).toMatchObject({
      items: [
        { id: draft.id, comments: [{ body: null }, { text: expect.stringContaining("お願いします") }] },
      ],
      nextCursor: null,
    });
    expect((await editor.send("POST", `/threads/${draft.id}/reopen`)).json.resolved).toBeNull();
    expect((await viewer.send("GET", `/threads/${draft.id}`)).json.abilities).toEqual({
      reply: false,
      resolve: false,
    });
  });

  it.each([
    ["about nothing", {}],
    ["about two things", { claimId: "x", target: { exact: "2019年" } }],
  ])("%s is no conversation", async (_name, about) => {
    const topic = "claimId" in about ? { ...about, claimId: claim.id } : about;
    expect(await editor.send("POST", threads(), { ...topic, body: "？" })).toMatchObject({
      status: 400,
      json: { code: "INVALID_INPUT", data: { issues: [{ path: "target" }] } },
    });
  });

  it.each([
    ["an empty comment", "  ", 422, "COMMENT_EMPTY"],
    ["a long one", "長".repeat(5_001), 422, "COMMENT_TOO_LONG"],
    ["a drawing", { type: "doc", content: [{ type: "image" }] }, 422, "COMMENT_INVALID"],
    ["no document", { type: "paragraph" }, 400, "INVALID_INPUT"],
  ])("refuses %s by name", async (_name, body, status, code) => {
    const refused = await editor.send("POST", threads(), { target: { exact: "2019年" }, body });
    expect(refused).toMatchObject({ status, json: { code, message: expect.stringMatching(/^[A-Z].*\.$/) } });
  });

  it("is not a viewer's to open, answer or resolve", async () => {
    const thread = await makeThread();
    const tries = [
      viewer.send("POST", threads(), { target: { exact: "2019年" }, body: "？" }),
      viewer.send("POST", `/threads/${thread.id}/comments`, { body: "？" }),
      viewer.send("POST", `/threads/${thread.id}/resolve`),
      viewer.send("PATCH", `/comments/${thread.comments[0]?.id}`, { body: "？", version: 1 }),
      viewer.send("DELETE", `/comments/${thread.comments[0]?.id}`),
    ];
    for (const { status, json } of await Promise.all(tries)) {
      expect({ status, code: json.code }).toEqual({ status: 403, code: "FORBIDDEN" });
    }
  });
});

describe("an inbox", () => {
  it("is listed, read, unread again and read as a whole", async () => {
    const reader = await makeScript("viewer");
    for (const words of ["一", "二"]) await makeThread({ body: mentioning(words, reader.memberId) });
    const { json } = await reader.send("GET", "/notifications?limit=1");
    const [newest] = json.items as { id: string; createdAt: string; comment: { excerpt: string } }[];
    expect(json).toMatchObject({ unread: 2, nextCursor: expect.any(String), items: [{ kind: "mention" }] });
    expect(newest?.comment.excerpt).toMatch(/^@Member \d+二$/);
    const ids = [newest?.id];
    expect((await reader.send("POST", "/notifications/read", { ids })).json).toEqual({ unread: 1 });
    const unread = await reader.send("GET", "/notifications?show=unread");
    expect(unread.json.items).toHaveLength(1);
    expect((await reader.send("POST", "/notifications/read", { ids, read: false })).json).toEqual({
      unread: 2,
    });
    const all = { all: true, upTo: newest?.createdAt };
    expect((await reader.send("POST", "/notifications/read", all)).json).toEqual({ unread: 0 });
    expect(
      (await viewer.send("POST", "/notifications/read", { ids, read: false })).json.code,
    ).toBeUndefined();
    expect((await reader.send("GET", "/notifications?show=unread")).json.items).toEqual([]);
    expect((await reader.send("POST", "/notifications/read", { all: true })).status).toBe(400);
  });

  it("has settings, all on until somebody says otherwise", async () => {
    const reader = await makeScript("viewer");
    const on = { inApp: true, byMail: true };
    const kinds = { mention: on, reply: on, assignment: on, decision: on, stale: on };
    const path = "/profile/notification-settings";
    expect((await reader.send("GET", path)).json).toEqual({ kinds, mailConfigured: false });
    const quieter = { ...kinds, reply: { inApp: true, byMail: false } };
    expect((await reader.send("PUT", path, { kinds: quieter })).json).toEqual({
      kinds: quieter,
      mailConfigured: false,
    });
    expect((await reader.send("GET", path)).json.kinds).toEqual(quieter);
    expect((await reader.send("PUT", path, { kinds: { mention: on } })).json.code).toBe("INVALID_INPUT");
  });
});

it("members who can be mentioned are those with open accounts, viewers too", async () => {
  const gone = await makeMember("editor", { disabledAt: new Date() });
  const { json } = await editor.send("GET", "/mentionable-members");
  const ids = (json.items as { id: string }[]).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([editor.memberId, viewer.memberId]));
  expect(ids).not.toContain(gone.id);
});
