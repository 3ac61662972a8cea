import { useTranslations } from "next-intl";
import type { Stance } from "#domain/evidence.ts";
import classes from "./evidence.module.css";

/** What a source does to the claim, as a word in a frame; the colour only repeats it. */
export function StanceTag({ stance }: { stance: Stance }) {
  const t = useTranslations("evidence");
  return (
    <span className={classes.tag} style={{ color: `var(--stance-${stance})` }}>
      {t(`stances.${stance}`)}
    </span>
  );
}
