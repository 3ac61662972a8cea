"use client";

import { IconFileText, IconGauge, IconUsers } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDesk } from "./desk-context.tsx";
import classes from "./shell.module.css";

export function Navigation() {
  const t = useTranslations("shell");
  const { abilities } = useDesk();
  const path = usePathname();
  const pages = [
    { href: "/articles", label: t("articles"), Icon: IconFileText, shown: true },
    { href: "/members", label: t("members"), Icon: IconUsers, shown: abilities.listMembers },
    { href: "/system", label: t("system"), Icon: IconGauge, shown: abilities.operate },
  ];
  return (
    <nav aria-label={t("navigation")} className={classes.nav}>
      {pages
        .filter((page) => page.shown)
        .map(({ href, label, Icon }) => (
          <Link
            key={href}
            href={href}
            className={classes.link}
            title={label}
            aria-current={path.startsWith(href) ? "page" : undefined}
          >
            <Icon size={16} stroke={1.75} aria-hidden />
            <span className={classes.linkLabel}>{label}</span>
          </Link>
        ))}
    </nav>
  );
}
