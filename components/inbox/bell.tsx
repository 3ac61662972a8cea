"use client";

import { ActionIcon } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Counted } from "#components/ui/counted.tsx";
import { useUnread } from "./use-unread.ts";

/** The way to the inbox, with how much waits there. */
export function Bell() {
  const t = useTranslations("inbox");
  const unread = useUnread() ?? 0;
  const isHere = usePathname() === "/inbox";
  const label = unread > 0 ? t("bell", { count: unread }) : t("bellEmpty");
  useSaid(unread);
  return (
    <Counted count={unread} isUrgent>
      <ActionIcon
        component={Link}
        href="/inbox"
        size="lg"
        aria-label={label}
        title={label}
        aria-current={isHere ? "page" : undefined}
      >
        <IconBell size={18} aria-hidden />
      </ActionIcon>
    </Counted>
  );
}

/** Says when something new came in, and nothing when things are read. */
function useSaid(unread: number): void {
  const t = useTranslations("inbox");
  const announce = useAnnounce();
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (before.current !== null && unread > before.current) announce(t("arrived", { count: unread }));
    before.current = unread;
  }, [unread, announce, t]);
}
