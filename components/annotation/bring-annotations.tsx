"use client";

import { Button, Modal } from "@mantine/core";
import { IconMessagePlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { usePaletteGroup } from "#components/palette/actions.tsx";
import classes from "./annotation.module.css";
import { BringAnnotationsForm } from "./bring-annotations-form.tsx";

/** The way to bring in annotations made elsewhere: a button at the article's details, and in the palette. */
export function BringAnnotations() {
  const t = useTranslations("annotations");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const group = useMemo(
    () => ({
      id: "annotations",
      label: t("palette"),
      actions: [
        {
          id: "annotations-bring",
          label: t("open"),
          keywords: ["annotations", "Hypothesis", "W3C", "JSON", "ちゅうしゃく", "とりこみ"],
          run: () => setOpen(true),
        },
      ],
    }),
    [t],
  );
  usePaletteGroup(group);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconMessagePlus size={14} aria-hidden />}
        aria-haspopup="dialog"
        className={classes.open}
        onClick={() => setOpen(true)}
      >
        {t("open")}
      </Button>
      <Modal.Root opened={isOpen} onClose={close} size="xl" centered>
        <Modal.Overlay backgroundOpacity={0.4} />
        <Modal.Content>
          <Modal.Body>
            {/* No Modal.Header: it is a <header>, and the page has one already. */}
            <div className={classes.head}>
              <Modal.Title>{t("title")}</Modal.Title>
              <Modal.CloseButton aria-label={common("close")} />
            </div>
            <BringAnnotationsForm onDone={close} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
