"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { client } from "#components/api/client.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Passkey } from "#domain/second-factor.ts";
import classes from "./second-factor.module.css";
import { useChangeFactor } from "./use-change-factor.ts";

const LONGEST_NAME = 60;

export function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const t = useTranslations("second-factor");
  const [isRenaming, renaming] = useDisclosure(false);
  return (
    <li className={classes.factor}>
      {isRenaming ? (
        <Rename passkey={passkey} onDone={renaming.close} />
      ) : (
        <>
          <Known passkey={passkey} />
          <Group gap="xs">
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={t("passkey.renameOf", { name: passkey.name })}
              onClick={renaming.open}
            >
              {t("passkey.rename")}
            </Button>
            <Remove passkey={passkey} />
          </Group>
        </>
      )}
    </li>
  );
}

function Known({ passkey: { name, backedUp, createdAt, lastUsedAt } }: { passkey: Passkey }) {
  const t = useTranslations("second-factor");
  const format = useFormatter();
  return (
    <div>
      <div className={classes.factorName}>{name}</div>
      <div className={classes.factorDetail}>
        {backedUp ? t("passkey.synced") : t("passkey.oneDevice")}
        {" ・ "}
        {t("created", { date: format.dateTime(new Date(createdAt), { dateStyle: "medium" }) })}
        {" ・ "}
        {lastUsedAt ? t.rich("used", { when: () => <RelativeTime at={lastUsedAt} /> }) : t("neverUsed")}
      </div>
    </div>
  );
}

function Remove({ passkey: { id, name } }: { passkey: Passkey }) {
  const t = useTranslations("second-factor");
  const [isAsking, asking] = useDisclosure(false);
  const remove = useChangeFactor(() => client.secondFactor.removePasskey({ passkeyId: id }), t("removed"));
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t("passkey.removeOf", { name })}
        onClick={asking.open}
      >
        {t("remove")}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t("passkey.confirmTitle", { name })}
        body={t("confirmBody")}
        submit={t("remove")}
        busy={remove.isPending}
        onSubmit={() => {
          asking.close();
          remove.mutate();
        }}
        onClose={asking.close}
      />
    </>
  );
}

function Rename({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const t = useTranslations("second-factor");
  const common = useTranslations("common");
  const [name, setName] = useState(passkey.name);
  const rename = useChangeFactor(
    () => client.secondFactor.renamePasskey({ passkeyId: passkey.id, name }),
    t("passkey.renamed"),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <form className={classes.rename} onSubmit={submit}>
      <Group gap="xs" align="end">
        <TextInput
          className={classes.renameField}
          label={t("passkey.name")}
          autoComplete="off"
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoFocus
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={rename.isPending}>
          {t("passkey.save")}
        </Button>
        <Button variant="default" onClick={onDone}>
          {common("cancel")}
        </Button>
      </Group>
    </form>
  );
}
