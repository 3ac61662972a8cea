import type { BlockDetails, ParsedBlock } from "#domain/block.ts";
import { isAllowedHref } from "./allowed-href.ts";
import { settledMarks } from "./block-marks.ts";
import { storableText } from "./storable-text.ts";

const HIGHEST_ORDINAL = 1_000_000;
const LONGEST_LABEL = 20;
/** In UTF-16 units. */
const LONGEST_ALT = 1000;
const SHA256 = /^[0-9a-f]{64}$/;

/** The label each footnote of `blocks` keeps, by the block's index: one that stands alone there, as no other does. */
export function footnoteLabels(blocks: readonly ParsedBlock[]): Map<string, number> {
  const labels = new Map<string, number>();
  for (const [index, { kind, details }] of blocks.entries()) {
    const label = storableText(details?.label ?? "").trim();
    const isLabel =
      kind === "footnote" && label !== "" && label.length <= LONGEST_LABEL && !/\s/u.test(label);
    if (isLabel && !labels.has(label)) labels.set(label, index);
  }
  return labels;
}

/**
 * What a block may be besides its text, which stands in `text`: the details its kind has and no others, without what is
 * not allowed. Null where nothing is left. `labels` are those of the footnotes; `cell` is settled already.
 */
export function settledDetails(
  { kind, details }: ParsedBlock,
  { text, index, labels }: { text: string; index: number; labels: ReadonlyMap<string, number> },
): BlockDetails | null {
  if (!details) return null;
  const marks = details.marks ? settledMarks(details.marks, text, labels) : [];
  const label = storableText(details.label ?? "").trim();
  const settled: BlockDetails = {
    ...(marks.length > 0 && { marks }),
    ...(kind === "bullet" && isOrdinal(details.ordinal) && { ordinal: details.ordinal }),
    ...(kind === "bullet" && settledSign(details.sign)),
    ...(kind === "cell" && details.cell && { cell: details.cell }),
    ...(kind === "figure" && settledPicture(details.picture)),
    ...(kind === "footnote" && labels.get(label) === index && { label }),
  };
  return Object.keys(settled).length > 0 ? settled : null;
}

function settledSign(written: string | undefined): Pick<BlockDetails, "sign"> | null {
  const sign = storableText(written ?? "")
    .replace(/\s+/gu, " ")
    .trim();
  return sign !== "" && sign.length <= LONGEST_LABEL ? { sign } : null;
}

const isOrdinal = (ordinal: number | undefined): ordinal is number =>
  ordinal !== undefined && Number.isInteger(ordinal) && ordinal >= 0 && ordinal <= HIGHEST_ORDINAL;

function settledPicture(picture: BlockDetails["picture"]): Pick<BlockDetails, "picture"> | null {
  if (!picture) return null;
  const sha256 = picture.sha256 !== null && SHA256.test(picture.sha256) ? picture.sha256 : null;
  const whole = storableText(picture.address ?? "");
  const address = /^https?:/i.test(whole) && isAllowedHref(whole) ? whole : null;
  const alt = storableText(picture.alt).replace(/\s+/gu, " ").trim().slice(0, LONGEST_ALT);
  if (sha256 === null && address === null && alt === "") return null;
  return { picture: { sha256, address, alt: alt.replace(/\p{Surrogate}/gu, "") } };
}
