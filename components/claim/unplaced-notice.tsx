"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DiffText } from "#components/revision/diff-text.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Anchor } from "#domain/anchor.ts";
import { resolve } from "#domain/anchoring/resolve.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import { diffText } from "#domain/diff/text-diff.ts";
import classes from "./panel.module.css";

/** More places than this are no help to a person; the text is. */
const SHOWN = 5;

/** Says that a claim has no place in the newest text: its last words, where it might stand, and how to place it. */
export function UnplacedNotice({ claim, anchor }: { claim: ClaimSummary; anchor: Anchor }) {
  const t = useTranslations("claim.unplaced");
  const announce = useAnnounce();
  const { article, actions, reader } = useWorkbench();
  const { blocks } = article.revision;
  const candidates = useMemo(() => candidatesOf(blocks, anchor), [blocks, anchor]);
  const placeSelection = () => {
    const range = reader.current?.selection();
    if (!range) return announce(t("selectFirst"), { urgent: true });
    actions.move(claim.id, range);
    reader.current?.clearSelection();
  };
  return (
    <Callout look="waiting" className={classes.stale} title={t("title")}>
      {candidates.length > 0 && (
        <ol className={classes.places} aria-label={t("candidates")}>
          {candidates.map((candidate, index) => (
            <li key={`${candidate.start}-${candidate.end}`}>
              <p className={classes.staleWords} lang={article.language} dir="auto">
                <DiffText segments={diffText(anchor.exact, candidate.exact)} />
              </p>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => reader.current?.revealRange(candidate)}
              >
                {t("show", { number: index + 1 })}
              </Button>{" "}
              {claim.abilities.update && (
                <Button size="compact-sm" variant="default" onClick={() => actions.move(claim.id, candidate)}>
                  {t("placeAt", { number: index + 1 })}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      <p className={classes.hint}>{t("hint")}</p>
      {claim.abilities.update && (
        <Button
          size="compact-sm"
          mt="xs"
          rightSection={<Shortcut keys="H" />}
          aria-keyshortcuts="h"
          // The press must not take the selection away that it is about.
          onMouseDown={(event) => event.preventDefault()}
          onClick={placeSelection}
        >
          {t("placeHere")}
        </Button>
      )}
    </Callout>
  );
}

/** Where the last words might stand now, the likeliest first. */
function candidatesOf(blocks: Parameters<typeof resolve>[0], { exact, prefix, suffix }: Anchor) {
  const found = resolve(blocks, { exact, prefix, suffix });
  if ("candidates" in found) return found.candidates.slice(0, SHOWN);
  return found.state === "exact" || found.state === "moved" ? [found.range] : [];
}
