import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import type { Article } from "#domain/article.ts";
import type { Locale } from "#domain/localized.ts";
import type { Role } from "#domain/member.ts";
import { Desk } from "./desk.ts";
import { Workbench } from "./pages/workbench.ts";
import { parade } from "./samples.ts";
import { type Cookies, type Credentials, demoMember, openSession } from "./session.ts";
import { Trouble } from "./trouble.ts";

export { expect };

/** Somebody who can sign in: a demo member by role, who speaks Japanese, or a member made for a test. */
export type Who = Role | Credentials;

/** One person's browser. */
export interface Person {
  page: Page;
  context: BrowserContext;
}

interface TestFixtures {
  /** Gives the test's own browser a session, without the form. */
  signIn: (who: Who) => Promise<void>;
  /** Another person in a browser of their own. */
  secondPerson: (who: Who | null) => Promise<Person>;
  /** The claim open on two benches: the editor's in the test's own browser, and a reviewer's, or another's. */
  twoAt: (claimId: string, other?: Who) => Promise<{ mine: Workbench; theirs: Workbench }>;
  /** The API with somebody's session, or with none. */
  requestAs: (who: Who | null) => Promise<APIRequestContext>;
  /** The API as the demo editor, for setting a test's scene. */
  desk: Desk;
  /** A member nobody else's test knows. */
  newMember: (role: Role, locale?: Locale) => Promise<Credentials & { id: string; name: string }>;
  /** The real article, fresh and without a mark. */
  article: Article;
  trouble: Trouble;
}

interface WorkerFixtures {
  /**
   * Sessions are opened once a worker: hashing a password takes its time on purpose. Those of browsers are others than those
   * of scripts, because people sign out; one that ended is opened anew.
   */
  sessionOf: (who: Who, of: "browser" | "script") => Promise<Cookies>;
  /** An admin who reads English; the demo desk has none. */
  englishSpeaker: Credentials;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  locale: "ja-JP",
  timezoneId: "Asia/Tokyo",
  // The outline stands beside the text from here on.
  viewport: { width: 1440, height: 900 },

  sessionOf: [
    async ({ playwright }, use, { project }) => {
      const opened = new Map<string, Promise<Cookies>>();
      const open = async (credentials: Credentials) => {
        const request = await playwright.request.newContext({ baseURL: project.use.baseURL ?? "" });
        const status = await openSession(request, credentials);
        if (status !== 200) throw new Error(`${credentials.email} could not sign in: ${status}`);
        const { cookies } = await request.storageState();
        await request.dispose();
        return cookies;
      };
      const isGood = async (cookies: Cookies) => {
        const storageState = { cookies, origins: [] };
        const request = await playwright.request.newContext({
          baseURL: project.use.baseURL ?? "",
          storageState,
        });
        const answer = await request.get("/api/v1/profile");
        await request.dispose();
        return answer.ok();
      };
      await use(async (who, of) => {
        const credentials = typeof who === "string" ? demoMember(who) : who;
        const key = `${of} ${credentials.email}`;
        const before = await opened.get(key);
        if (before && (await isGood(before))) return before;
        const session = open(credentials);
        opened.set(key, session);
        return await session;
      });
    },
    { scope: "worker" },
  ],

  englishSpeaker: [
    async ({ playwright, sessionOf }, use, { project }) => {
      const storageState = { cookies: await sessionOf("admin", "script"), origins: [] };
      const request = await playwright.request.newContext({
        baseURL: project.use.baseURL ?? "",
        storageState,
      });
      await use(await new Desk(request).admitMember("admin", "en"));
      await request.dispose();
    },
    { scope: "worker" },
  ],

  trouble: [
    async ({ context }, use) => {
      const trouble = new Trouble();
      trouble.watch(context);
      await use(trouble);
      expect(trouble.unexpected, "nothing broke behind the page").toEqual([]);
    },
    { auto: true },
  ],

  signIn: async ({ context, sessionOf }, use) => {
    await use(async (who) => {
      await context.clearCookies();
      await context.addCookies(await sessionOf(who, "browser"));
    });
  },

  secondPerson: async ({ browser, sessionOf, trouble }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who) => {
      const context = await browser.newContext();
      contexts.push(context);
      trouble.watch(context);
      if (who) await context.addCookies(await sessionOf(who, "browser"));
      return { context, page: await context.newPage() };
    });
    for (const context of contexts) await context.close();
  },

  twoAt: async ({ page, signIn, secondPerson, article }, use) => {
    await use(async (claimId, other = "reviewer") => {
      await signIn("editor");
      const mine = new Workbench(page);
      const theirs = new Workbench((await secondPerson(other)).page);
      for (const bench of [mine, theirs]) await bench.open(article.id, `?claim=${claimId}`);
      return { mine, theirs };
    });
  },

  requestAs: async ({ playwright, sessionOf, baseURL }, use) => {
    const made: APIRequestContext[] = [];
    await use(async (who) => {
      const storageState = { cookies: who ? await sessionOf(who, "script") : [], origins: [] };
      const request = await playwright.request.newContext({ baseURL: baseURL ?? "", storageState });
      made.push(request);
      return request;
    });
    for (const request of made) await request.dispose();
  },

  desk: async ({ requestAs }, use) => {
    await use(new Desk(await requestAs("editor")));
  },

  newMember: async ({ requestAs }, use) => {
    const admin = new Desk(await requestAs("admin"));
    await use((role, locale) => admin.admitMember(role, locale));
  },

  article: async ({ desk }, use) => {
    await use(await desk.createArticle({ content: parade.text, scale: "jfc" }));
  },
});
