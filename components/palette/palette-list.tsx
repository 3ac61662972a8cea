"use client";

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useState } from "react";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { type PaletteAction, type PaletteGroup, usePaletteGroups } from "./actions.tsx";
import { matchGroups } from "./match.ts";
import { closePalette } from "./opened.ts";
import classes from "./palette.module.css";
import { useArticleActions } from "./use-article-actions.tsx";
import { useDeskActions } from "./use-desk-actions.tsx";

/** So many are shown of a group: two thousand claims are found by typing, not by scrolling. */
const SHOWN_OF_GROUP = 12;

export function PaletteList({ onChoose }: { onChoose: (action: PaletteAction) => void }) {
  const t = useTranslations("palette");
  const [query, setQuery] = useState("");
  const store = useCombobox({ opened: true, scrollBehavior: "instant" });
  const found = useFound(query);

  const { selectFirstOption } = store;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what Enter takes is always the first of what is shown.
  useEffect(() => {
    selectFirstOption();
  }, [query, found.length]);

  const submit = (value: string) => {
    const action = found.flatMap(keyed).find(({ key }) => key === value)?.action;
    if (action) onChoose(action);
  };
  // The list is always open, so its own Escape closes nothing and keeps the key from the dialogue around it.
  const leave = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.nativeEvent.isComposing) closePalette();
  };
  return (
    <Combobox store={store} onOptionSubmit={submit}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          size="lg"
          variant="unstyled"
          className={classes.search}
          aria-label={t("search")}
          placeholder={t("search")}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={query}
          onKeyDown={leave}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.options} aria-label={t("title")}>
        {found.map((group) => (
          <Combobox.Group key={group.id} label={group.label}>
            {keyed(group).map(({ key, action }) => (
              <Option key={key} value={key} action={action} />
            ))}
          </Combobox.Group>
        ))}
        {found.length === 0 ? <Combobox.Empty>{t("nothing")}</Combobox.Empty> : null}
      </Combobox.Options>
    </Combobox>
  );
}

function Option({ value, action }: { value: string; action: PaletteAction }) {
  return (
    <Combobox.Option value={value} className={classes.option}>
      <span className={classes.icon} aria-hidden>
        {action.icon}
      </span>
      <span className={classes.words}>
        <span className={classes.label}>{action.label}</span>
        {action.description ? <span className={classes.description}>{action.description}</span> : null}
      </span>
      {action.shortcut ? <Shortcut keys={action.shortcut} /> : null}
    </Combobox.Option>
  );
}

/** What the open page offers, then articles, then the desk's own; each cut to what the query finds. */
function useFound(query: string): PaletteGroup[] {
  const pageGroups = usePaletteGroups();
  const articles = useArticleActions(query);
  const desk = useDeskActions();
  const groups = [...matchGroups(pageGroups, query), ...articles, ...matchGroups(desk, query)];
  return groups.map((group) => ({ ...group, actions: group.actions.slice(0, SHOWN_OF_GROUP) }));
}

const keyed = (group: PaletteGroup) =>
  group.actions.map((action) => ({ key: `${group.id}/${action.id}`, action }));
