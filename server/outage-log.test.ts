import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, it } from "vitest";
import { oncePerOutage, outageError } from "./outage-log.ts";

function logged() {
  const lines: Record<string, unknown>[] = [];
  const into = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const serializers = { err: (error: Error) => outageError(error) ?? { message: error.message } };
  return { lines, log: pino({ serializers, hooks: { logMethod: oncePerOutage } }, into) };
}

const refused = () =>
  Object.assign(new Error("Invalid call in\n  the code\nconnect ECONNREFUSED"), { code: "ECONNREFUSED" });

it("an outage that everything meets is one sentence for each, once, and no stack", () => {
  const { lines, log } = logged();
  for (let n = 0; n < 100; n += 1) log.error({ err: refused() }, "cannot look at addresses");
  for (let n = 0; n < 100; n += 1) log.error({ err: refused() }, "cannot send digests");
  expect(lines.map(({ msg, err }) => [msg, err])).toEqual([
    ["cannot look at addresses", { trouble: "away", message: "connect ECONNREFUSED" }],
    ["cannot send digests", { trouble: "away", message: "connect ECONNREFUSED" }],
  ]);
});

it("a defect is said as often as it happens, and so is what has no error", () => {
  const { lines, log } = logged();
  for (let n = 0; n < 3; n += 1) log.error({ err: new Error("x is not a function") }, "a call failed");
  for (let n = 0; n < 3; n += 1) log.info("listening");
  expect(lines).toHaveLength(6);
});
