import type { ReactNode } from "react";
import { DeskProvider } from "#components/shell/desk-context.tsx";
import { Shell } from "#components/shell/shell.tsx";
import { may } from "#domain/rights/table.ts";
import { requireMember } from "#server/auth/current-member.ts";

/** Everything behind the door. Who is not signed in is led to it and comes back. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  const abilities = {
    createArticle: may(member, "article.create"),
    listMembers: may(member, "member.list"),
  };
  return (
    <DeskProvider member={member} abilities={abilities}>
      <Shell>{children}</Shell>
    </DeskProvider>
  );
}
