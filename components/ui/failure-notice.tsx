"use client";

import { Button } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { Notice } from "./notice.tsx";

interface FailureNoticeProps {
  /** What was being tried: 「記事を読み込めませんでした」. */
  title: string;
  error: unknown;
  onRetry: () => void;
}

/** A part of a page that could not be had, why, and the way to try again. */
export function FailureNotice({ title, error, onRetry }: FailureNoticeProps) {
  const t = useTranslations("common");
  const errorMessage = useErrorMessage();
  return (
    <Notice
      alert
      title={title}
      icon={<IconPlugConnectedX size={32} stroke={1.25} />}
      action={
        <Button variant="default" onClick={onRetry}>
          {t("retry")}
        </Button>
      }
    >
      {errorMessage(error)}
    </Notice>
  );
}
