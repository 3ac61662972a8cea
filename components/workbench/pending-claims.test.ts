import { expect, test } from "vitest";
import { PendingClaims } from "./pending-claims.ts";

test("who writes to a new claim waits until the server has answered, whichever way", async () => {
  const pending = new PendingClaims();
  const order: string[] = [];
  let refuse = (_: Error) => {};
  const creation = pending.track(
    "c",
    new Promise<void>((_, reject) => {
      refuse = reject;
    }),
  );
  const waiting = pending.settled("c").then(() => order.push("written"));
  await pending.settled("other");
  order.push("other");
  refuse(new Error("no"));
  await expect(creation).rejects.toThrow("no");
  await waiting;
  await pending.settled("c");
  expect(order).toEqual(["other", "written"]);
});
