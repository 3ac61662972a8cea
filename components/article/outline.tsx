"use client";

import { UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { OpenAt } from "#components/live/claim-people.tsx";
import { usePeople } from "#components/live/live-article.tsx";
import { peopleBySection, sectionOfBlocks } from "#components/live/people-by-section.ts";
import type { PeopleState, Person } from "#components/live/people-store.ts";
import { Shortcut } from "#components/ui/shortcut.tsx";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useGoing } from "#components/workbench/use-going.ts";
import { useClaims, useWorkbench } from "#components/workbench/workbench-context.tsx";
import classes from "./outline.module.css";
import { OutlineClaims } from "./outline-claims.tsx";
import { OutlineDots } from "./outline-dots.tsx";
import { type OutlineSection, outlineOf } from "./outline-sections.ts";
import { OutlineWaiting } from "./outline-waiting.tsx";
import { useSectionInView } from "./use-section-in-view.ts";
import { useSectionOfFocus } from "./use-section-of-focus.ts";

const selectClaims = (state: WorkbenchState) => state.claims;
const selectByClaim = (state: PeopleState) => state.byClaim;
const selectById = (state: WorkbenchState) => state.byId;
const selectDismissals = (state: WorkbenchState) => state.dismissals;

/** The sections with the progress of each, how many bullets are covered, and the way to what is still to do. */
export const Outline = memo(function Outline({ onGo = stay }: { onGo?: () => void }) {
  const t = useTranslations("workbench");
  const { article } = useWorkbench();
  const claims = useClaims(selectClaims);
  const dismissals = useClaims(selectDismissals);
  const sections = useMemo(
    () => outlineOf(article.revision.blocks, { claims, dismissals }),
    [article, claims, dismissals],
  );
  const people = usePeopleBySection();
  const seen = useSectionInView(sections);
  const inView = useSectionOfFocus(sections, seen);
  const bullets = sections.flatMap((section) => section.bullets);
  const covered = bullets.filter(({ progress }) => progress !== "unmarked").length;
  return (
    <nav className={classes.outline} aria-label={t("outline")}>
      <h2 className={classes.title}>{t("outline")}</h2>
      <ol className={classes.list}>
        {sections.map((section) => (
          <OutlineRow
            key={section.blockId}
            section={section}
            isInView={section.blockId === inView}
            people={people.get(section.blockId) ?? NOBODY}
            onGo={onGo}
          />
        ))}
      </ol>
      <OutlineWaiting onGo={onGo} />
      <h2 className={classes.title}>{t("toDo")}</h2>
      {bullets.length > 0 && (
        <p className={classes.coverage}>{t("coverage", { covered, bullets: bullets.length })}</p>
      )}
      <ToDo unmarked={bullets.length - covered} unsettled={claims.filter(isUnsettled).length} onGo={onGo} />
      <OutlineClaims onGo={onGo} />
    </nav>
  );
});

const stay = () => {};
const NOBODY: readonly Person[] = [];

function usePeopleBySection(): ReadonlyMap<string, readonly Person[]> {
  const { article } = useWorkbench();
  const byClaim = usePeople(selectByClaim);
  const byId = useClaims(selectById);
  const sectionOf = useMemo(() => sectionOfBlocks(article.revision.blocks), [article.revision]);
  return useMemo(() => peopleBySection(sectionOf, byClaim, byId), [sectionOf, byClaim, byId]);
}

const isUnsettled = (claim: WorkbenchState["claims"][number]) => claim.workState !== "settled";

const OutlineRow = memo(function OutlineRow({
  section,
  isInView,
  people,
  onGo,
}: {
  section: OutlineSection;
  isInView: boolean;
  people: readonly Person[];
  onGo: () => void;
}) {
  const t = useTranslations("workbench");
  const { reader } = useWorkbench();
  return (
    <li>
      <a
        href={`#${section.blockId}`}
        className={classes.row}
        style={{ paddingInlineStart: `${0.5 + Math.max(0, section.level - 2) * 0.75}rem` }}
        aria-current={isInView ? "location" : undefined}
        onClick={(event) => {
          event.preventDefault();
          onGo();
          reader.current?.revealBlock(section.blockId, { align: "start" });
        }}
      >
        <span className={classes.name}>{section.title ?? t("beforeFirstHeading")}</span>
        <OpenAt people={people} />
        <OutlineDots section={section} />
      </a>
    </li>
  );
});

interface ToDoProps {
  unmarked: number;
  unsettled: number;
  onGo: () => void;
}

function ToDo({ unmarked, unsettled, onGo }: ToDoProps) {
  const t = useTranslations("workbench");
  const going = useGoing();
  const go = (step: () => void) => () => {
    onGo();
    step();
  };
  return (
    <div>
      <UnstyledButton className={classes.row} onClick={go(going.nextUnsettled)} aria-keyshortcuts="u">
        <span>{t("unsettledClaims", { count: unsettled })}</span>
        <Shortcut keys="U" />
      </UnstyledButton>
      <UnstyledButton className={classes.row} onClick={go(going.nextUnmarked)} aria-keyshortcuts="Shift+u">
        <span>{t("unmarkedBullets", { count: unmarked })}</span>
        <Shortcut keys="⇧U" />
      </UnstyledButton>
    </div>
  );
}
