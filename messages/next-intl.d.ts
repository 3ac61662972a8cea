import type { Locale } from "#domain/localized.ts";
import type { Messages } from "./catalog.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
