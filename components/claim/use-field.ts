"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { SendWhen } from "./autosave-store.ts";
import type { FieldName, FieldValues } from "./claim-field.ts";
import type { FieldState } from "./field-state.ts";

export interface Field<Value> {
  state: FieldState<Value>;
  value: Value;
  edit: (value: Value, when?: SendWhen) => void;
  /** The field has the focus: nothing of another person changes it under the hands of who is in it. */
  enter: () => void;
  /** The field lost the focus: what waits is sent, and what was held back is shown. */
  leave: () => void;
}

/** One field of a claim that was taken by the autosave store. Renders when this field changes, and not for another. */
export function useField<Name extends FieldName>(claimId: string, name: Name): Field<FieldValues[Name]> {
  const { autosave, undoStack } = useWorkbench();
  const read = useCallback(() => autosave.state(claimId, name), [autosave, claimId, name]);
  const state = useSyncExternalStore(autosave.subscribe, read, read);
  if (!state) throw new Error("useField needs a claim that was taken");
  return useMemo(
    () => ({
      state,
      value: state.value,
      edit: (value, when) => autosave.edit(claimId, name, value, when),
      enter: () => autosave.enter(claimId, name),
      leave: () => {
        autosave.leave(claimId, name);
        undoStack.close();
      },
    }),
    [state, autosave, undoStack, claimId, name],
  );
}
