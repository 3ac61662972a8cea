"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { PageTitle } from "#components/shell/page-title.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import type { Invitation } from "#domain/member.ts";
import type { SecondFactorRule } from "#domain/second-factor.ts";
import { FactorRules } from "./factor-rules.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberRow } from "./member-row.tsx";
import classes from "./members.module.css";
import { type MemberPage, useMemberPages } from "./use-member-pages.ts";
import { WaitingInvitations } from "./waiting-invitations.tsx";

interface MembersProps {
  first: MemberPage;
  invitations: Invitation[];
  factorRules: SecondFactorRule[];
}

export function Members({ first, invitations, factorRules }: MembersProps) {
  const t = useTranslations("members");
  const pages = useMemberPages(first);
  const [isInviting, inviting] = useDisclosure(false);
  return (
    <>
      <PageTitle
        actions={
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={inviting.open}>
            {t("invite")}
          </Button>
        }
      >
        {t("title")}
      </PageTitle>
      <ul className={classes.sheet} aria-label={t("title")}>
        {pages.members.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </ul>
      {pages.error ? (
        <FailureNotice title={t("failed")} error={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      ) : null}
      <WaitingInvitations first={invitations} />
      <FactorRules first={factorRules} />
      <InviteDialog opened={isInviting} onClose={inviting.close} />
    </>
  );
}
