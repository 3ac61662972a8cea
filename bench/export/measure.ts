/**
 * One format in a process of its own, so that its memory is its own: `tsx measure.ts FORMAT CLAIMS ROUNDS`. Prints
 * `Measured` as JSON. Every round writes another report, so that no layout of the round before can be reused.
 */
import { reportFormatSchema } from "#domain/report.ts";
import { largeReport } from "#formats/samples/report-large.ts";
import { closePdfPool } from "#server/report/pdf-pool.ts";
import { renderReport } from "#server/report/render.ts";
import { DESK_WORK } from "#server/worker-pool.ts";
import type { Measured } from "./measured.ts";

const [format, claims, rounds] = process.argv.slice(2);
const wanted = reportFormatSchema.parse(format);
const times: number[] = [];
let bytes = 0;
for (let round = 0; round <= Number(rounds); round += 1) {
  const report = largeReport(Number(claims), round);
  const begin = performance.now();
  const file = await renderReport(report, wanted, "ja", DESK_WORK);
  times.push(performance.now() - begin);
  bytes = file.bytes.length;
}
await closePdfPool();
const [cold = Number.NaN, ...warm] = times;
// Kilobytes on Linux, as Node documents.
const measured: Measured = { cold, warm, bytes, peak: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(measured));
