import { log } from "#server/log.ts";
import { measured } from "#server/observe/measured.ts";
import { metrics } from "#server/observe/metrics.ts";
import { inContext } from "#server/observe/request-context.ts";

/**
 * Does `work` every `everyMs` milliseconds, never twice at once; what goes wrong is logged as "cannot `what`" and tried
 * again. Answers what stops it: nothing new is begun, and what runs may end.
 */
export function repeated(what: string, everyMs: number, work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null;
  const job = what.replaceAll(" ", "_");
  const round = () => inContext({ job, operation: job }, attempt);
  const attempt = async () => {
    try {
      await measured("job", job, work);
      metrics().jobSucceeded.set({ job }, Date.now() / 1000);
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
