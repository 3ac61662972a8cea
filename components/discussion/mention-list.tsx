"use client";

import { Portal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Face } from "#components/ui/face.tsx";
import classes from "./composer.module.css";
import type { Offer } from "./mention-choice.ts";
import type { Mentioning } from "./use-mention-choice.ts";

export const useOffer = ({ choice }: Mentioning): Offer | null =>
  useSyncExternalStore(
    choice.subscribe,
    () => choice.offer,
    () => null,
  );

/** The element id of the `index`th person in the list `listId`. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The people who may be meant, at the caret. The focus stays in the text; the editor says which one is active. */
export function MentionList({ mentioning, id }: { mentioning: Mentioning; id: string }) {
  const t = useTranslations("discussion");
  const offer = useOffer(mentioning);
  useSaid(offer);
  return (
    <Portal>
      <div ref={mentioning.list} className={classes.people} data-open={offer !== null || undefined}>
        {offer && (
          <div role="listbox" id={id} aria-label={t("people")}>
            {offer.people.map((member, index) => (
              <Person
                key={member.id}
                id={optionId(id, index)}
                member={member}
                isActive={index === offer.active}
                onPoint={() => mentioning.choice.point(index)}
                onTake={() => mentioning.choice.take(index)}
              />
            ))}
          </div>
        )}
      </div>
    </Portal>
  );
}

interface PersonProps {
  id: string;
  member: { id: string; name: string };
  isActive: boolean;
  onPoint: () => void;
  onTake: () => void;
}

function Person({ id, member, isActive, onPoint, onTake }: PersonProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // Keys are the editor's: it has the focus and leads through the list.
    // biome-ignore lint/a11y/useFocusableInteractive: as above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <div
      ref={row}
      role="option"
      id={id}
      aria-selected={isActive}
      className={classes.person}
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onTake}
    >
      <Face member={member} size="small" />
      {member.name}
    </div>
  );
}

/** Says how many there are when the list opens or narrows. */
function useSaid(offer: Offer | null): void {
  const t = useTranslations("discussion");
  const announce = useAnnounce();
  const count = offer?.people.length ?? 0;
  useEffect(() => {
    if (count > 0) announce(t("peopleFound", { count }));
  }, [count, announce, t]);
}
