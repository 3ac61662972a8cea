import { baseTexts } from "./anchoring/base-texts.ts";
import { type Method, OURS } from "./anchoring/method.ts";
import { DIFF_MAP } from "./anchoring/peers/diff-map.ts";
import { HYPOTHESIS } from "./anchoring/peers/hypothesis.ts";
import { MATCH_PATCH } from "./anchoring/peers/match-patch.ts";
import { realEdits } from "./anchoring/real-edits.ts";
import { realRun } from "./anchoring/real-run.ts";
import { SCENARIOS } from "./anchoring/synthetic-edits.ts";
import { syntheticEdit, syntheticRun } from "./anchoring/synthetic-run.ts";
import { Tally } from "./anchoring/tally.ts";
import type { BenchRow } from "./bench.ts";
import { chance } from "./history/chance.ts";

/** An option of `npm run bench -- anchoring --anchoring-files=../shared/anchoring --anchoring-seeds=3`. */
function option(name: string, otherwise: string): string {
  const given = process.argv.find((one) => one.startsWith(`--anchoring-${name}=`));
  return given?.slice(given.indexOf("=") + 1) ?? otherwise;
}

const FILES = option("files", "../shared/anchoring");
const SEEDS = Number(option("seeds", "3"));
const FIRST_SEED = Number(option("first-seed", "1"));
const QUOTES = 1000;

/** Peers cost up to a hundred times as much, so that they are asked for fewer quotes of the very same texts. */
const PEERS: { method: Method; scenarios: string[]; quotes: number; realStep: number }[] = [
  {
    method: HYPOTHESIS,
    scenarios: ["W5", "W20", "R20", "N", "M5", "M20", "D20", "DM20"],
    quotes: 60,
    realStep: 10,
  },
  { method: MATCH_PATCH, scenarios: ["W5", "W20", "M5", "M20", "D20", "DM20"], quotes: 10, realStep: 20 },
  { method: DIFF_MAP, scenarios: ["W5", "R20", "N"], quotes: QUOTES, realStep: 10 },
];

/**
 * Carrying anchors to a later version, on real edits and on synthetic ones (`../shared/research/performance.md`, section
 * 2), against the peers' ways in the same run. Only `carry` is given the earlier text, because this product keeps every
 * version; a diff map is too. The real edits are no part of the repository: without them (`--anchoring-files=`) our own
 * articles are edited by machine, and the rows say so.
 */
export async function run(): Promise<BenchRow[]> {
  const real = { ja: realEdits(FILES, "ja"), en: realEdits(FILES, "en") };
  if (!real.ja || !real.en) console.log(`  no real edits in ${FILES}: only our own articles are measured`);
  for (const { method } of [{ method: OURS }, ...PEERS]) console.log(`  ${method.name}: ${method.work}`);
  const rows: BenchRow[] = [];
  for (const language of ["ja", "en"] as const) {
    const edits = real[language];
    if (!edits) continue;
    rows.push(...realRows(`real edits, ${language}`, OURS, realRun(OURS, edits, 1)));
    for (const { method, realStep } of PEERS)
      rows.push(
        ...realRows(`real edits, ${language}, 1 of ${realStep}`, method, realRun(method, edits, realStep)),
      );
  }
  return [...rows, ...syntheticRows(real)];
}

function realRows(name: string, method: Method, tally: ReturnType<typeof realRun>): BenchRow[] {
  const row = rowOf(name, method);
  for (const mistake of method === OURS ? tally.mistakes : []) console.log(`  wrong: ${mistake}`);
  return [
    row("placed wrong", tally.wrong, `of ${tally.placed}`, { most: 0 }),
    row("other number placed", tally.numbersMissed, `of ${tally.placed}`, { most: 0 }),
    row("unchanged placed", percent(tally.unchangedPlaced, tally.unchanged), "%", { least: 99.5 }),
    row("edited found", percent(tally.editedFound, tally.edited), "%", { least: 95 }),
    row("deleted not placed", percent(tally.gone - tally.gonePlaced, tally.gone), "%", { least: 100 }),
  ];
}

/** What is to be found of mixed edits, by scenario. */
const FOUND: Record<string, number> = { M5: 99.9, M20: 99.7 };
/** The share of Hypothesis' time a quote may take. */
const TIME = 0.25;
const LIMIT_MS = 500;

function syntheticRows(real: Parameters<typeof baseTexts>[0]): BenchRow[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = (method: Method, scenario: string) => {
    const key = `${method.name}/${scenario}`;
    const tally = tallies.get(key) ?? new Tally();
    tallies.set(key, tally);
    return tally;
  };
  let slowest = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
    for (const base of baseTexts(real, chance(seed, 1))) {
      for (const scenario of SCENARIOS) {
        const edit = syntheticEdit(base, scenario, seed, QUOTES);
        const tally = tallyOf(OURS, scenario.name);
        const before = tally.time;
        syntheticRun(OURS, edit, tally);
        slowest = Math.max(slowest, tally.time - before);
        if (seed > FIRST_SEED) continue;
        for (const { method, scenarios, quotes } of PEERS)
          if (scenarios.includes(scenario.name))
            syntheticRun(method, edit, tallyOf(method, scenario.name), quotes);
      }
    }
  }
  const rows = SCENARIOS.flatMap(({ name }) =>
    [OURS, ...PEERS.map(({ method }) => method)].flatMap((method) => {
      const tally = tallies.get(`${method.name}/${name}`);
      return tally ? scenarioRows(name, method, tally) : [];
    }),
  );
  const ours = [...tallies].filter(([key]) => key.startsWith(`${OURS.name}/`)).map(([, tally]) => tally);
  const sum = (of: (tally: Tally) => number) => ours.reduce((total, tally) => total + of(tally), 0);
  for (const mistake of ours.flatMap((tally) => tally.mistakes)) console.log(`  wrong: ${mistake}`);
  const row = rowOf("synthetic edits, all", OURS);
  const perQuote = (method: Method) => {
    const tally = tallies.get(`${method.name}/M20`);
    return tally ? tally.time / tally.anchors : Number.NaN;
  };
  return [
    ...rows,
    row(
      "placed wrong",
      sum((tally) => tally.wrong),
      `of ${sum((tally) => tally.placed)}`,
      { most: 0 },
    ),
    {
      ...row("time per quote, M20", perQuote(OURS), "ms", {}),
      ratio: perQuote(OURS) / perQuote(HYPOTHESIS),
      // The goal is for long articles, which only the real ones put together are.
      ...(real.ja &&
        real.en && {
          goal: `≤ ${TIME}× ${HYPOTHESIS.name}`,
          ok: perQuote(OURS) <= TIME * perQuote(HYPOTHESIS),
        }),
    },
    row("1,000 claims, slowest text", slowest, "ms", { most: LIMIT_MS }),
  ];
}

function scenarioRows(name: string, method: Method, tally: Tally): BenchRow[] {
  const row = rowOf(`synthetic edits, ${name}`, method);
  const least = FOUND[name];
  return [
    row("found", percent(tally.found, tally.standing), "%", least === undefined ? {} : { least }),
    row("same edges", percent(tally.same, tally.standing), "%", {}),
    row("placed wrong", tally.wrong, `of ${tally.placed}`, {}),
    row("gone and placed", tally.gonePlaced, `of ${tally.gone}`, {}),
    row("time per quote", tally.time / tally.anchors, "ms", {}),
  ];
}

const percent = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole);

/** Only our own rows have goals; a peer's stand beside them. */
function rowOf(name: string, method: Method) {
  return (
    metric: string,
    value: number,
    unit: string,
    { most, least }: { most?: number; least?: number },
  ): BenchRow => {
    const row = { bench: "anchoring", case: name, subject: method.name, metric, value, unit };
    if (method !== OURS) return row;
    if (most !== undefined) return { ...row, goal: `≤ ${most}`, ok: value <= most };
    if (least !== undefined) return { ...row, goal: `≥ ${least}`, ok: value >= least };
    return row;
  };
}
