"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { FieldState } from "./autosave.ts";
import type { SendWhen } from "./autosave-store.ts";
import type { FieldName, FieldValues } from "./claim-field.ts";

export interface Field<Value> {
  state: FieldState<Value>;
  value: Value;
  edit: (value: Value, when?: SendWhen) => void;
  /** The field lost the focus: what waits is sent. */
  leave: () => void;
}

/** One field of a claim that was taken by the autosave store. Renders when this field changes, and not for another. */
export function useField<Name extends FieldName>(claimId: string, name: Name): Field<FieldValues[Name]> {
  const { autosave } = useWorkbench();
  const read = useCallback(() => autosave.state(claimId, name), [autosave, claimId, name]);
  const state = useSyncExternalStore(autosave.subscribe, read, read);
  if (!state) throw new Error("useField needs a claim that was taken");
  return useMemo(
    () => ({
      state,
      value: state.value,
      edit: (value, when) => autosave.edit(claimId, name, value, when),
      leave: () => autosave.nudge(claimId, name),
    }),
    [state, autosave, claimId, name],
  );
}
