import type { Found, Method, Quoted } from "./method.ts";
import type { Tally } from "./tally.ts";

/** Runs a method and adds its processor time to the tally: others work on the same machine, whose time is not ours. */
export function measured(
  method: Method,
  texts: { anchors: readonly Quoted[]; before: string; after: string },
  tally: Tally,
): Found[] {
  const before = process.cpuUsage();
  const found = method.find(texts.anchors, texts.before, texts.after);
  const { user, system } = process.cpuUsage(before);
  tally.time += (user + system) / 1000;
  return found;
}
