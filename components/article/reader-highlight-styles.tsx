import { RATING_COLOUR_VALUE } from "#components/theme/rating-colour.ts";
import { claimHighlightCss } from "#editor/claim-layer/highlight-styles.ts";

const CSS = claimHighlightCss({
  open: "var(--line-strong)",
  work: "var(--shu)",
  discussed: "var(--soft)",
  focus: "var(--shu-wash)",
  pending: "var(--selection)",
  hover: "var(--shade)",
  settled: RATING_COLOUR_VALUE,
});

/** What the Highlight API paints with. React hoists it into the head, once. */
export function ReaderHighlightStyles() {
  return (
    <style href="claim-highlights" precedence="default">
      {CSS}
    </style>
  );
}
