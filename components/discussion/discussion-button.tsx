"use client";

import { ActionIcon, Drawer } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Counted } from "#components/ui/counted.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import classes from "./list.module.css";
import { ThreadListing } from "./thread-listing.tsx";
import { useThreads } from "./use-threads.ts";

/** All conversations of the article behind one button, which counts those that are not over. */
export function DiscussionButton() {
  const t = useTranslations("discussion.list");
  const { article } = useWorkbench();
  const { threads, isPending, error } = useThreads({ state: "open" });
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const count = isPending || error !== null ? article.openThreads : threads.length;
  const close = () => {
    setOpened(false);
    button.current?.focus();
  };
  return (
    <>
      <Counted count={count}>
        <ActionIcon
          ref={button}
          size="lg"
          aria-label={t("button", { count })}
          title={t("button", { count })}
          aria-haspopup="dialog"
          onClick={() => setOpened(true)}
        >
          <IconMessages size={18} aria-hidden />
        </ActionIcon>
      </Counted>
      <Drawer.Root
        opened={opened}
        onClose={close}
        position="right"
        size="24rem"
        returnFocus={false}
        lockScroll={false}
      >
        <Drawer.Overlay backgroundOpacity={0.4} />
        <Drawer.Content aria-label={t("title")}>
          <Drawer.Body p={0}>
            <div className={classes.head}>
              <h2>{t("title")}</h2>
              <Drawer.CloseButton aria-label={t("close")} />
            </div>
            {opened && <ThreadListing onGo={() => setOpened(false)} />}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </>
  );
}
