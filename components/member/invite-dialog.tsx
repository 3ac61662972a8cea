"use client";

import { Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { InvitationLink } from "./invitation-link.tsx";
import { InviteForm } from "./invite-form.tsx";

interface InviteDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Asks whom to invite as what, then shows the link, once. */
export function InviteDialog({ opened, onClose }: InviteDialogProps) {
  const t = useTranslations("members.inviting");
  const common = useTranslations("common");
  const queries = useQueryClient();
  const invite = useMutation(
    orpc.member.invite.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: orpc.member.invitations.key() }),
    }),
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={invite.reset}
      title={invite.isSuccess ? t("done") : t("title")}
      closeButtonProps={{ "aria-label": common("close") }}
      closeOnClickOutside={!invite.isSuccess}
    >
      {invite.isSuccess ? (
        <InvitationLink invitation={invite.data} onAnother={invite.reset} onClose={onClose} />
      ) : (
        <InviteForm
          error={invite.error}
          busy={invite.isPending}
          onInvite={(wanted) => invite.mutate(wanted)}
        />
      )}
    </Modal>
  );
}
