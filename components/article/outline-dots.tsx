import { VisuallyHidden } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./outline.module.css";
import type { BulletProgress, OutlineSection } from "./outline-sections.ts";

/** How many dots can be told apart at a glance; a section with more bullets says it in numbers. */
const MOST_DOTS = 6;

/** One dot a bullet: full when settled, half when marked, hollow when nothing is there, dotted when dismissed. */
export function OutlineDots({ section }: { section: OutlineSection }) {
  const t = useTranslations("workbench");
  const { bullets, claims, settled } = section;
  const covered = bullets.filter(({ progress }) => progress !== "unmarked").length;
  const label =
    bullets.length > 0
      ? t("sectionCoverage", { covered, bullets: bullets.length })
      : t("sectionClaims", { settled, claims });
  return (
    <span className={classes.progress}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <span aria-hidden="true" className={classes.dots}>
        {bullets.length === 0 || bullets.length > MOST_DOTS ? (
          <small>{numbersOf(section, covered)}</small>
        ) : (
          bullets.map(({ blockId, progress }) => <Dot key={blockId} progress={progress} />)
        )}
      </span>
    </span>
  );
}

function numbersOf({ bullets, claims, settled }: OutlineSection, covered: number): string {
  if (bullets.length > 0) return `${covered}/${bullets.length}`;
  return claims > 0 ? `${settled}/${claims}` : "–";
}

function Dot({ progress }: { progress: BulletProgress }) {
  return (
    <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
      <circle
        cx="5"
        cy="5"
        r="4"
        fill={progress === "settled" ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.25"
        strokeDasharray={progress === "dismissed" ? "1.5 1.6" : undefined}
      />
      {progress === "claimed" && <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />}
    </svg>
  );
}
