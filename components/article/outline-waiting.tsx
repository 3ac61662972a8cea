"use client";

import { UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useOpenClaim } from "#components/workbench/use-open-claim.ts";
import { useClaims } from "#components/workbench/workbench-context.tsx";
import { isPlaced } from "#domain/anchor.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import classes from "./outline.module.css";

/** As much of a quote as tells one claim from the next, in characters. */
const QUOTE = 40;

const selectClaims = (state: WorkbenchState) => state.claims;
const selectFocusedId = (state: WorkbenchState) => state.focusedId;

/** The claims that a new version left to a person: those without a place, and those whose words changed. */
export function OutlineWaiting({ onGo }: { onGo: () => void }) {
  const claims = useClaims(selectClaims);
  return (
    <>
      <Rows kind="unplaced" claims={claims.filter(({ anchor }) => !isPlaced(anchor))} onGo={onGo} />
      <Rows kind="stale" claims={claims.filter(({ stale }) => stale !== null)} onGo={onGo} />
    </>
  );
}

function Rows({
  kind,
  claims,
  onGo,
}: {
  kind: "unplaced" | "stale";
  claims: readonly ClaimSummary[];
  onGo: () => void;
}) {
  const t = useTranslations("workbench");
  const open = useOpenClaim();
  const focusedId = useClaims(selectFocusedId);
  if (claims.length === 0) return null;
  const title = t(`waiting.${kind}`, { count: claims.length });
  return (
    <section aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <ol className={classes.list}>
        {claims.map(({ id, number, anchor }) => (
          <li key={id}>
            <UnstyledButton
              className={classes.row}
              aria-current={id === focusedId || undefined}
              onClick={() => {
                onGo();
                open(id);
              }}
            >
              <span className={classes.name}>
                {number}. {[...anchor.exact].slice(0, QUOTE).join("")}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </section>
  );
}
