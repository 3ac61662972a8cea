import { beforeEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "#domain/error.ts";
import { ADDRESS_PATIENCE, NETWORK_PATIENCE } from "#domain/sign-in-throttle.ts";
import { db } from "#server/db.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { makeMember, TEST_PASSWORD } from "#server/test/member.ts";
import { rememberDevice } from "./remember-device.ts";
import { signIn } from "./sign-in.ts";

const network = "203.0.113.9";
const wrong = { code: "CREDENTIALS_WRONG" };
const tooMany = { code: "TOO_MANY_REQUESTS" };

beforeEach(async () => {
  vi.useRealTimers();
  await emptyDatabase();
});

const tried = (email: string, password: string, from = network, device: string | null = null) =>
  signIn({ email, password, network: from, device }).then(
    () => "in",
    (error: unknown) => (error instanceof Refusal ? { code: error.code, data: error.data } : error),
  );

async function fail(times: number, email: string, from = network) {
  const answers = [];
  for (let count = 0; count < times; count += 1) answers.push(await tried(email, "wrong", from));
  return answers;
}

it("lets a member in by address and password", async () => {
  const { email, id } = await makeMember("viewer");
  expect(await signIn({ email, password: TEST_PASSWORD, network, device: null })).toMatchObject({ id });
});

it("lets everybody in who comes at the same moment from one newsroom", async () => {
  const members = await Promise.all(Array.from({ length: 12 }, () => makeMember("editor")));
  const answers = await Promise.all(members.map(({ email }) => tried(email, TEST_PASSWORD)));
  expect(answers).toEqual(members.map(() => "in"));
});

it("answers a wrong password, an unknown address, a closed account and one without a password alike", async () => {
  const known = await makeMember("viewer");
  const closed = await makeMember("viewer", { disabledAt: new Date() });
  const elsewhere = await makeMember("viewer", { passwordHash: null, oidcSubject: "issuer|1" });
  const answers = [
    await tried(known.email, "wrong"),
    await tried("nobody@uratori.example", TEST_PASSWORD),
    await tried(closed.email, TEST_PASSWORD),
    await tried(elsewhere.email, TEST_PASSWORD),
  ];
  expect(answers).toEqual(Array(4).fill({ ...wrong, data: {} }));
});

describe("repeated failures", () => {
  it("make an address wait, known or not, and say how long", async () => {
    const { email } = await makeMember("viewer");
    const known = await fail(ADDRESS_PATIENCE.free + 1, email, "network 1");
    const unknown = await fail(ADDRESS_PATIENCE.free + 1, "nobody@uratori.example", "network 2");
    expect(known).toEqual(unknown);
    expect(known.slice(0, -1)).toEqual(Array(ADDRESS_PATIENCE.free).fill({ ...wrong, data: {} }));
    expect(known.at(-1)).toEqual({ ...tooMany, data: { retryAfter: ADDRESS_PATIENCE.firstWait } });
  });

  it("hold the right password back too, until the wait is over; then all is forgotten", async () => {
    const { email } = await makeMember("viewer");
    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
    await fail(ADDRESS_PATIENCE.free, email);
    expect(await tried(email, TEST_PASSWORD)).toMatchObject(tooMany);
    vi.advanceTimersByTime(ADDRESS_PATIENCE.firstWait * 1000);
    expect(await tried(email, TEST_PASSWORD)).toBe("in");
    expect(await fail(2, email)).toMatchObject([wrong, wrong]);
  });

  it("at the same moment count as many", async () => {
    const { email } = await makeMember("viewer");
    const answers = await Promise.all(Array.from({ length: 20 }, () => tried(email, "wrong")));
    const looked = answers.filter((answer) => expect.objectContaining(wrong).asymmetricMatch(answer));
    expect(looked).toHaveLength(ADDRESS_PATIENCE.free);
  });

  it("over many addresses make their network wait, and no other", async () => {
    const { email } = await makeMember("viewer");
    for (let count = 0; count < NETWORK_PATIENCE.free; count += 1)
      expect(await tried(`nobody-${count}@uratori.example`, "wrong")).toMatchObject(wrong);
    expect(await tried(email, TEST_PASSWORD)).toMatchObject(tooMany);
    expect(await tried(email, TEST_PASSWORD, "198.51.100.7")).toBe("in");
  });

  it("are kept without the addresses", async () => {
    await fail(1, "nobody@uratori.example");
    const rows = JSON.stringify(await db().signInThrottle.findMany());
    expect(rows).not.toContain("nobody");
    expect(rows).not.toContain(network);
  });
});

describe("a browser that the member has signed in with", () => {
  it("is not slowed down by strangers, wherever they come from", async () => {
    const { id, email } = await makeMember("viewer");
    const device = await rememberDevice(id, null);
    await fail(ADDRESS_PATIENCE.free, email);
    for (let count = 0; count < NETWORK_PATIENCE.free; count += 1)
      await tried(`nobody-${count}@uratori.example`, "wrong");
    expect(await tried(email, TEST_PASSWORD)).toMatchObject(tooMany);
    expect(await tried(email, TEST_PASSWORD, network, device)).toBe("in");
    expect(
      await tried(email, TEST_PASSWORD, "network 2"),
      "its success is no pardon for strangers",
    ).toMatchObject(tooMany);
  });

  it("is counted by itself, and slows nobody else down", async () => {
    const { id, email } = await makeMember("viewer");
    const [device, other] = [await rememberDevice(id, null), await rememberDevice(id, null)];
    const answers = [];
    for (let count = 0; count <= ADDRESS_PATIENCE.free; count += 1)
      answers.push(await tried(email, "wrong", network, device));
    expect(answers.at(-2)).toMatchObject(wrong);
    expect(answers.at(-1)).toMatchObject(tooMany);
    expect(await tried(email, TEST_PASSWORD, network, other)).toBe("in");
    expect(await tried(email, TEST_PASSWORD)).toBe("in");
  });

  it("is known for that member alone", async () => {
    const [owner, stranger] = [await makeMember("viewer"), await makeMember("viewer")];
    const device = await rememberDevice(stranger.id, null);
    await fail(ADDRESS_PATIENCE.free, owner.email);
    expect(await tried(owner.email, TEST_PASSWORD, network, device)).toMatchObject(tooMany);
    expect(await rememberDevice(owner.id, device), "one browser of two people").toBe(device);
    expect(await tried(owner.email, TEST_PASSWORD, network, device)).toBe("in");
    expect(await tried(stranger.email, TEST_PASSWORD, network, device)).toBe("in");
  });

  it("is known by a secret of ours only, kept as a hash, for 400 days", async () => {
    const { id, email } = await makeMember("viewer");
    const planted = "A".repeat(43);
    const device = await rememberDevice(id, planted);
    expect(device).not.toBe(planted);
    expect(JSON.stringify(await db().knownDevice.findMany())).not.toContain(device);
    await fail(ADDRESS_PATIENCE.free, email);
    const lastUsedAt = new Date(Date.now() - 401 * 86_400_000);
    await db().knownDevice.updateMany({ data: { lastUsedAt } });
    expect(await tried(email, TEST_PASSWORD, network, device)).toMatchObject(tooMany);
  });
});

it("lets the same person in from several places at the same moment", async () => {
  const { email } = await makeMember("viewer");
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((place) => tried(email, TEST_PASSWORD, `network ${place}`)),
    );
    expect(answers).toEqual(Array(4).fill("in"));
  }
});

it("counts nobody who gets in, however often", async () => {
  const { email } = await makeMember("viewer");
  for (let count = 0; count < NETWORK_PATIENCE.free + 5; count += 1)
    expect(await tried(email, TEST_PASSWORD)).toBe("in");
});
