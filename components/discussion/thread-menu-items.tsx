"use client";

import { Menu, Text } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useOpenThread } from "./use-open-thread.ts";
import { usePassageThreads } from "./use-passage-threads.ts";

/** Conversations about passages to choose from, inside a menu. Ids of anything else are passed over. */
export function ThreadMenuItems({ threadIds }: { threadIds: readonly string[] }) {
  const t = useTranslations("discussion");
  const open = useOpenThread();
  return usePassageThreads()
    .filter(({ id }) => threadIds.includes(id))
    .map((thread) => (
      <Menu.Item
        key={thread.id}
        leftSection={<IconMessage size={18} aria-hidden />}
        onClick={() => open(thread)}
        maw="min(24rem, 85vw)"
      >
        <Text size="sm" lineClamp={2}>
          {thread.anchor?.exact}
        </Text>
        <Text size="xs" c="dimmed">
          {t("title")} · {t("list.comments", { count: thread.comments.length })}
        </Text>
      </Menu.Item>
    ));
}
