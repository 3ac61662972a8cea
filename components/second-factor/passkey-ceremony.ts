import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { client } from "#components/api/client.ts";

/**
 * The browser made or showed no passkey: the person said no, took too long, has none for this desk, or the browser keeps
 * none at this address. Browsers tell these apart for nobody, on purpose.
 */
export class NoPasskey extends Error {
  override name = "NoPasskey";
}

/** The browser's device holds a passkey of this member already. */
export class PasskeyKnown extends Error {
  override name = "PasskeyKnown";
}

type Options<Start extends (options: never) => unknown> = Parameters<Start>[0] extends {
  optionsJSON: infer O;
}
  ? O
  : never;

async function ceremony<Answer extends object>(
  start: () => Promise<Answer>,
): Promise<Record<string, unknown>> {
  try {
    return Object.fromEntries(Object.entries(await start()));
  } catch (error) {
    if (error instanceof Error && error.name === "InvalidStateError") throw new PasskeyKnown();
    throw new NoPasskey();
  }
}

/** Has the browser make a passkey. @throws NoPasskey, PasskeyKnown, and what the API throws */
export async function makePasskey(): Promise<Record<string, unknown>> {
  const options = await client.secondFactor.beginPasskey();
  const optionsJSON = options as unknown as Options<typeof startRegistration>;
  return ceremony(() => startRegistration({ optionsJSON }));
}

/** Shows a passkey as the second factor of this session. @throws NoPasskey, and what the API throws */
export async function showPasskey(): Promise<void> {
  const options = await client.secondFactor.beginShowing();
  const optionsJSON = options as unknown as Options<typeof startAuthentication>;
  const answer = await ceremony(() => startAuthentication({ optionsJSON }));
  await client.secondFactor.show({ kind: "passkey", answer });
}

/** Signs in by a passkey alone. @throws NoPasskey, and what the API throws */
export async function signInWithPasskey(): Promise<void> {
  const options = await client.secondFactor.beginSignIn();
  const optionsJSON = options as unknown as Options<typeof startAuthentication>;
  const answer = await ceremony(() => startAuthentication({ optionsJSON }));
  await client.secondFactor.signIn({ answer });
}
