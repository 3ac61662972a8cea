import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** In steps of Unix niceness: the answers of the process come first where there are fewer cores than work. */
const NICENESS = 10;

/**
 * Lets the thread that loads this yield to all others of the process. Linux counts niceness by thread; where the thread
 * can't be told from the process, nothing is changed.
 */
export function yieldToOthers() {
  try {
    const thread = /task\/(\d+)$/.exec(readlinkSync("/proc/thread-self"))?.[1];
    if (thread) setPriority(Number(thread), NICENESS);
  } catch {
    // Another system: its scheduler knows best.
  }
}
