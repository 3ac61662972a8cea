"use client";

import { Menu } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { isPlaced } from "#domain/anchor.ts";
import { moveEdge } from "#domain/anchoring/move-edge.ts";
import type { ClaimSummary } from "#domain/claim.ts";

const MOVES = [
  { name: "extendStart", edge: "start", by: -1 },
  { name: "shrinkStart", edge: "start", by: 1 },
  { name: "shrinkEnd", edge: "end", by: -1 },
  { name: "extendEnd", edge: "end", by: 1 },
] as const;

/** Moving a claim's edges word by word without dragging; the menu stays, because one press is seldom enough. */
export function EdgeMenuItems({ claim }: { claim: ClaimSummary }) {
  const t = useTranslations("claim");
  const { article, actions } = useWorkbench();
  const { anchor } = claim;
  if (!isPlaced(anchor)) return null;
  const block = article.revision.blocks.find(({ id }) => id === anchor.blockId);
  if (!block || !claim.abilities.update) return null;
  const { start, end } = anchor;
  return (
    <>
      <Menu.Label>{t("edges.title")}</Menu.Label>
      {MOVES.map(({ name, edge, by }) => (
        <Menu.Item
          key={name}
          closeMenuOnClick={false}
          onClick={() => actions.move(claim.id, moveEdge(block, { start, end }, edge, by, "word"))}
        >
          {t(`edges.${name}`)}
        </Menu.Item>
      ))}
    </>
  );
}
