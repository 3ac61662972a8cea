import { z } from "zod";
import type { ForeignAnnotation, ForeignEvidence, ForeignFinding } from "#domain/annotation.ts";
import {
  CLAIM_KINDS,
  type ClaimKind,
  claimFieldsSchema,
  claimKindSchema,
  prioritySchema,
} from "#domain/claim.ts";
import { evidenceDetailSchema } from "#domain/evidence.ts";
import { withoutHidden } from "#domain/name-text.ts";
import { partialDateSchema } from "#domain/partial-date.ts";
import { REPORT_FORMAT_VERSION } from "#domain/report.ts";
import { ratingKeySchema, scaleIdSchema } from "#domain/scale.ts";
import { sourceDraftSchema } from "#domain/source.ts";
import { MAX_SUMMARY_LENGTH } from "#domain/verdict.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import { citedEvidence, isEmptyRationale } from "#editor/rationale-text.ts";
import { cutTo, isObject, listOf, momentOf, nameOf, textOf } from "./json-value.ts";
import { Notes } from "./notes.ts";
import type { AnnotationReader } from "./reader.ts";
import { authorOf, bareAnnotation } from "./said.ts";
import { saidPlace } from "./words.ts";

/**
 * Our own report as JSON (docs/formats/report-json.md), from this desk or another. Claims are read one by one, so that
 * one that is damaged does not keep the others away; a later version of the format is not half understood.
 */
export const reportReader: AnnotationReader = {
  id: "report",
  find: (json) => {
    const isReport =
      isObject(json) && json.formatVersion === REPORT_FORMAT_VERSION && isObject(json.revision);
    return isReport && Array.isArray(json.claims) ? { items: json.claims, notInline: 0 } : null;
  },
  read: (items) => {
    const notes = new Notes();
    const annotations = items.flatMap((item) => annotationOf(item, notes));
    return { annotations, notes: notes.list() };
  },
};

const anchorSchema = z.object({
  exact: z.string().min(1),
  prefix: z.string().catch(""),
  suffix: z.string().catch(""),
  start: z.number().int().min(0).nullish().catch(null),
  end: z.number().int().min(0).nullish().catch(null),
});

function annotationOf(claim: unknown, notes: Notes): ForeignAnnotation[] {
  const anchor = anchorSchema.safeParse(isObject(claim) ? claim.anchor : null);
  if (!isObject(claim) || !anchor.success) {
    notes.add("malformed");
    return [];
  }
  const place = saidPlace(selectorsOf(anchor.data));
  if ("not" in place) {
    notes.add(place.not);
    return [];
  }
  const { statement, claimant, saidWhere } = claimFieldsSchema.shape;
  const line = (value: unknown, schema: z.ZodType<string>) => fitting(textOf(value), schema, notes);
  const evidence = listOf(claim.evidence).flatMap((piece) => evidenceOf(piece, notes));
  return [
    {
      ...bareAnnotation(place),
      id: nameOf(claim.id),
      author: authorOf(isObject(claim.createdBy) ? claim.createdBy.name : null),
      writtenAt: momentOf(claim.createdAt),
      statement: line(claim.statement, statement),
      claimant: line(plain(claim.claimant), claimant),
      saidWhere: line(plain(claim.saidWhere), saidWhere),
      saidOn: partialDateSchema.safeParse(claim.saidOn).data ?? null,
      kinds: kindsIn(claim.kinds),
      priority: prioritySchema.safeParse(claim.priority).data ?? "normal",
      finding: findingOf(claim.verdict, evidence, notes),
      evidence,
    },
  ];
}

/** As `selectorsOf` of the domain writes an anchor; one without a place has its words only. */
function selectorsOf({ start, end, ...quote }: z.infer<typeof anchorSchema>): object[] {
  const words = { type: "TextQuoteSelector", ...quote };
  return typeof start === "number" && typeof end === "number"
    ? [{ type: "TextPositionSelector", start, end }, words]
    : [words];
}

/** The longest text of the product's own fields, in UTF-16 units: what doesn't fit is cut until it does. */
const FIELD_LIMITS = [1000, 300, 200] as const;

function fitting(text: string, schema: z.ZodType<string>, notes: Notes): string {
  if (schema.safeParse(text).success) return text;
  notes.add("cut");
  const cut = FIELD_LIMITS.map((limit) => cutTo(text, limit).text);
  return cut.find((short) => schema.safeParse(short).success) ?? "";
}

/** A name of another desk, without what ours may not hold. */
const plain = (name: unknown): unknown => (typeof name === "string" ? withoutHidden(name).name : name);

const withPlain = (thing: unknown, names: readonly string[]): unknown =>
  isObject(thing)
    ? Object.fromEntries(
        Object.entries(thing).map(([key, value]) => [key, names.includes(key) ? plain(value) : value]),
      )
    : thing;

const kindsIn = (value: unknown): ClaimKind[] => {
  const named = listOf(value).flatMap((kind) => claimKindSchema.safeParse(kind).data ?? []);
  return CLAIM_KINDS.filter((kind) => named.includes(kind));
};

function evidenceOf(piece: unknown, notes: Notes): ForeignEvidence[] {
  const id = isObject(piece) ? nameOf(piece.id) : null;
  if (!isObject(piece) || id === null) {
    notes.add("source");
    return [];
  }
  const detail = evidenceDetailSchema.safeParse({ ...piece, locator: plain(piece.locator) });
  const source = sourceDraftSchema.safeParse(withPlain(piece.source, ["title", "publisher", "author"]));
  if (!detail.success || !source.success) {
    notes.add("source");
    return [];
  }
  return [{ id, ...detail.data, source: source.data }];
}

function findingOf(
  verdict: unknown,
  evidence: readonly ForeignEvidence[],
  notes: Notes,
): ForeignFinding | null {
  const scaleId = scaleIdSchema.safeParse(isObject(verdict) ? verdict.scaleId : null).data;
  if (!isObject(verdict) || scaleId === undefined) return null;
  const { text: summary, isCut } = cutTo(textOf(verdict.summary), MAX_SUMMARY_LENGTH);
  if (isCut) notes.add("cut");
  const rating = ratingKeySchema.safeParse(verdict.rating).data ?? null;
  const rationale = rationaleOf(verdict.rationale, evidence, notes);
  return rating === null && summary === "" && rationale === null
    ? null
    : { scaleId, rating, summary, rationale };
}

/** A rationale that keeps our rules, citing only what came along with it. */
function rationaleOf(
  value: unknown,
  evidence: readonly ForeignEvidence[],
  notes: Notes,
): ForeignFinding["rationale"] {
  if (value === null || value === undefined) return null;
  const parsed = parseRationale(value);
  if (
    !parsed.ok ||
    citedEvidence(parsed.rationale).some((id) => evidence.every((piece) => piece.id !== id))
  ) {
    notes.add("rationale");
    return null;
  }
  return isEmptyRationale(parsed.rationale) ? null : parsed.rationale;
}
