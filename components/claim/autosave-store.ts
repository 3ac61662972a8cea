import type { Claim } from "#domain/claim.ts";
import {
  cleanField,
  type FieldEvent,
  type FieldState,
  isUnsaved,
  type RefusalCode,
  recoveredField,
  retryDelay,
  step,
  wantsSending,
} from "./autosave.ts";
import {
  FIELD_NAMES,
  type FieldName,
  type FieldValues,
  fieldValuesOf,
  fieldVersionOf,
} from "./claim-field.ts";
import type { DraftStorage } from "./draft-storage.ts";

/** How long after the last key the field is sent, in milliseconds. */
const PAUSE = 700;

/** What became of one field that was sent. */
export type SaveAnswer =
  | { kind: "saved"; claim: Claim }
  | { kind: "conflict"; current: Claim }
  | { kind: "unreachable" }
  | { kind: "refused"; code: RefusalCode };

export type SaveField = <Field extends FieldName>(
  claimId: string,
  field: Field,
  value: FieldValues[Field],
  version: number,
) => Promise<SaveAnswer>;

/** When an edit is sent: after a pause, at once (a choice), or not before the next edit (an input method composes). */
export type SendWhen = "pause" | "now" | "held";

type AnyState = FieldState<unknown>;

/**
 * Saves the fields of claims, each by itself, outside React: a field goes on saving when its panel is closed. Text that
 * has not reached the server is kept in `drafts` until it has.
 */
export class AutosaveStore {
  readonly #save: SaveField;
  readonly #drafts: DraftStorage;
  readonly #onSaved: (claim: Claim, field: FieldName) => void;
  readonly #states = new Map<string, AnyState>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #listeners = new Set<() => void>();

  constructor(options: {
    save: SaveField;
    drafts: DraftStorage;
    onSaved: (claim: Claim, field: FieldName) => void;
  }) {
    this.#save = options.save;
    this.#drafts = options.drafts;
    this.#onSaved = options.onSaved;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes over a claim as the server has it. Drafts of an earlier life of the page are found again the first time. */
  take(claim: Claim): void {
    const values = fieldValuesOf(claim);
    for (const field of FIELD_NAMES) {
      const current = { value: values[field] as unknown, version: fieldVersionOf(claim, field) };
      const key = keyOf(claim.id, field);
      if (this.#states.has(key)) this.#apply(claim.id, field, { type: "incoming", ...current });
      else this.#recover(claim.id, field, current);
    }
    this.#tell();
  }

  /** Looks for drafts of a claim that was taken before there was a browser to look in. */
  recover(claim: Claim): void {
    const values = fieldValuesOf(claim);
    for (const field of FIELD_NAMES) {
      const state = this.#states.get(keyOf(claim.id, field));
      if (state && isUnsaved(state)) continue;
      this.#recover(claim.id, field, { value: values[field], version: fieldVersionOf(claim, field) });
    }
    this.#tell();
  }

  /** The state of a field; null for a claim that was never taken. */
  state<Field extends FieldName>(claimId: string, field: Field): FieldState<FieldValues[Field]> | null {
    return (this.#states.get(keyOf(claimId, field)) as FieldState<FieldValues[Field]> | undefined) ?? null;
  }

  edit<Field extends FieldName>(
    claimId: string,
    field: Field,
    value: FieldValues[Field],
    when: SendWhen = "pause",
  ): void {
    this.#apply(claimId, field, { type: "edit", value });
    this.#schedule(claimId, field, when);
    this.#tell();
  }

  /** Sends a field that waits without waiting any longer: it lost the focus. */
  nudge(claimId: string, field: FieldName): void {
    this.#schedule(claimId, field, "now");
  }

  /** Settles a conflict. */
  decide<Field extends FieldName>(
    claimId: string,
    field: Field,
    decision: Extract<FieldEvent<FieldValues[Field]>, { type: "keepMine" | "takeTheirs" | "merge" }>,
  ): void {
    this.#apply(claimId, field, decision as FieldEvent<unknown>);
    this.#schedule(claimId, field, "now");
    this.#tell();
  }

  /** Sends whatever waits (of one claim, or of all), and resolves when nothing of it is under way any more. */
  async flush(claimId?: string): Promise<void> {
    // Twice, because what was typed while a save was under way can only be sent after it.
    for (let round = 0; round < 2; round += 1) {
      const fields = this.#fields(claimId).filter(({ state }) => isUnsaved(state));
      for (const { id, field } of fields) this.#schedule(id, field, "now");
      await Promise.all(fields.map(({ key }) => this.#underWay.get(key)));
    }
  }

  /** The states of a claim's fields, or of all claims. Order: as taken. */
  states(claimId?: string): AnyState[] {
    return this.#fields(claimId).map(({ state }) => state);
  }

  get hasUnsaved(): boolean {
    for (const state of this.#states.values()) if (isUnsaved(state)) return true;
    return false;
  }

  get isUnreachable(): boolean {
    for (const state of this.#states.values()) if (state.phase.name === "retrying") return true;
    return false;
  }

  #fields(claimId?: string) {
    return [...this.#states].flatMap(([key, state]) => {
      const { id, field } = partsOf(key);
      return claimId === undefined || id === claimId ? [{ key, id, field, state }] : [];
    });
  }

  #recover(claimId: string, field: FieldName, current: { value: unknown; version: number }) {
    const draft = this.#drafts.read(claimId, field);
    if (!draft) {
      this.#states.set(keyOf(claimId, field), cleanField(current.value, current.version));
      return;
    }
    this.#set(claimId, field, recoveredField(draft, current));
    this.#schedule(claimId, field, "now");
  }

  #apply(claimId: string, field: FieldName, event: FieldEvent<unknown>) {
    const state = this.#states.get(keyOf(claimId, field));
    if (state) this.#set(claimId, field, step(state, event));
  }

  #set(claimId: string, field: FieldName, state: AnyState) {
    const key = keyOf(claimId, field);
    if (this.#states.get(key) === state) return;
    this.#states.set(key, state);
    if (isUnsaved(state)) {
      this.#drafts.write(claimId, field, {
        value: state.value,
        base: state.base,
        baseVersion: state.baseVersion,
      });
    } else this.#drafts.remove(claimId, field);
  }

  #schedule(claimId: string, field: FieldName, when: SendWhen) {
    const key = keyOf(claimId, field);
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const state = this.#states.get(key);
    if (when === "held" || !state || !wantsSending(state)) return;
    if (when === "now") this.#send(claimId, field);
    else this.#sendIn(claimId, field, PAUSE);
  }

  #sendIn(claimId: string, field: FieldName, delay: number) {
    const key = keyOf(claimId, field);
    this.#timers.set(
      key,
      setTimeout(() => this.#send(claimId, field), delay),
    );
  }

  #send(claimId: string, field: FieldName) {
    const key = keyOf(claimId, field);
    this.#apply(claimId, field, { type: "send" });
    const state = this.#states.get(key);
    if (state?.phase.name !== "saving" || this.#underWay.has(key)) return;
    this.#tell();
    const answered = this.#save(claimId, field, state.phase.sent as never, state.baseVersion)
      .catch((): SaveAnswer => ({ kind: "refused", code: "BROKEN" }))
      .then((answer) => {
        this.#underWay.delete(key);
        this.#answered(claimId, field, answer);
      });
    this.#underWay.set(key, answered);
  }

  #answered(claimId: string, field: FieldName, answer: SaveAnswer) {
    switch (answer.kind) {
      case "saved": {
        this.#apply(claimId, field, { type: "saved", ...this.#valueIn(answer.claim, field) });
        this.#onSaved(answer.claim, field);
        break;
      }
      case "conflict": {
        const { value, version } = this.#valueIn(answer.current, field);
        this.#apply(claimId, field, { type: "conflict", theirs: value, version });
        break;
      }
      case "refused":
        this.#apply(claimId, field, { type: "refused", code: answer.code });
        break;
      case "unreachable": {
        this.#apply(claimId, field, { type: "unreachable" });
        const phase = this.#states.get(keyOf(claimId, field))?.phase;
        if (phase?.name === "retrying") this.#sendIn(claimId, field, retryDelay(phase.tries));
      }
    }
    if (answer.kind === "saved") this.#schedule(claimId, field, "pause");
    this.#tell();
  }

  #valueIn(claim: Claim, field: FieldName) {
    return { value: fieldValuesOf(claim)[field] as unknown, version: fieldVersionOf(claim, field) };
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

const keyOf = (claimId: string, field: FieldName): string => `${claimId}/${field}`;

const partsOf = (key: string): { id: string; field: FieldName } => {
  const [id = "", field = ""] = key.split("/");
  return { id, field: field as FieldName };
};
