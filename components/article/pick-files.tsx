"use client";

import { Button, FileButton } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";

const ACCEPTED = [
  ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.docm,.dotx,.pdf,.png,.jpg,.jpeg,.webp",
  "text/plain,text/markdown,text/html,application/pdf,image/png,image/jpeg,image/webp",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
].join(",");

/** Files from the computer, one or several. */
export function PickFiles({ onFiles }: { onFiles: (files: readonly [File, ...File[]]) => void }) {
  const t = useTranslations("import.source");
  const take = ([first, ...more]: File[]) => {
    if (first) onFiles([first, ...more]);
  };
  return (
    <FileButton multiple accept={ACCEPTED} onChange={take} resetRef={null}>
      {(button) => (
        <Button
          {...button}
          variant="default"
          size="compact-md"
          leftSection={<IconFileUpload size={16} aria-hidden />}
        >
          {t("pick")}
        </Button>
      )}
    </FileButton>
  );
}
