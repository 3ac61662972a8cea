import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** Flags of authenticator data (WebAuthn Level 3, section 6.1). */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

interface Habits {
  origin: string;
  /** False for a key without a finger or a PIN. */
  verifiesPerson?: boolean;
}

/**
 * An authenticator of software that makes one credential and signs with it as a device does: real keys, real signatures,
 * its own CBOR. What a test bends is what an attacker would bend.
 */
export class Authenticator {
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #id = randomBytes(32);
  readonly #habits: Required<Habits>;
  /** Counts signatures; to be set back for a copied key. */
  counter = 0;

  constructor(habits: Habits) {
    this.#habits = { verifiesPerson: true, ...habits };
  }

  /** What `navigator.credentials.create` answers. */
  create(options: { challenge: string; rpId: string }): Record<string, unknown> {
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([this.#id.length >> 8, this.#id.length & 0xff]),
      this.#id,
      coseKey(this.#keys.publicKey),
    ]);
    const authData = Buffer.concat([this.#data(options.rpId, ATTESTED), attested]);
    const attestation = cbor(
      new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]),
    );
    return this.#answer({
      clientDataJSON: this.#client("webauthn.create", options.challenge),
      attestationObject: attestation.toString("base64url"),
      transports: ["internal"],
    });
  }

  /** What `navigator.credentials.get` answers. */
  get(options: { challenge: string; rpId: string }): Record<string, unknown> {
    this.counter += 1;
    const clientDataJSON = this.#client("webauthn.get", options.challenge);
    const authData = this.#data(options.rpId, 0);
    const clientHash = createHash("sha256").update(Buffer.from(clientDataJSON, "base64url")).digest();
    return this.#answer({
      clientDataJSON,
      authenticatorData: authData.toString("base64url"),
      signature: sign("sha256", Buffer.concat([authData, clientHash]), this.#keys.privateKey).toString(
        "base64url",
      ),
    });
  }

  #client(type: string, challenge: string): string {
    const data = { type, challenge, origin: this.#habits.origin, crossOrigin: false };
    return Buffer.from(JSON.stringify(data)).toString("base64url");
  }

  #data(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const all = flags | PRESENT | (this.#habits.verifiesPerson ? VERIFIED : 0);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([all]), counter]);
  }

  #answer(response: Record<string, unknown>): Record<string, unknown> {
    const id = this.#id.toString("base64url");
    return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
  }
}

/** A P-256 public key as COSE has it (RFC 9053, section 7.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]),
  );
}

/** The little of CBOR (RFC 8949) that a credential needs. */
function cbor(value: unknown): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flat().map((part) => cbor(part))]);
  throw new TypeError(`no CBOR for ${typeof value}`);
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 0xff]);
}
