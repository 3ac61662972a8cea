/**
 * The id every block of an article carries, in the document as `blockId` and in the DOM as `data-block-id`.
 * It is the only thing that ties an element on the page to a block of the revision, so no document passes without:
 * ProseMirror insists on a default where a node must stand, and `validate` refuses that default.
 */
export function blockIdAttribute() {
  return {
    default: null,
    validate: "string",
    parseHTML: (element: HTMLElement) => element.getAttribute("data-block-id"),
    renderHTML: (attributes: Record<string, unknown>) => ({ "data-block-id": attributes.blockId }),
  };
}

/** A whole number from 1 to 6: a heading's level or a bullet's depth. Throws RangeError on anything else. */
export function assertLevel(value: unknown): void {
  const isLevel = typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 6;
  if (!isLevel) throw new RangeError(`expected a level from 1 to 6, got ${String(value)}`);
}

/** A number of columns or rows a cell spans. Throws RangeError on anything else. */
export function assertCount(value: unknown): void {
  const isCount = typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 65_534;
  if (!isCount) throw new RangeError(`expected a count, got ${String(value)}`);
}

/** Throws RangeError on what is neither text nor null. */
export function assertTextOrNull(value: unknown): void {
  if (value !== null && typeof value !== "string") throw new RangeError(`expected a text or null`);
}
