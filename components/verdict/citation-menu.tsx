"use client";

import { Menu, Text } from "@mantine/core";
import { RichTextEditor } from "@mantine/tiptap";
import { IconQuote } from "@tabler/icons-react";
import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import type { Evidence } from "#domain/evidence.ts";

/** Puts a citation of a piece of this claim's evidence where the caret is. */
export function CitationMenu({ editor, evidence }: { editor: Editor; evidence: readonly Evidence[] }) {
  const t = useTranslations("verdict");
  const cite = (evidenceId: string) =>
    editor.chain().focus().insertContent({ type: "citation", attrs: { evidenceId } }).run();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <RichTextEditor.Control aria-label={t("cite")} title={t("cite")}>
          <IconQuote size={16} aria-hidden />
        </RichTextEditor.Control>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("cite")}</Menu.Label>
        {evidence.length === 0 && <Menu.Item disabled>{t("nothingToCite")}</Menu.Item>}
        {evidence.map(({ id, number, source }) => (
          <Menu.Item key={id} leftSection={`[${number}]`} onClick={() => cite(id)} maw="20rem">
            <Text size="sm" truncate>
              {source.title}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
