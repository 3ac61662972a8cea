import type { ReactNode } from "react";
import { LiveProvider } from "#components/live/live-provider.tsx";
import { QueueProvider } from "#components/queue/queue-provider.tsx";
import { DeskProvider } from "#components/shell/desk-context.tsx";
import { Shell } from "#components/shell/shell.tsx";
import { SignOutProvider } from "#components/shell/sign-out.tsx";
import { may } from "#domain/rights/table.ts";
import { requireMember } from "#server/auth/current-member.ts";

/** Everything behind the door. Who is not signed in is led to it and comes back. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor, name } = await requireMember();
  const abilities = {
    createArticle: may(actor, "article.create"),
    listMembers: may(actor, "member.list"),
    operate: may(actor, "system.operate"),
  };
  return (
    <DeskProvider member={{ ...actor, name }} abilities={abilities}>
      <LiveProvider>
        <QueueProvider>
          <SignOutProvider>
            <Shell>{children}</Shell>
          </SignOutProvider>
        </QueueProvider>
      </LiveProvider>
    </DeskProvider>
  );
}
