"use client";

import { Button, Modal } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import classes from "./details.module.css";
import { EditDetailsForm } from "./edit-details-form.tsx";
import { WatchAddress } from "./watch-address.tsx";

/** The way to correct what is said about the article. A dialog that is closed keeps what was typed for the next time. */
export function EditDetails() {
  const t = useTranslations("articles.edit");
  const common = useTranslations("common");
  const { article } = useWorkbench();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPencil size={14} aria-hidden />}
        aria-haspopup="dialog"
        className={classes.edit}
        onClick={() => setOpen(true)}
      >
        {t("open")}
      </Button>
      <Modal.Root opened={isOpen} onClose={close} centered>
        <Modal.Overlay backgroundOpacity={0.4} />
        <Modal.Content>
          <Modal.Body>
            {/* No Modal.Header: it is a <header>, and the page has one already. */}
            <div className={classes.dialogHead}>
              <Modal.Title>{t("title")}</Modal.Title>
              <Modal.CloseButton aria-label={common("close")} />
            </div>
            <EditDetailsForm onDone={close} />
            <WatchAddress articleId={article.id} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
