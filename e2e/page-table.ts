import { readdirSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locale } from "#domain/localized.ts";
import type { Desk } from "./desk.ts";

export interface PageRow {
  /** The file it is made by: a route below `app/`, with its parameters. Null for what no `page.tsx` makes. */
  route: string | null;
  name: string;
  /** Who looks at it: a stranger, or somebody who may see all. */
  isOpen?: true;
  status?: number;
  /** Long: looking through it takes its time. */
  isLong?: true;
  /** The one language it is in, where it has no other. */
  only?: Locale;
  /** The address to visit. `admin` makes what has to be there. */
  address: (scene: { admin: Desk; locale: Locale }) => Promise<string> | string;
}

const DEMO = { ja: "数字でたどる日本列島", en: "Things everybody says about space" };

const FIRST = "速報\n\n  • 参加者は5,000人だった。\n  • 会場は北京だった。\n  • 式典は正午に終わった。";
const SECOND = "速報\n\n  • 参加者は6,000人だった。\n  • 式典は正午に終わった。\n  • 天気は晴れだった。";

/** An article of three claims, and another text of it that waits to be saved. */
async function drafted(admin: Desk) {
  const article = await admin.createArticle({ content: FIRST });
  for (const { kind, id } of article.revision.blocks) {
    if (kind === "bullet") await admin.createClaim(article.id, { blockId: id });
  }
  await admin.bringVersion(article.id, { content: SECOND });
  return article;
}

async function revised(admin: Desk) {
  const article = await drafted(admin);
  await admin.saveVersion(article.id);
  return article;
}

/** Every page there is. A new one that is not in this table fails `pages.spec.ts`. */
export const PAGES: readonly PageRow[] = [
  { route: "/", name: "the first page", address: () => "/" },
  { route: "/signin", name: "the door", isOpen: true, address: () => "/signin" },
  { route: "/setup", name: "set-up", isOpen: true, address: () => "/setup" },
  {
    route: "/invite/[secret]",
    name: "an invitation",
    isOpen: true,
    address: async ({ admin }) =>
      new URL((await admin.invite(`${crypto.randomUUID()}@uratori.example`, "viewer")).link).pathname,
  },
  {
    route: "/invite/[secret]",
    name: "an invitation that is over",
    isOpen: true,
    address: () => "/invite/used",
  },
  { route: "/articles", name: "the articles", address: () => "/articles" },
  { route: "/articles", name: "a search that finds nothing", address: () => "/articles?q=zzzz" },
  { route: "/articles/new", name: "a new article", address: () => "/articles/new" },
  {
    route: "/articles/[articleId]",
    name: "the workbench",
    address: async ({ admin, locale }) => `/articles/${(await admin.articleNamed(DEMO[locale])).id}`,
  },
  {
    route: "/articles/[articleId]",
    name: "the workbench with a claim on the desk",
    address: async ({ admin, locale }) => {
      const { id } = await admin.articleNamed(DEMO[locale]);
      const claim = (await admin.claims(id)).find(
        ({ evidence, verdict }) => evidence.length > 0 && verdict !== null,
      );
      if (!claim) throw new Error("the demo desk has no claim with a finding");
      return `/articles/${id}?claim=${claim.id}`;
    },
  },
  {
    route: "/articles/[articleId]/report",
    name: "the report",
    address: async ({ admin, locale }) => `/articles/${(await admin.articleNamed(DEMO[locale])).id}/report`,
  },
  {
    route: "/articles/[articleId]/versions",
    name: "the versions",
    address: async ({ admin, locale }) => `/articles/${(await admin.articleNamed(DEMO[locale])).id}/versions`,
  },
  {
    route: "/articles/[articleId]/versions/[number]",
    name: "one version",
    address: async ({ admin, locale }) =>
      `/articles/${(await admin.articleNamed(DEMO[locale])).id}/versions/1`,
  },
  {
    route: "/articles/[articleId]/versions/compare",
    name: "two versions",
    address: async ({ admin }) => `/articles/${(await revised(admin)).id}/versions/compare?from=1&to=2`,
  },
  {
    route: "/articles/[articleId]/versions/new",
    name: "a new version",
    address: async ({ admin, locale }) =>
      `/articles/${(await admin.articleNamed(DEMO[locale])).id}/versions/new`,
  },
  {
    route: "/articles/[articleId]/versions/new",
    name: "what a new version does to the claims",
    address: async ({ admin }) => `/articles/${(await drafted(admin)).id}/versions/new`,
  },
  { route: "/inbox", name: "the inbox", address: () => "/inbox" },
  { route: "/members", name: "the members", address: () => "/members" },
  { route: "/system", name: "how the system runs", address: () => "/system" },
  { route: "/profile", name: "the profile", address: () => "/profile" },
  { route: null, name: "no page", status: 404, address: () => "/nothing/here" },
  { route: null, name: "no article", status: 404, address: () => `/articles/${crypto.randomUUID()}` },
  {
    route: null,
    name: "the API's reference",
    isOpen: true,
    only: "en",
    isLong: true,
    address: () => "/api/v1/docs",
  },
];

/** The routes of `app/`, as its folders say them; those in brackets `()` leave no trace in an address. */
export function routesOfApp(): string[] {
  const app = fileURLToPath(new URL("../app", import.meta.url));
  const files = readdirSync(app, { recursive: true, withFileTypes: true }).filter(
    ({ name }) => name === "page.tsx",
  );
  const routes = files.map(({ parentPath }) => {
    const folders = relative(app, parentPath).split(sep);
    return `/${folders.filter((folder) => folder && !/^\(.*\)$/.test(folder)).join("/")}`;
  });
  return [...new Set(routes)].sort();
}
