"use client";

import { ActionIcon, Drawer } from "@mantine/core";
import { IconList } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Outline } from "#components/article/outline.tsx";
import classes from "./workbench.module.css";
import { useWorkbench } from "./workbench-context.tsx";

/** The outline where there is no room for it beside the text: behind a button, and away again once it has led somewhere. */
export function ContentsDrawer() {
  const t = useTranslations("workbench");
  const [opened, setOpened] = useState(false);
  const { store, reader } = useWorkbench();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(false);
    button.current?.focus();
  };
  const go = () => {
    setOpened(false);
    requestAnimationFrame(() => {
      const { currentBlockId, focusedId } = store.get();
      const markId = currentBlockId ?? focusedId;
      if (markId) reader.current?.focusMark(markId);
    });
  };
  return (
    <>
      <ActionIcon
        ref={button}
        className={classes.contents}
        size="lg"
        aria-label={t("outline")}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        <IconList size={18} aria-hidden />
      </ActionIcon>
      <Drawer.Root opened={opened} onClose={close} size="20rem" returnFocus={false} lockScroll={false}>
        <Drawer.Overlay backgroundOpacity={0.4} />
        <Drawer.Content aria-label={t("outline")}>
          <Drawer.Body p={0}>
            <div className={classes.contentsHead}>
              <Drawer.CloseButton aria-label={t("closeOutline")} m="xs" />
            </div>
            <Outline onGo={go} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </>
  );
}
