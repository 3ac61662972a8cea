import { expect, it } from "vitest";
import { COST, hashPassword, NOBODYS_HASH, verifyPassword } from "./password.ts";

const password = "正しい馬 battery staple";

it("knows a password again, and no other", async () => {
  const stored = await hashPassword(password);
  expect(await verifyPassword(stored, password)).toBe(true);
  expect(await verifyPassword(stored, `${password} `)).toBe(false);
});

it("salts: the same password is stored differently each time", async () => {
  expect(await hashPassword(password)).not.toBe(await hashPassword(password));
});

it("works as hard for nobody as for a member", async () => {
  const cost = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;
  expect(await hashPassword(password)).toContain(cost);
  expect(NOBODYS_HASH).toContain(cost);
  expect(await verifyPassword(null, password)).toBe(false);
});
