"use client";

import { Checkbox, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
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
  // At once: a mutation tells that it is under way a moment later, and the box would jump back until then.
  const [chosen, setChosen] = useState<SecondFactorRule | null>(null);
  const change = useMutation(
    orpc.secondFactor.require.mutationOptions({
      onSuccess: async ({ role, required }) => {
        notifications.show({ message: t(required ? "nowRequired" : "nowFree", { role: roles(role) }) });
        await queries.invalidateQueries({ queryKey: orpc.secondFactor.rules.key() });
      },
      onError: (error) =>
        notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) }),
      onSettled: () => setChosen(null),
    }),
  );
  const choose = (rule: SecondFactorRule) => {
    setChosen(rule);
    change.mutate(rule);
  };
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
            checked={chosen?.role === role ? chosen.required : required}
            disabled={change.isPending}
            onChange={(event) => choose({ role, required: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </section>
  );
}
