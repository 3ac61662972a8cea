import { UnstyledButton } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useStandingLabel } from "#components/verdict/use-standing-label.ts";
import type { RevisionClaim } from "#domain/revision.ts";
import classes from "./past-revision.module.css";

interface PastClaimsProps {
  articleId: string;
  claims: readonly RevisionClaim[];
  language: string;
  focusedId: string | null;
  onFocus: (id: string) => void;
}

/** The claims of a version: those with a place in text order, then those without, and why. */
export function PastClaims({ articleId, claims, language, focusedId, onFocus }: PastClaimsProps) {
  const t = useTranslations("versions.past");
  const drop = useTranslations("versions.drop");
  const workbench = useTranslations("workbench");
  const labelOf = useStandingLabel();
  return (
    <aside className={classes.claims} aria-label={t("claims")}>
      <h2>{t("claims")}</h2>
      {claims.length === 0 && <p className={classes.quiet}>{t("noClaims")}</p>}
      <ol>
        {claims.map((claim) => {
          const { anchor } = claim;
          const isFocused = claim.id === focusedId;
          return (
            <li key={claim.id} data-focused={isFocused || undefined}>
              <UnstyledButton aria-pressed={isFocused} onClick={() => onFocus(claim.id)}>
                {workbench("stamp", { number: claim.number, standing: labelOf(claim), quote: "" })}
                <span lang={language} className={classes.quote}>
                  {anchor.exact}
                </span>
              </UnstyledButton>
              {anchor.state === "needs_placing" && <p className={classes.quiet}>{t("needsPlacing")}</p>}
              {anchor.state === "dropped" && (
                <p className={classes.quiet}>{t("dropped", { reason: drop(`reasons.${anchor.reason}`) })}</p>
              )}
              {claim.isCurrent ? (
                isFocused && <Link href={`/articles/${articleId}?claim=${claim.id}`}>{t("openNow")}</Link>
              ) : (
                <p className={classes.quiet}>{t("goneSince")}</p>
              )}
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
