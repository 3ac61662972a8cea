"use client";

import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { orpc } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { useQueue } from "#components/queue/queue-provider.tsx";
import { FailureAlert } from "#components/sign-in/failure-alert.tsx";
import { retryAfterOf } from "#components/sign-in/retry-after.ts";
import { useCountdown } from "#components/sign-in/use-countdown.ts";
import { PASSWORD_LENGTH } from "#domain/member.ts";

const EMPTY = { current: "", next: "" };

/** Changes the password. `email` is for password managers, which keep the new one under it. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("profile.password");
  const queries = useQueryClient();
  const [typed, setTyped] = useState(EMPTY);
  const current = useRef<HTMLInputElement>(null);
  const live = useLive();
  const queue = useQueue();
  const change = useMutation(
    orpc.profile.changePassword.mutationOptions({
      // The session ends with all others; the line of the next one opens when its cookie is here.
      onMutate: live.stop,
      onSettled: live.start,
      onSuccess: () => {
        queue.signedIn();
        setTyped(EMPTY);
        notifications.show({ message: t("changed") });
        // They ended with it.
        return queries.invalidateQueries({ queryKey: orpc.profile.tokens.key() });
      },
      onError: (error) => {
        if (codeOf(error) === "PASSWORD_WRONG") current.current?.focus();
      },
    }),
  );
  const wait = useCountdown(retryAfterOf(change.error), change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(typed);
  };
  const show = { "aria-label": t("show") };
  return (
    <form onSubmit={submit}>
      <Stack>
        <FailureAlert error={change.error} wait={wait} />
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          ref={current}
          label={t("current")}
          autoComplete="current-password"
          value={typed.current}
          onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
          visibilityToggleButtonProps={show}
          visibilityToggleFocusable
          required
          withAsterisk={false}
        />
        <PasswordInput
          label={t("next")}
          description={t("nextHint", { min: PASSWORD_LENGTH.min })}
          autoComplete="new-password"
          minLength={PASSWORD_LENGTH.min}
          maxLength={PASSWORD_LENGTH.max}
          value={typed.next}
          onChange={(event) => setTyped({ ...typed, next: event.currentTarget.value })}
          visibilityToggleButtonProps={show}
          visibilityToggleFocusable
          required
          withAsterisk={false}
        />
        <Group>
          <Button type="submit" loading={change.isPending} disabled={wait > 0}>
            {t("submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
