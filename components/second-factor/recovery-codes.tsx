"use client";

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import classes from "./second-factor.module.css";

interface RecoveryCodesProps {
  codes: string[];
  /** The person says that they are kept. */
  onKept: () => void;
}

/** New recovery codes, shown this once: to be saved as a file, printed, or written down. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const t = useTranslations("second-factor.recovery");
  const box = useRef<HTMLDivElement>(null);
  // What was clicked is gone: whoever reads by ear must come upon the codes.
  useEffect(() => box.current?.focus(), []);
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${t("fileTitle")}\r\n\r\n${codes.join("\r\n")}\r\n`)}`;
  return (
    <Alert ref={box} tabIndex={-1} variant="light" color="gray" mb="xl" title={t("title")} role="region">
      <Stack gap="sm">
        <Text size="sm">{t("body")}</Text>
        <ul className={`${classes.codes} ${classes.printed}`} aria-label={t("title")}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group gap="xs">
          <Button component="a" href={file} download={t("fileName")} variant="default">
            {t("download")}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {t("print")}
          </Button>
          <Button onClick={onKept}>{t("kept")}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}
