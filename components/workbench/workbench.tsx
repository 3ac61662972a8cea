"use client";

import { useState } from "react";
import { ArticleDetails } from "#components/article/details.tsx";
import { Outline } from "#components/article/outline.tsx";
import { Reader } from "#components/article/reader.tsx";
import { ClaimPanel } from "#components/claim/panel.tsx";
import { Room } from "#components/shell/page.tsx";
import type { Article } from "#domain/article.ts";
import type { Claim, ClaimSummary } from "#domain/claim.ts";
import type { Scale } from "#domain/scale.ts";
import { KeyHelp } from "./key-help.tsx";
import { SheetProvider } from "./sheet-context.tsx";
import { UnsavedBanner } from "./unsaved-banner.tsx";
import { useClaimAddress } from "./use-claim-address.ts";
import { useKeys } from "./use-keys.ts";
import { useLeaveGuard } from "./use-leave-guard.ts";
import { useMakeWorkbench } from "./use-make-workbench.ts";
import { useWorkbenchPalette } from "./use-workbench-palette.tsx";
import classes from "./workbench.module.css";
import { WorkbenchBar } from "./workbench-bar.tsx";
import { WorkbenchContext } from "./workbench-context.tsx";

export interface WorkbenchProps {
  article: Article;
  claims: ClaimSummary[];
  scale: Scale;
  /** The claim the address asks for, with its findings; null where it asks for none. */
  openClaim: Claim | null;
}

/** Three rooms: the outline, the proof, and the claim on the desk. */
export function Workbench(props: WorkbenchProps) {
  const workbench = useMakeWorkbench(props);
  return (
    <WorkbenchContext value={workbench}>
      <SheetProvider>
        <Rooms />
      </SheetProvider>
    </WorkbenchContext>
  );
}

function Rooms() {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = useOpen(setHelpOpen);
  useKeys(openHelp);
  useClaimAddress();
  useLeaveGuard();
  useWorkbenchPalette(openHelp);
  return (
    <Room bar={<WorkbenchBar onHelp={openHelp} />}>
      <UnsavedBanner />
      <div className={classes.rooms}>
        <div className={classes.side}>
          <Outline />
        </div>
        <div className={classes.paper}>
          <div className={classes.sheet}>
            <ArticleDetails />
            <Reader />
          </div>
        </div>
        <ClaimPanel />
      </div>
      <KeyHelp opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </Room>
  );
}

const useOpen = (set: (opened: boolean) => void) => useState(() => () => set(true))[0];
