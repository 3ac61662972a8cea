"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { usePaletteGroup } from "#components/palette/actions.tsx";
import { bindingOf, keycapsOf, type WorkbenchAction } from "./keys.ts";
import { focusPart } from "./panel-parts.ts";
import { useGoing } from "./use-going.ts";
import { useWorkbench } from "./workbench-context.tsx";

/** Offers in the command palette what the keys do, for those who don't know the keys. */
export function useWorkbenchPalette(onHelp: () => void): void {
  const t = useTranslations("keys");
  const tVersions = useTranslations("versions");
  const router = useRouter();
  const { actions, article } = useWorkbench();
  const going = useGoing();
  const group = useMemo(() => {
    const entry = (action: WorkbenchAction, run: () => void) => {
      const binding = bindingOf(action);
      return {
        id: `workbench-${action}`,
        label: t(`actions.${action}`),
        ...(binding && { shortcut: keycapsOf(binding, false).join("") }),
        run,
      };
    };
    const reading = [
      entry("nextClaim", going.nextClaim),
      entry("previousClaim", going.previousClaim),
      entry("nextUnsettled", going.nextUnsettled),
      entry("nextUnmarked", going.nextUnmarked),
    ];
    const writing = [
      entry("verdict", () => focusPart("verdict")),
      entry("evidence", () => focusPart("evidence")),
      entry("assign", () => focusPart("assignee")),
      entry("discuss", () => focusPart("discussion")),
      entry("undo", actions.undo),
      entry("redo", actions.redo),
    ];
    const versions = `/articles/${article.id}/versions`;
    const way = (id: "history" | "new", href: string) => ({
      id: `versions-${id}`,
      label: tVersions(id === "new" ? "history.new" : "history.title"),
      run: () => router.push(href),
    });
    return {
      id: "workbench",
      label: t("palette"),
      actions: [
        ...reading,
        ...(article.abilities.annotate ? writing : []),
        ...(article.abilities.update ? [way("new", `${versions}/new`)] : []),
        way("history", versions),
        entry("help", onHelp),
      ],
    };
  }, [t, tVersions, router, actions, article, going, onHelp]);
  usePaletteGroup(group);
}
