/**
 * Reads made-up and damaged inputs with an importer, and tells of each that crashes it, takes too long, or comes out as
 * something an importer promises never to give. `npm run fuzz -- --importer pdf --runs 10000 --seed 1`; without an
 * importer all of them. A seed that is named can be read again alone: `--seed 4711 --runs 1`.
 */
import { parseArgs } from "node:util";
import { readArticle } from "#formats/importers/registry.ts";
import { FUZZED, type Fuzzed, fuzzedInput } from "#formats/samples/fuzzed.ts";
import { brokenPromises } from "#formats/samples/import-promise.ts";

/** In milliseconds of processor time: what else the machine does is not the input's fault. The inputs are small. */
const TOO_LONG = 5000;
const MOST_TOLD = 20;

const { values } = parseArgs({
  options: {
    importer: { type: "string" },
    runs: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
  },
});

// As in the thread that reads for the server (server/parsing/parsing-worker.mjs).
process.on("unhandledRejection", () => undefined);

let failures = 0;
for (const importer of FUZZED.filter((name) => values.importer === undefined || name === values.importer))
  await fuzz(importer, Number(values.runs), Number(values.seed));
process.exitCode = failures > 0 ? 1 : 0;

async function fuzz(importer: Fuzzed, runs: number, firstSeed: number): Promise<void> {
  // What is loaded with the first input is not the input's.
  await answerTo(importer, firstSeed);
  const answers = new Map<string, number>();
  const began = performance.now();
  let slowest = { seed: firstSeed, milliseconds: 0 };
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const start = process.cpuUsage();
    const answer = await answerTo(importer, seed);
    const { user, system } = process.cpuUsage(start);
    const milliseconds = (user + system) / 1000;
    if (milliseconds > slowest.milliseconds) slowest = { seed, milliseconds };
    if (milliseconds > TOO_LONG) fail(importer, seed, `took ${Math.round(milliseconds)} ms`);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const counts = [...answers].map(([answer, count]) => `${answer} ${count}`).join(", ");
  console.log(
    `${importer}: ${runs} inputs in ${seconds} s (${counts}); the slowest ${Math.round(slowest.milliseconds)} ms (seed ${slowest.seed})`,
  );
}

async function answerTo(importer: Fuzzed, seed: number): Promise<string> {
  try {
    const read = await readArticle(fuzzedInput(importer, seed));
    if (!read.ok) return read.reason;
    const [broken] = brokenPromises(read.article);
    if (broken !== undefined) fail(importer, seed, broken);
    return broken === undefined ? "read" : "BROKEN";
  } catch (error) {
    fail(importer, seed, error instanceof Error ? (error.stack ?? error.message) : String(error));
    return "CRASHED";
  }
}

function fail(importer: Fuzzed, seed: number, what: string): void {
  failures += 1;
  if (failures <= MOST_TOLD) console.error(`✗ ${importer} --seed ${seed}: ${what.slice(0, 600)}`);
}
