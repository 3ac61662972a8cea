import { type Block, bulletSign } from "#domain/block.ts";
import { type BlockRun, blockRuns } from "#domain/block-runs.ts";
import { isSetRaised } from "#domain/raised-text.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { groupedByRuby, type Segment, segmentsOf } from "#domain/report-segments.ts";
import { placesInRows } from "#editor/table-document.ts";
import { RATING_PAINT } from "../rating-paint.ts";

/** The ink under a claim without a rating: grey and dotted. */
const OPEN_INK = "#5f5a51";

/**
 * The article's blocks for the template. Heading levels never skip one, because PDF/UA forbids it: a level 4 under a
 * level 2 is set as a 3. Levels are the article's own; the template sets them under its section.
 */
export function printableBlocks({ revision, claims }: Report) {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  const groupsOf = (block: Block) =>
    groupedByRuby(segmentsOf(block, claims)).map(({ reading, segments }) => ({
      reading,
      segments: segments.map((segment) => ({
        text: segment.text,
        ends: segment.ends,
        line: lineUnder(segment, byNumber),
        isNote: segment.note !== undefined && !isSetRaised(segment.text),
        ...(segment.struck && { struck: segment.struck }),
        ...(segment.isInserted && { isInserted: true }),
        ...(segment.isUnsure && { isUnsure: true }),
      })),
    }));
  let deepest = 0;
  return blockRuns(revision.blocks).flatMap((run): PrintableBlock[] => {
    if (run[0].kind === "cell") return [printableTable(run, groupsOf)];
    return run.map((block) => {
      const level = block.kind === "heading" ? Math.min(block.level ?? 1, deepest + 1) : (block.level ?? 1);
      if (block.kind === "heading") deepest = level;
      return { kind: block.kind, level, sign: signOf(block), groups: groupsOf(block) };
    });
  });
}

type Groups = { reading: string | null; segments: object[] }[];

type PrintableBlock =
  | { kind: string; level: number; sign: string; groups: Groups }
  | { kind: "table"; columns: number; cells: object[] };

/** What stands before or over a block's words: a bullet's number or dot, a footnote's label, where a picture is. */
function signOf({ kind, details }: Block): string {
  if (kind === "bullet") return bulletSign(details) ?? "•";
  if (kind === "footnote") return details?.label ?? "";
  return kind === "figure" ? (details?.picture?.address ?? "") : "";
}

function printableTable(run: BlockRun, groupsOf: (block: Block) => Groups): PrintableBlock {
  const byId = new Map(run.map((cell) => [cell.id, cell]));
  const rows = placesInRows(run);
  const columns = Math.max(
    ...run.map(({ details }) => (details?.cell?.column ?? 1) + (details?.cell?.columnSpan ?? 1) - 1),
  );
  const cells = rows.flat().map((place) => {
    const block = place === null ? undefined : byId.get(place.id);
    return {
      columnSpan: place?.columnSpan ?? 1,
      rowSpan: place?.rowSpan ?? 1,
      isHeader: place?.isHeader ?? false,
      groups: block ? groupsOf(block) : [],
    };
  });
  return { kind: "table", columns, cells };
}

/** How a run is underlined: by its innermost claim, doubled where several stand. Null: not at all. */
function lineUnder({ claims }: Segment, byNumber: ReadonlyMap<number, ReportClaim>) {
  const over = claims.flatMap((number) => byNumber.get(number) ?? []);
  if (over.length === 0) return null;
  const innermost = over.reduce((a, b) => (length(b) < length(a) ? b : a));
  const rating = innermost.verdict?.ratingDetail;
  return {
    ink: rating ? RATING_PAINT[rating.colour].light : OPEN_INK,
    isDotted: !rating,
    isDouble: over.length > 1,
  };
}

const length = ({ anchor }: ReportClaim) => anchor.exact.length;
