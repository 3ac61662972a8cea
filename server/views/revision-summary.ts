import { countEdits, type EditCounts, keptEditsSchema } from "#domain/import-edit.ts";
import { type MachineRead, machineReadSchema } from "#domain/machine-reading.ts";
import { codePointLength } from "#domain/offset.ts";
import { outcomeCountsSchema, type Provenance, type RevisionSummary } from "#domain/revision.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { captureSummarySelect, captureSummaryView } from "./capture.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";

export const revisionSummarySelect = {
  id: true,
  number: true,
  sha256: true,
  text: true,
  format: true,
  origin: true,
  fileName: true,
  capture: { select: captureSummarySelect },
  edits: true,
  machineRead: true,
  createdBy: { select: memberSummarySelect },
  createdAt: true,
} satisfies Prisma.RevisionSelect;

type RevisionSummaryRow = Prisma.RevisionGetPayload<{ select: typeof revisionSummarySelect }>;
type ProvenanceRow = Pick<
  RevisionSummaryRow,
  "format" | "origin" | "fileName" | "capture" | "edits" | "machineRead"
>;

export const provenanceView = ({
  format,
  origin,
  fileName,
  capture,
  edits,
  machineRead,
}: ProvenanceRow): Provenance => ({
  format,
  origin,
  fileName,
  capture: capture && captureSummaryView(capture),
  editedByHand: countsView(edits),
  machineRead: machineReadView(machineRead),
});

/** `machineRead`: as a revision or a draft keeps it. */
export const machineReadView = (machineRead: unknown): MachineRead | null =>
  machineReadSchema.nullable().parse(machineRead);

/** `edits`: as a revision or a draft keeps them. */
export const countsView = (edits: unknown): EditCounts | null =>
  edits === null ? null : countEdits(keptEditsSchema.parse(edits).edits);

/** `outcomes`: as the event of its saving kept them; undefined for the first revision. */
export const revisionSummaryView = (row: RevisionSummaryRow, outcomes: unknown): RevisionSummary => ({
  id: row.id,
  number: row.number,
  sha256: row.sha256,
  characters: codePointLength(row.text),
  ...provenanceView(row),
  createdBy: memberSummaryView(row.createdBy),
  createdAt: row.createdAt.toISOString(),
  outcomes: outcomeCountsSchema.nullable().parse(outcomes ?? null),
});
