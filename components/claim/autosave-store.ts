import { fieldSubject } from "#components/queue/deed.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import type { Answer } from "#components/queue/deliver.ts";
import type { Entry } from "#components/queue/entry.ts";
import { type SetField, setFieldSchema } from "#components/queue/field-value.ts";
import { Listeners } from "#components/ui/listeners.ts";
import type { Claim } from "#domain/claim.ts";
import {
  FIELD_NAMES,
  type FieldName,
  type FieldValues,
  fieldValuesOf,
  fieldVersionOf,
} from "./claim-field.ts";
import {
  caughtUp,
  entered,
  type FieldRecord,
  type FieldState,
  fieldState,
  followed,
  heard,
  left,
  newRecord,
  saved,
} from "./field-state.ts";

/** How long after the last key the field is sent, in milliseconds. */
const PAUSE = 700;
/** An input method composes: not before the next edit. After so long, in milliseconds, nobody composes any more. */
const HELD = 120_000;
const REST = { pause: PAUSE, now: 0, held: HELD } as const;

/** When an edit is sent: after a pause, at once (a choice), or not before the next edit (an input method composes). */
export type SendWhen = keyof typeof REST;

/** What a person did to a field, for taking it back. */
export interface FieldEdit {
  claimId: string;
  field: FieldName;
  from: unknown;
  to: unknown;
  /** A choice, done with one press; what is typed is done when the field is left. */
  isWhole: boolean;
}

/** How a person settles a conflict. */
export type Decision<Value> = { type: "keepMine" } | { type: "takeTheirs" } | { type: "merge"; value: Value };

interface AutosaveOptions {
  queue: DeedQueue;
  articleId: string;
  /** The passage a claim stands on: what a deed on it is about. */
  aboutOf: (claimId: string) => string;
  onEdit: (edit: FieldEdit) => void;
}

interface Painted {
  record: FieldRecord;
  entry: Entry | null;
  isUnreachable: boolean;
  state: FieldState<unknown>;
}

/**
 * The fields of claims as they are painted: what the server holds, with what the person did and the queue has not
 * brought there yet. Nothing is kept here; the queue keeps what was typed, key by key.
 */
export class AutosaveStore {
  readonly #options: AutosaveOptions;
  readonly #records = new Map<string, FieldRecord>();
  readonly #painted = new Map<string, Painted>();
  readonly #listeners = new Listeners();

  constructor(options: AutosaveOptions) {
    this.#options = options;
  }

  /** Follows the queue until the answered function is called. */
  follow(): () => void {
    const { queue } = this.#options;
    const stops = [queue.subscribe(() => this.#follow()), queue.onAnswer(this.#answered)];
    this.#follow();
    return () => {
      for (const stop of stops) stop();
    };
  }

  readonly subscribe = this.#listeners.subscribe;

  /** Takes over a claim as the server has it. */
  take(claim: Claim): void {
    const values = fieldValuesOf(claim);
    for (const field of FIELD_NAMES) {
      const latest = { value: values[field] as unknown, version: fieldVersionOf(claim, field) };
      const key = fieldSubject(claim.id, field);
      const record = this.#records.get(key);
      const isUnsent = this.#options.queue.on(key) !== null;
      this.#records.set(key, record ? heard(record, latest, isUnsent) : newRecord(latest));
    }
    this.#listeners.tell();
  }

  /** The state of a field; null for a claim that was never taken. The same object while it means the same. */
  state<Field extends FieldName>(claimId: string, field: Field): FieldState<FieldValues[Field]> | null {
    const key = fieldSubject(claimId, field);
    const record = this.#records.get(key);
    if (!record) return null;
    const { queue } = this.#options;
    const entry = queue.on(key);
    const isUnreachable = entry !== null && queue.isUnreachable;
    const painted = this.#painted.get(key);
    const isSame =
      painted?.record === record && painted.entry === entry && painted.isUnreachable === isUnreachable;
    const state = isSame ? painted.state : fieldState(record, entry, isUnreachable);
    if (!isSame) this.#painted.set(key, { record, entry, isUnreachable, state });
    return state as FieldState<FieldValues[Field]>;
  }

  /** `isUndo`: the edit takes another back, or does it again, and is no act of its own. */
  edit<Field extends FieldName>(
    claimId: string,
    field: Field,
    value: FieldValues[Field],
    when: SendWhen = "pause",
    { isUndo = false } = {},
  ): void {
    const before = this.state(claimId, field);
    const record = this.#records.get(fieldSubject(claimId, field));
    if (!before || !record || before.value === value) return;
    if (!isUndo) {
      this.#options.onEdit({ claimId, field, from: before.value, to: value, isWhole: when === "now" });
    }
    const entry = this.#options.queue.on(fieldSubject(claimId, field));
    const version = entry?.deed.kind === "setField" ? entry.deed.version : record.shown.version;
    this.#set(claimId, field, value, version, REST[when]);
  }

  /** The person is in the field: from now on nothing changes it under their hands. */
  enter(claimId: string, field: FieldName): void {
    this.#update(claimId, field, entered);
  }

  /** The person is out of the field: what they typed is sent, and what was held back is shown. */
  leave(claimId: string, field: FieldName): void {
    const isUnsent = this.#options.queue.on(fieldSubject(claimId, field)) !== null;
    this.#update(claimId, field, (record) => left(record, isUnsent));
    this.#options.queue.release(claimId);
  }

  /** Shows what another person wrote meanwhile, to somebody who is in the field and asked for it. */
  showNews(claimId: string, field: FieldName): void {
    this.#update(claimId, field, caughtUp);
  }

  /** Settles a conflict. */
  decide<Field extends FieldName>(
    claimId: string,
    field: Field,
    decision: Decision<FieldValues[Field]>,
  ): void {
    const state = this.state(claimId, field);
    const entry = this.#options.queue.on(fieldSubject(claimId, field));
    if (state?.phase.name !== "conflict" || !entry) return;
    if (decision.type === "takeTheirs") {
      this.#update(claimId, field, caughtUp);
      this.#options.queue.discard(entry.id);
      return;
    }
    const value = decision.type === "merge" ? decision.value : state.value;
    this.#set(claimId, field, value, state.phase.theirVersion, 0);
  }

  /**
   * Sends whatever waits (of one claim, or of all), and resolves when nothing of it waits, or no server is to be had.
   * What was refused because its claim was gone is tried again.
   */
  async flush(claimId?: string): Promise<void> {
    const { queue } = this.#options;
    for (const { id, deed, state } of queue.entries) {
      const isGone = state.name === "refused" && state.refusal.code === "NOT_FOUND";
      if (isGone && deed.kind === "setField" && deed.claimId === claimId) queue.retry(id);
    }
    queue.release(claimId ?? null);
    await queue.flushed(({ deed }) => deed.kind === "setField" && (!claimId || deed.claimId === claimId));
  }

  /** The states of a claim's fields; none for a claim that was never taken. */
  states(claimId: string): FieldState<unknown>[] {
    return FIELD_NAMES.flatMap((field) => this.state(claimId, field) ?? []);
  }

  #set(claimId: string, field: FieldName, value: unknown, version: number, rest: number): void {
    const { queue, articleId, aboutOf } = this.#options;
    // The types of `edit` pair a field with its values; this pairs them again for the deed.
    const deed: SetField = setFieldSchema.parse({ kind: "setField", claimId, field, value, version });
    queue.add({ articleId, about: aboutOf(claimId), deed }, rest);
  }

  #update(claimId: string, field: FieldName, change: (record: FieldRecord) => FieldRecord): void {
    const key = fieldSubject(claimId, field);
    const record = this.#records.get(key);
    if (!record) return;
    const next = change(record);
    if (next === record) return;
    this.#records.set(key, next);
    this.#listeners.tell();
  }

  readonly #answered = ({ deed }: Entry, { claim }: Answer) => {
    if (deed.kind !== "setField" || !claim) return;
    const { field } = deed;
    const answered = { value: fieldValuesOf(claim)[field] as unknown, version: fieldVersionOf(claim, field) };
    this.#update(claim.id, field, (record) => saved(record, deed.value, answered));
  };

  /** Where a deed was done elsewhere or given up, the field goes back to what the server holds. */
  #follow(): void {
    for (const [key, record] of this.#records) {
      if (!this.#options.queue.on(key)) this.#records.set(key, followed(record));
    }
    this.#listeners.tell();
  }
}
