"use client";

import { Menu, UnstyledButton, useMatches } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Face } from "#components/ui/face.tsx";
import { useOpenClaim } from "#components/workbench/use-open-claim.ts";
import { usePeople } from "./live-article.tsx";
import classes from "./people.module.css";
import type { PeopleState } from "./people-store.ts";
import { useWhatTheyDo } from "./use-what-they-do.ts";

const selectPeople = (state: PeopleState) => state.people;

/** Who else is in the article, as faces, or by number where the bar is short; behind them a list that says what each is at, and leads there. */
export function People() {
  const t = useTranslations("live");
  const people = usePeople(selectPeople);
  const whatTheyDo = useWhatTheyDo();
  const open = useOpenClaim();
  const room = useMatches({ base: 1, sm: 4 });
  if (people.length === 0) return null;
  const shown = people.length > room ? people.slice(0, room - 1) : people;
  const rest = people.length - shown.length;
  const names = people.map(({ member }) => member.name).join(t("listSeparator"));
  return (
    <Menu position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes.people}
          data-company
          aria-label={t("hereWith", { count: people.length, names })}
          title={names}
        >
          {shown.map(({ member, idle }) => (
            <span key={member.id} className={classes.person} data-idle={idle || undefined}>
              <Face member={member} />
            </span>
          ))}
          {rest > 0 && (
            <span className={classes.rest} aria-hidden>
              +{rest}
            </span>
          )}
          {people.length === 1 && (
            <span className={classes.name} aria-hidden>
              {names}
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.list}>
        <Menu.Label>{t("here")}</Menu.Label>
        {people.map((person) => (
          <Menu.Item
            key={person.member.id}
            leftSection={
              <span className={classes.person} data-idle={person.idle || undefined}>
                <Face member={person.member} />
              </span>
            }
            onClick={() => person.claimId && open(person.claimId)}
          >
            <span className={classes.who}>{person.member.name}</span>
            <span className={classes.doing}>{whatTheyDo(person)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
