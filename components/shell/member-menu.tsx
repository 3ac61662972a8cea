"use client";

import { Menu, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { IconCheck, IconLogout, IconUser } from "@tabler/icons-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LOCALES } from "#domain/localized.ts";
import { useDesk } from "./desk-context.tsx";
import classes from "./shell.module.css";
import { useSignOut } from "./sign-out.tsx";
import { useChangeLocale } from "./use-change-locale.ts";
import { SCHEMES, useChangeScheme } from "./use-change-scheme.ts";

export function MemberMenu() {
  const t = useTranslations("shell");
  const { member } = useDesk();
  const signOut = useSignOut();
  return (
    <Menu width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.face} aria-label={t("menu", { name: member.name })}>
          <span aria-hidden>{[...member.name][0]}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <Text fw={600}>{member.name}</Text>
          <Text size="xs" c="dimmed">
            {t(`roles.${member.role}`)}
          </Text>
        </div>
        <Menu.Item component={Link} href="/profile" leftSection={<IconUser size={16} />}>
          {t("profile")}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageItems() {
  const t = useTranslations("shell");
  const current = useLocale();
  const change = useChangeLocale();
  return (
    <>
      <Menu.Label>{t("language")}</Menu.Label>
      {LOCALES.map((locale) => (
        <Menu.RadioItem
          key={locale}
          value={locale}
          checked={locale === current}
          checkIcon={CHECK}
          onChange={() => change(locale)}
        >
          <span lang={locale}>{t(`languages.${locale}`)}</span>
        </Menu.RadioItem>
      ))}
    </>
  );
}

function SchemeItems() {
  const t = useTranslations("shell");
  const { colorScheme } = useMantineColorScheme();
  const mounted = useMounted();
  const change = useChangeScheme();
  return (
    <>
      <Menu.Label>{t("scheme")}</Menu.Label>
      {SCHEMES.map((scheme) => (
        <Menu.RadioItem
          key={scheme}
          value={scheme}
          checked={mounted && scheme === colorScheme}
          checkIcon={CHECK}
          onChange={() => change(scheme)}
        >
          {t(`schemes.${scheme}`)}
        </Menu.RadioItem>
      ))}
    </>
  );
}

const CHECK = <IconCheck size={16} aria-hidden />;
