import { log } from "#server/log.ts";

/**
 * Does `work` every `everyMs` milliseconds, never twice at once; what goes wrong is logged as "cannot `what`" and tried
 * again. Answers what stops it: nothing new is begun, and what runs may end.
 */
export function repeated(what: string, everyMs: number, work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null;
  const round = async () => {
    try {
      await work();
    } catch (error) {
      log().error({ err: error }, `cannot ${what}`);
    }
    running = null;
  };
  const timer = setInterval(() => {
    running ??= round();
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
