import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import { fits } from "../../shared/wire/fits.ts";
import { number, object, optional, text } from "../../shared/wire/schema.ts";
import type { Mail, MailOutcome, MailServer } from "./mail.ts";

/** Milliseconds to wait for a server that does not answer. */
export interface Patience {
  readonly connect: number;
  readonly silent: number;
}
const USUAL: Patience = { connect: 10_000, silent: 30_000 };
const CONNECTIONS = 5;
/** A company has one server; a few more while its settings change. */
const MOST_POOLS = 20;
const pools = new Map<string, Pool>();

const optionsOf = ({ host, port, security, user, password }: MailServer, { connect, silent }: Patience) => ({
  host,
  port,
  secure: security === "tls",
  ignoreTLS: security === "none",
  requireTLS: security === "starttls",
  ...(user ? { auth: { user, pass: password ?? "" } } : {}),
  connectionTimeout: connect,
  greetingTimeout: connect,
  dnsTimeout: connect,
  socketTimeout: silent,
  disableFileAccess: true,
  disableUrlAccess: true,
});
const poolOf = (server: MailServer, patience: Patience) =>
  createTransport({
    ...optionsOf(server, patience),
    pool: true,
    maxConnections: CONNECTIONS,
    // A mail whose connection breaks comes back to us: whether it was taken is for us to judge.
    maxRequeues: 0,
    idleTimeout: 20_000,
  });
type Pool = ReturnType<typeof poolOf>;

function pooled(server: MailServer, patience: Patience): Pool {
  const key = createHash("sha256")
    .update(JSON.stringify([server, patience]))
    .digest("base64");
  const found = pools.get(key);
  if (found) return found;
  const made = poolOf(server, patience);
  pools.set(key, made);
  const [oldest] = pools.keys();
  if (pools.size > MOST_POOLS && oldest !== undefined) {
    pools.get(oldest)?.close();
    pools.delete(oldest);
  }
  return made;
}

/** Gives a mail to the server, over connections that are kept open for the next ones. Never throws. */
export const sendMail = (server: MailServer, mail: Mail, patience: Patience = USUAL): Promise<MailOutcome> =>
  give(pooled(server, patience), mail);

/** The same over a connection of its own: it tells whether the server can be reached now. */
export const sendAnew = (server: MailServer, mail: Mail, patience: Patience): Promise<MailOutcome> =>
  give(createTransport(optionsOf(server, patience)), mail);

async function give(transport: Pick<Pool, "sendMail">, mail: Mail): Promise<MailOutcome> {
  const { messageId, headers, ...content } = mail;
  try {
    const { response } = await transport.sendMail({
      ...content,
      messageId: `<${messageId}>`,
      headers: { ...headers },
      envelope: { from: addressIn(content.from), to: [content.to] },
    });
    return { sent: true, words: clip(String(response)) };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** `渠成 <crm@example.com>` is sent as crm@example.com. */
export const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

const Refused = object({
  responseCode: optional(number()),
  response: optional(text()),
  command: optional(text()),
  code: optional(text()),
});

function outcomeOf(error: unknown): MailOutcome {
  const { responseCode = 0, response, command = "", code = "" } = fits(Refused, error) ? error : {};
  const words = clip(response ?? (error instanceof Error ? error.message : "unknown"));
  // The mail itself cannot be sent so: nothing was asked of the server.
  const isUnfit = responseCode === 0 && (code === "EENVELOPE" || code === "EMESSAGE");
  const isOfAddress =
    responseCode >= 500 && command.startsWith("RCPT") && !WANTS_SIGN_IN.includes(responseCode);
  return {
    sent: false,
    words,
    lasting: isUnfit || isOfAddress || (responseCode >= 500 && command.startsWith("DATA")),
    address: isOfAddress,
    // Signing in that is refused is refused to every mail.
    reached: isUnfit || (responseCode > 0 && code !== "EAUTH"),
  };
}
/** Codes by which a server asks for a sign-in. */
const WANTS_SIGN_IN = [530, 535];

const LONGEST = 500;
const clip = (words: string): string =>
  words
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f]+/g, " ")
    .trim()
    .slice(0, LONGEST);

/** Ends all connections, at the end of the program or of a test. */
export function closeMail(): void {
  for (const pool of pools.values()) pool.close();
  pools.clear();
}
