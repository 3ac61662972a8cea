import { z } from "zod";
import { type Event, type FieldChange, fieldChangeSchema } from "#domain/event.ts";

const changesSchema = z.object({ changes: z.array(fieldChangeSchema) });

/** From what to what the fields changed in an event; none for an event of another sort. Never throws. */
export function changesIn(event: Pick<Event, "data">): FieldChange[] {
  const parsed = changesSchema.safeParse(event.data);
  return parsed.success ? parsed.data.changes : [];
}

/** A word that an event carries in its data, such as a source's title; empty where it carries none. */
export function wordIn(event: Pick<Event, "data">, key: string): string {
  const value = event.data[key];
  return typeof value === "string" ? value : "";
}
