import { createTransport } from "nodemailer";
import { env } from "#server/env.ts";

/** One mail to one person. `id` is what stands before the `@` of its Message-ID. */
export interface Mail {
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** Hands a mail to the mail server and answers once that has taken it. */
export type SendMail = (mail: Mail) => Promise<void>;

/** How long the mail server may take for each step, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What sends mail here; null where no mail server is configured. */
export function mailSender(): SendMail | null {
  const { SMTP_URL, MAIL_FROM, URATORI_URL } = env();
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = new URL(URATORI_URL).hostname;
  return async ({ id, ...mail }) => {
    await transport.sendMail({
      ...mail,
      from: MAIL_FROM,
      textEncoding: "base64",
      messageId: `<${id}@${host}>`,
      // RFC 3834, section 5: so that no holiday notice answers us.
      headers: { "Auto-Submitted": "auto-generated" },
    });
  };
}
