import { useLocale } from "next-intl";
import { RATING_COLOUR_VALUE } from "#components/theme/rating-colour.ts";
import type { Rating } from "#domain/scale.ts";
import classes from "./stamp.module.css";
import { stampLabel } from "./stamp-label.ts";
import { StampShape } from "./stamp-shape.tsx";
import type { Standing } from "./standing.ts";

interface StampProps {
  standing: Standing;
  /** Stands in the ring of a claim that has no finding yet. */
  number: number;
}

/** A claim's standing as a mark on the proof: shape, word and colour. Decoration only; whoever shows it names it. */
export function Stamp({ standing, number }: StampProps) {
  if (standing.name === "settled" && standing.rating) return <RatingStamp rating={standing.rating} />;
  const color = standing.name === "untouched" ? "var(--faint)" : "var(--shu)";
  return (
    <span className={classes.stamp} data-ring style={{ color }} aria-hidden="true">
      <StampShape shape="ring" />
      <span className={classes.number}>{number}</span>
    </span>
  );
}

/** The stamp of a rating, as a choice or a finding. */
export function RatingStamp({ rating }: { rating: Rating }) {
  const { lines, isVertical, longest } = stampLabel(rating.label[useLocale()]);
  return (
    <span
      className={classes.stamp}
      style={{ color: RATING_COLOUR_VALUE[rating.colour] }}
      data-vertical={isVertical || undefined}
      data-filled={rating.colour === "fabricated" || undefined}
      data-longest={Math.min(longest, 11)}
      data-columns={lines.length}
      aria-hidden="true"
    >
      <StampShape shape={rating.colour} />
      <span className={classes.word}>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </span>
    </span>
  );
}
