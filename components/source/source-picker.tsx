"use client";

import { Button, Combobox, Loader, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { orpc } from "#components/api/client.ts";
import { canonicalUrl } from "#domain/canonical-url.ts";
import { emptySource, type PickedSource } from "./picked-source.ts";
import classes from "./source.module.css";
import { SourceFields } from "./source-fields.tsx";
import { SourceLine } from "./source-line.tsx";

interface SourcePickerProps {
  picked: PickedSource | null;
  onPick: (picked: PickedSource | null) => void;
}

/** How long the typing must rest before the library is asked, in milliseconds. */
const REST = 250;
const NEW = "new";

/** Finds a source in the library by any of its words or its address, or describes one that is not there yet. */
export function SourcePicker({ picked, onPick }: SourcePickerProps) {
  const t = useTranslations("evidence");
  if (picked?.kind === "known") {
    return (
      <div className={classes.picked}>
        <SourceLine source={picked.source} />
        <Button size="compact-sm" variant="subtle" onClick={() => onPick(null)}>
          {t("source.another")}
        </Button>
      </div>
    );
  }
  if (picked?.kind === "new") {
    return (
      <SourceFields
        draft={picked.draft}
        onChange={(draft) => onPick({ kind: "new", draft })}
        onBack={() => onPick(null)}
        onUse={(source) => onPick({ kind: "known", source })}
      />
    );
  }
  return <SourceSearch onPick={onPick} />;
}

function SourceSearch({ onPick }: { onPick: (picked: PickedSource) => void }) {
  const t = useTranslations("evidence");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), REST);
  const found = useQuery({
    ...orpc.source.list.queryOptions({ input: { q, limit: 8 } }),
    placeholderData: keepPreviousData,
  });
  const sources = found.data?.items ?? [];
  const submit = (value: string) => {
    if (value === NEW) {
      return onPick({ kind: "new", draft: emptySource(typed, new Date().toISOString().slice(0, 10)) });
    }
    const source = sources.find(({ id }) => id === value);
    if (source) onPick({ kind: "known", source });
  };
  // Until the library has answered to what stands in the field, what is listed may still move.
  const isLooking = q !== typed.trim() || found.isFetching;
  const isKnown = canonicalUrl(typed) !== null && sources.length > 0 && q === typed.trim();
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal>
      <Combobox.Target>
        <TextInput
          size="sm"
          data-autofocus
          autoFocus
          label={t("source.search")}
          description={t("source.searchHint")}
          value={typed}
          maxLength={2000}
          rightSection={found.isFetching && <Loader size="xs" />}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah="18rem" className={classes.options} aria-busy={isLooking}>
          {isKnown && <Combobox.Empty>{t("source.known")}</Combobox.Empty>}
          {sources.map((source) => (
            <Combobox.Option key={source.id} value={source.id}>
              <SourceLine source={source} isPlain />
            </Combobox.Option>
          ))}
          <Combobox.Option value={NEW}>
            <Text size="sm" c="var(--shu)" className={classes.clipped}>
              {typed.trim() === "" ? t("source.new") : t("source.newFrom", { text: typed.trim() })}
            </Text>
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
