"use client";

import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ClaimPeople } from "#components/live/claim-people.tsx";
import { useStandingLabel } from "#components/verdict/use-standing-label.ts";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useOpenClaim } from "#components/workbench/use-open-claim.ts";
import { useClaims } from "#components/workbench/workbench-context.tsx";
import classes from "./outline.module.css";

/** As much of a quote as tells one claim from the next, in characters. */
const QUOTE = 40;

const selectCount = (state: WorkbenchState) => state.claims.length;

/**
 * Every claim in text order: the margin holds only those near the window, which is no way for who can't scroll by sight.
 * Built when it is unfolded, so that 2,000 claims cost nothing before.
 */
export function OutlineClaims({ onGo }: { onGo: () => void }) {
  const t = useTranslations("workbench");
  const [isOpen, setOpen] = useState(false);
  const count = useClaims(selectCount);
  if (count === 0) return null;
  return (
    <section className={classes.claims} aria-label={t("claimList", { count })}>
      <UnstyledButton className={classes.row} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t("claimList", { count })}
      </UnstyledButton>
      {isOpen && <ClaimRows onGo={onGo} />}
    </section>
  );
}

const selectClaims = (state: WorkbenchState) => state.claims;
const selectFocusedId = (state: WorkbenchState) => state.focusedId;

function ClaimRows({ onGo }: { onGo: () => void }) {
  const t = useTranslations("workbench");
  const discussion = useTranslations("discussion");
  const labelOf = useStandingLabel();
  const open = useOpenClaim();
  const claims = useClaims(selectClaims);
  const focusedId = useClaims(selectFocusedId);
  return (
    <ol className={classes.list}>
      {claims.map((claim) => (
        <li key={claim.id} className={classes.claim}>
          <UnstyledButton
            className={classes.row}
            aria-current={claim.id === focusedId || undefined}
            onClick={() => {
              onGo();
              open(claim.id);
            }}
          >
            {t("stamp", {
              number: claim.number,
              standing: labelOf(claim),
              quote: [...claim.anchor.exact].slice(0, QUOTE).join(""),
            })}
            <ClaimPeople claimId={claim.id} />
            {claim.openThreads > 0 && (
              <span className={classes.talk}>
                <IconMessage size={12} aria-hidden />
                <span aria-hidden>{claim.openThreads}</span>
                <VisuallyHidden>{discussion("unresolved", { count: claim.openThreads })}</VisuallyHidden>
              </span>
            )}
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
