import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../scripts/port.mjs";
import { runHistory } from "./history.ts";
import { bundleInstance } from "./instance-bundle.ts";
import { Instance } from "./instances.ts";

/** Small histories; `npm run history` runs many large ones. */
const SEEDS = [1, 2, 3, 4, 5, 6];
const ACTS = 8;

const origin = "http://localhost:3000";
const instances: Instance[] = [];

beforeAll(async () => {
  const script = await bundleInstance();
  const ports = [await freePort(), await freePort()];
  instances.push(...ports.map((port) => new Instance(script, port, { ...process.env, URATORI_URL: origin })));
  await Promise.all(instances.map((instance) => instance.start()));
});

afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.kill()));
});

/** What breaks takes its time to mend, more so on a machine with much else to do; in milliseconds. */
const PATIENCE = 300_000;

test.each(SEEDS)(
  "people who work together while all breaks agree in the end, seed %i",
  async (seed) => {
    const answered = await runHistory({ seed, acts: ACTS, instances, origin });
    expect(answered).toBeGreaterThanOrEqual(4 * ACTS);
  },
  PATIENCE,
);
