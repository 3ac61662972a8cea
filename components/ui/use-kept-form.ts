"use client";

import { useCallback, useState } from "react";
import { useDesk } from "#components/shell/desk-context.tsx";

/**
 * The values of a form that is saved as a whole. What is typed outlives a reload and a lost session, until it is saved
 * or given up. Rendered after a press of a button, so that reading the browser's storage here differs from no server.
 */
export function useKeptForm<Values extends object>(
  name: string,
  initial: Values,
): [Values, (change: Partial<Values>) => void, () => void] {
  const { member } = useDesk();
  const key = `uratori:form:${member.id}:${name}`;
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...kept<Values>(key) }));
  const change = useCallback(
    (changed: Partial<Values>) =>
      setValues((before) => {
        const next = { ...before, ...changed };
        keep(key, next);
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => keep(key, null), [key]);
  return [values, change, forget];
}

/** A browser that stores nothing costs the safety net and nothing else. */
function kept<Values>(key: string): Partial<Values> {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? "{}") as Partial<Values>;
  } catch {
    return {};
  }
}

function keep(key: string, values: object | null): void {
  try {
    if (values) window.localStorage.setItem(key, JSON.stringify(values));
    else window.localStorage.removeItem(key);
  } catch {
    // Nothing to be done, and nothing lost that is on the screen.
  }
}
