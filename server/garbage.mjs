import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The option only adds the function; nothing else changes. */
setFlagsFromString("--expose-gc");

/** Takes away what this thread no longer needs, and gives the memory back. @type {() => void} */
export const collectGarbage = runInNewContext("gc");

/** In bytes: a thread that has loaded its parsers and read an ordinary text stays below it. */
const LARGE_HEAP = 150_000_000;

/** As `collectGarbage`, where the last job left a heap that nobody is likely to need again. */
export function collectIfLarge() {
  if (getHeapStatistics().total_heap_size > LARGE_HEAP) collectGarbage();
}
