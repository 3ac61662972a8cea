"use client";

import { useActionState } from "react";
import { retryAfterOf } from "./retry-after.ts";
import { useCountdown } from "./use-countdown.ts";

type Fields = Record<string, string>;

interface Attempt {
  /** What was sent, so that nothing typed is lost. */
  fields: Fields;
  error: unknown;
}

const NO_ATTEMPT: Attempt = { fields: {}, error: null };

/**
 * A form at the door as a React action: sent before the page's scripts run, it is kept and sent when they do.
 *
 * @param enter does the work with the form's fields and says where to go
 */
export function useDoorForm(enter: (fields: Fields) => Promise<string>) {
  const [attempt, action, isPending] = useActionState(async (_last: Attempt, form: FormData) => {
    const fields = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    try {
      // A whole new page: nothing of the stranger's stays in memory.
      window.location.assign(await enter(fields));
      return await new Promise<never>(() => {});
    } catch (error) {
      return { fields, error };
    }
  }, NO_ATTEMPT);
  const wait = useCountdown(retryAfterOf(attempt.error), attempt);
  return { ...attempt, action, isPending, wait };
}
