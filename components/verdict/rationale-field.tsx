"use client";

import { RichTextEditor } from "@mantine/tiptap";
import "@mantine/tiptap/styles.layer.css";
import { useTranslations } from "next-intl";
import { FieldRow } from "#components/claim/field-row.tsx";
import { useField } from "#components/claim/use-field.ts";
import type { Claim } from "#domain/claim.ts";
import { rationaleText } from "#editor/rationale-text.ts";
import { CitationMenu } from "./citation-menu.tsx";
import { RationaleToolbar } from "./rationale-toolbar.tsx";
import { useRationaleEditor } from "./use-rationale-editor.ts";
import classes from "./verdict.module.css";

/** Why the rating is what it is: rich text with citations of this claim's evidence. */
export function RationaleField({ claim }: { claim: Claim }) {
  const t = useTranslations("verdict");
  const field = useField(claim.id, "rationale");
  const isReadOnly = !claim.abilities.update;
  const editor = useRationaleEditor({ claim, field, label: t("rationale") });
  return (
    <FieldRow claimId={claim.id} name="rationale" label={t("rationale")} state={field.state} isWide>
      {isReadOnly && field.value === null ? (
        <p className={classes.noRationale}>—</p>
      ) : editor === null ? (
        <div className={classes.standIn} data-read-only={isReadOnly || undefined}>
          {field.value && rationaleText(field.value)}
        </div>
      ) : (
        <RichTextEditor
          editor={editor}
          variant="subtle"
          data-read-only={isReadOnly || undefined}
          classNames={{ root: classes.editor, content: classes.editorContent, toolbar: classes.toolbar }}
        >
          {!isReadOnly && (
            <RationaleToolbar>
              <CitationMenu editor={editor} evidence={claim.evidence} />
            </RationaleToolbar>
          )}
          <RichTextEditor.Content />
        </RichTextEditor>
      )}
    </FieldRow>
  );
}
