import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerAddress } from "smtp-server";

/** A mail as it arrived, decoded. `header` answers a header's value by its lower-case name. */
export interface ArrivedMail {
  to: string[];
  subject: string;
  text: string;
  html: string;
  header: (name: string) => string | undefined;
}

export interface MailServer {
  url: string;
  mails: ArrivedMail[];
  /** Called with each recipient; what it throws is what the mail server answers. */
  onRecipient: (address: string) => void;
  /** Called when a mail has come and before it is taken. */
  onMail: () => Promise<void>;
  close: () => Promise<void>;
}

/** A real mail server on a port of its own, which keeps what it takes. */
export async function startMailServer(): Promise<MailServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: ({ address }, _session, answer) => answer(thrownBy(() => server.onRecipient(address))),
    onData: (stream, { envelope }, answer) => {
      text(stream)
        .then(async (raw) => {
          await server.onMail();
          server.mails.push(decoded(raw, envelope.rcptTo));
        })
        .then(() => answer(), answer);
    },
  });
  smtp.on("error", () => {});
  await new Promise<void>((done) => smtp.listen(0, "127.0.0.1", done));
  const { port } = smtp.server.address() as AddressInfo;
  const server: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    onRecipient: () => {},
    onMail: async () => {},
    close: () => new Promise((done) => smtp.close(done)),
  };
  return server;
}

/** An answer of a mail server: 5xx for good, 4xx for now. */
export const smtpAnswer = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode });

function thrownBy(work: () => void): Error | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function decoded(raw: string, recipients: SMTPServerAddress[]): ArrivedMail {
  const [head = ""] = raw.split("\r\n\r\n", 1);
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => [
        line.slice(0, line.indexOf(":")).toLowerCase(),
        line.slice(line.indexOf(":") + 1).trim(),
      ]),
  );
  return {
    to: recipients.map(({ address }) => address),
    subject: decodedWords(headers.get("subject") ?? ""),
    text: part(raw, "text/plain"),
    html: part(raw, "text/html"),
    header: (name) => headers.get(name),
  };
}

/** The words of one part of a multipart mail; every part is base64. */
function part(raw: string, type: string): string {
  const from = raw.slice(raw.indexOf(`Content-Type: ${type}`));
  const body = from.slice(from.indexOf("\r\n\r\n") + 4);
  return Buffer.from(body.slice(0, body.indexOf("\r\n--")), "base64").toString("utf8");
}

/** RFC 2047, the base64 form; white space between two encoded words is none. */
const decodedWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_all, words: string) =>
      Buffer.from(words, "base64").toString("utf8"),
    );
