import { PAINT } from "./use-painted-places.ts";

const CSS = `
::highlight(${PAINT.joins}) { text-decoration: underline dotted; text-decoration-color: var(--soft); text-underline-offset: 0.3em; }
::highlight(${PAINT.now}) { background-color: var(--selection); text-decoration: underline 2px; text-decoration-color: var(--shu); }
`;

/** What the Highlight API paints the preview with. React hoists it into the head, once. */
export function ImportPaint() {
  return (
    <style href="import-paint" precedence="default">
      {CSS}
    </style>
  );
}
