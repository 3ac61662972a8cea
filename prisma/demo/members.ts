import type { Locale } from "#domain/localized.ts";
import type { Role } from "#domain/member.ts";

/** The demo desk has one member of each role. */
export type DemoRole = Role;

/** Who can sign in to the demo desk. Never made where `DATABASE_URL` is set. */
export const demoMembers: readonly {
  role: DemoRole;
  name: string;
  email: string;
  locale: Locale;
  password: string;
}[] = [
  {
    role: "viewer",
    name: "森 ひかり",
    email: "viewer@uratori.example",
    locale: "ja",
    password: "uratori-demo",
  },
  {
    role: "editor",
    name: "佐藤 葵",
    email: "editor@uratori.example",
    locale: "ja",
    password: "uratori-demo",
  },
  {
    role: "reviewer",
    name: "李 海",
    email: "reviewer@uratori.example",
    locale: "ja",
    password: "uratori-demo",
  },
  { role: "admin", name: "田中 直", email: "admin@uratori.example", locale: "ja", password: "uratori-demo" },
];
