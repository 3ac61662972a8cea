"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useRef } from "react";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { LiveRights } from "#domain/live.ts";

/** The message on the screen that says so. */
export const RIGHTS_NOTE = "rights";

/** How long the sentence stays, in milliseconds: the page shows by itself what it means. */
const READING_TIME = 20_000;

/** Says so where the member's role is another one by now, and has the rest of the desk follow. */
export function useRightsTelling(): (rights: LiveRights) => void {
  const t = useTranslations("live.rights");
  const tShell = useTranslations("shell");
  const router = useRouter();
  const announce = useAnnounce();
  const { member } = useDesk();
  const known = useRef(member.role);
  const could = useRef<boolean | null>(null);
  return useCallback(
    ({ role, article }) => {
      const before = could.current;
      could.current = article.annotate;
      if (role === known.current) return;
      known.current = role;
      const change = before === article.annotate ? "changed" : article.annotate ? "writable" : "readOnly";
      const message = t(change, { role: tShell(`roles.${role}`) });
      announce(message, { urgent: true });
      const line = { id: RIGHTS_NOTE, message, autoClose: READING_TIME, withBorder: true, role: "none" };
      notifications.update(line);
      notifications.show(line);
      router.refresh();
    },
    [t, tShell, router, announce],
  );
}
