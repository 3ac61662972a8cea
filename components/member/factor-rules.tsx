"use client";

import { Checkbox, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import type { SecondFactorRule } from "#domain/second-factor.ts";
import classes from "./members.module.css";

/** Which roles must use a second factor: changed as soon as it is chosen. */
export function FactorRules({ first }: { first: SecondFactorRule[] }) {
  const t = useTranslations("members.factors");
  const roles = useTranslations("shell.roles");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  const rules = useQuery(orpc.secondFactor.rules.queryOptions({ initialData: { items: first } }));
  const change = useMutation(
    orpc.secondFactor.require.mutationOptions({
      onSuccess: async ({ role, required }) => {
        notifications.show({ message: t(required ? "nowRequired" : "nowFree", { role: roles(role) }) });
        await queries.invalidateQueries({ queryKey: orpc.secondFactor.rules.key() });
      },
      onError: (error) =>
        notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) }),
    }),
  );
  return (
    <section className={classes.section} aria-labelledby="factor-rules">
      <h2 id="factor-rules" className={classes.heading}>
        {t("title")}
      </h2>
      <p className={classes.empty}>{t("hint")}</p>
      <Stack gap="xs" mt="sm">
        {rules.data.items.map(({ role, required }) => (
          <Checkbox
            key={role}
            label={t("required", { role: roles(role) })}
            checked={
              change.isPending && change.variables.role === role ? change.variables.required : required
            }
            disabled={change.isPending}
            onChange={(event) => change.mutate({ role, required: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </section>
  );
}
