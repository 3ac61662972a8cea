"use client";

import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useAnnounce } from "./announcer.tsx";

/** Copies `text`, and says that it did. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations("common");
  const clipboard = useClipboard({ timeout: 3000 });
  const announce = useAnnounce();
  const copy = () => {
    clipboard.copy(text);
    announce(t("copied"));
  };
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <Button size="compact-sm" variant="default" leftSection={<Icon size={14} aria-hidden />} onClick={copy}>
      {t(clipboard.copied ? "copied" : "copy")}
    </Button>
  );
}
