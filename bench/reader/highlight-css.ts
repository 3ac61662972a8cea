import { claimHighlightCss } from "#editor/claim-layer/highlight-styles.ts";

/** The layer's styles in some colours, for pages without the product's tokens. */
export const highlightCss = claimHighlightCss({
  open: "#706a5e",
  work: "#bf3322",
  discussed: "#5f5a51",
  focus: "#bf33221a",
  pending: "#1f5fbf30",
  hover: "#0000000d",
  settled: {
    true: "#1e6b58",
    mostly_true: "#46782f",
    misleading: "#8a6000",
    inaccurate: "#a8500f",
    unsupported: "#47597a",
    false: "#a82a1f",
    fabricated: "#6e1019",
    withheld: "#6a655c",
    out_of_scope: "#6a655c",
  },
});
