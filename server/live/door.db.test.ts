import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { updateMember } from "#server/commands/update-member.ts";
import { makeActor } from "#server/test/actor.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { LiveClient, leaveAll, visit } from "#server/test/live-client.ts";
import { makeMember, sessionCookie } from "#server/test/member.ts";
import { tokenHeader } from "#server/test/token.ts";

let instance: Instance;

beforeAll(async () => {
  instance = await startInstance();
});
afterEach(leaveAll);
afterAll(() => instance.close());

interface Knock {
  path?: string;
  origin?: string;
  cookie?: string;
  authorization?: string;
}

/** The HTTP status an upgrade is answered with; 101 where it is let in. */
function statusOf({ path = "/live", origin, ...said }: Knock, at = instance): Promise<number> {
  const url = at.liveUrl.replace("/live", path);
  const headers = { ...(origin !== undefined && { origin }), ...said };
  const socket = new WebSocket(url, { headers });
  return new Promise((done) => {
    socket.on("error", () => {});
    socket.on("open", () => {
      socket.terminate();
      done(101);
    });
    socket.on("unexpected-response", (_, response) => {
      response.destroy();
      done(response.statusCode ?? 0);
    });
  });
}

describe("who is let in", () => {
  test("a member's page, told first who it is and what waits in the inbox", async () => {
    const member = await makeMember("viewer");
    const page = await visit(instance, member);
    expect(page.heard).toEqual([
      { type: "welcome", connectionId: expect.any(String), memberId: member.id, build: "test", unread: 0 },
    ]);
  });

  test("a page at the public address behind a proxy that calls us by another name", async () => {
    const cookie = await sessionCookie(await makeMember("viewer"));
    expect(await statusOf({ origin: "http://localhost:3000", cookie })).toBe(101);
  });

  test("no script, whatever its token may: a token is for the API", async () => {
    for (const scope of ["read", "write"] as const) {
      const authorization = await tokenHeader((await makeMember("admin")).id, { scope });
      expect(await statusOf({ origin: instance.origin, authorization })).toBe(401);
    }
  });

  test.each([
    ["without a cookie", {}, 401],
    ["with somebody else's cookie of another name", { cookie: "session=x" }, 401],
    ["from another site", { origin: "https://evil.example" }, 403],
    ["from a frame without an origin", { origin: "null" }, 403],
    ["from who says nothing of a page", { origin: undefined }, 403],
    ["to another path", { path: "/live/else" }, 404],
  ])("nobody %s", async (_, wanted, status) => {
    const cookie = status === 401 ? undefined : await sessionCookie(await makeMember("admin"));
    const knock = { origin: instance.origin, ...(cookie !== undefined && { cookie }), ...wanted };
    expect(await statusOf(knock as Knock)).toBe(status);
  });

  test("a page whose session ended is told so by a code, because browsers hide the status of an upgrade", async () => {
    const member = await makeMember("editor");
    const cookie = await sessionCookie(member);
    await updateMember(await makeActor("admin"), { memberId: member.id, disabled: true });
    for (const session of [cookie, "uratori.session=forged"]) {
      const page = new LiveClient(
        new WebSocket(instance.liveUrl, { origin: instance.origin, headers: { cookie: session } }),
      );
      await page.closes("signedOut");
      expect(page.heard).toEqual([]);
    }
  });

  test("a member has fifty pages at most", async () => {
    const member = await makeMember("viewer");
    await Promise.all(Array.from({ length: 50 }, () => visit(instance, member)));
    const knock = { origin: instance.origin, cookie: await sessionCookie(member) };
    expect(await statusOf(knock)).toBe(429);
    const other = { origin: instance.origin, cookie: await sessionCookie(await makeMember("viewer")) };
    expect(await statusOf(other)).toBe(101);
  });

  test("an address that fails again and again has to wait, on this instance", async () => {
    const own = await startInstance();
    const statuses = await Promise.all(Array.from({ length: 150 }, () => statusOf({}, own)));
    expect(statuses.filter((status) => status === 403).length).toBeGreaterThanOrEqual(120);
    expect(statuses).toContain(429);
    await own.close();
  });
});
