import type { RatingColour } from "#domain/scale.ts";

/** The outlines of stamps in a box of 36 by 36, stretched to the stamp. One per rating colour, so that grey is enough. */
const SHAPES: Record<RatingColour | "ring", { path: string; inner?: string; filled?: true; dashed?: true }> =
  {
    true: { path: "M18 1.5a16.5 16.5 0 1 1 0 33a16.5 16.5 0 1 1 0-33z" },
    mostly_true: {
      path: "M18 1a17 17 0 1 1 0 34a17 17 0 1 1 0-34z",
      inner: "M18 4.2a13.8 13.8 0 1 1 0 27.6a13.8 13.8 0 1 1 0-27.6z",
    },
    misleading: { path: "M9 1.5h18l7.5 16.5l-7.5 16.5h-18l-7.5-16.5z" },
    inaccurate: { path: "M8 1.5h20l6.5 6.5v20l-6.5 6.5h-20l-6.5-6.5v-20z" },
    unsupported: {
      path: "M8 1h20a7 7 0 0 1 7 7v20a7 7 0 0 1-7 7h-20a7 7 0 0 1-7-7v-20a7 7 0 0 1 7-7z",
      inner: "M9 4h18a5 5 0 0 1 5 5v18a5 5 0 0 1-5 5h-18a5 5 0 0 1-5-5v-18a5 5 0 0 1 5-5z",
    },
    false: { path: "M3.5 1.5h29a2 2 0 0 1 2 2v29a2 2 0 0 1-2 2h-29a2 2 0 0 1-2-2v-29a2 2 0 0 1 2-2z" },
    fabricated: {
      path: "M3.5 1.5h29a2 2 0 0 1 2 2v29a2 2 0 0 1-2 2h-29a2 2 0 0 1-2-2v-29a2 2 0 0 1 2-2z",
      filled: true,
    },
    withheld: { path: "M1.5 10v-8.5h8.5M26 1.5h8.5v8.5M34.5 26v8.5h-8.5M10 34.5h-8.5v-8.5" },
    out_of_scope: { path: "M1.5 1.5h33v33h-33z", inner: "M1.5 34.5l33-33" },
    ring: { path: "M18 1.5a16.5 16.5 0 1 1 0 33a16.5 16.5 0 1 1 0-33z", dashed: true },
  };

export function StampShape({ shape }: { shape: RatingColour | "ring" }) {
  const { path, inner, filled, dashed } = SHAPES[shape];
  const isSlash = shape === "out_of_scope";
  return (
    <svg viewBox="0 0 36 36" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill={filled ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth={inner && !isSlash ? 1.25 : 2}
        strokeDasharray={dashed ? "3 3.5" : undefined}
        vectorEffect="non-scaling-stroke"
      />
      {inner && (
        <path
          d={inner}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.25}
          strokeOpacity={isSlash ? 0.3 : 1}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
