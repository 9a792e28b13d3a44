import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface TakenMail {
  readonly to: readonly string[];
  /** Headers and content as they came. */
  readonly source: string;
}
export interface TestMailServer {
  readonly port: number;
  readonly mails: TakenMail[];
  /** How it deals with an address: null takes it, else its answer. */
  refuses: (address: string) => { readonly code: number; readonly words: string } | null;
  /** Milliseconds that it takes for each mail. */
  slow: number;
  /** Who it lets in; null: everybody. */
  signIn: { readonly user: string; readonly password: string } | null;
  close(): Promise<void>;
}

/** A real mail server on a free port of this machine. */
export async function testMailServer(port = 0): Promise<TestMailServer> {
  const mails: TakenMail[] = [];
  const state = { refuses: () => null, slow: 0, signIn: null } as Pick<
    TestMailServer,
    "refuses" | "slow" | "signIn"
  >;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      state.signIn && (username !== state.signIn.user || password !== state.signIn.password)
        ? done(Object.assign(new Error("5.7.8 wrong name or password"), { responseCode: 535 }))
        : done(null, { user: username ?? "" }),
    onRcptTo: ({ address }, _session, done) => {
      const answer = state.refuses(address);
      done(answer ? Object.assign(new Error(answer.words), { responseCode: answer.code }) : null);
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () =>
        setTimeout(() => {
          mails.push({
            to: envelope.rcptTo.map(({ address }) => address),
            source: Buffer.concat(parts).toString("utf8"),
          });
          done(null, `queued as ${mails.length}`);
        }, state.slow),
      );
    },
  });
  // A client that is killed in the middle is part of the tests.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  const listening = (server.server.address() as AddressInfo).port;
  return Object.assign(state, {
    port: listening,
    mails,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  });
}

/** The readable content of a mail's parts, decoded; headers with their encoded words decoded. */
export function readMail({ source }: TakenMail): {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
} {
  const [head = "", ...body] = source.split(/\r?\n\r?\n/);
  const boundary = /boundary="?([^";\r\n]+)/.exec(head)?.[1] ?? "";
  const parts = body.join("\n\n").split(`--${boundary}`);
  const part = (type: string): string => {
    const found = parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? "";
    const [partHead = "", ...content] = found.trim().split(/\r?\n\r?\n/);
    return decoded(content.join("\n\n"), partHead);
  };
  return { headers: headersOf(head), text: part("text/plain"), html: part("text/html") };
}

function headersOf(head: string): Record<string, string> {
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(":");
      return [line.slice(0, at).toLowerCase(), decodedWords(line.slice(at + 1).trim())];
    }),
  );
}
const decodedWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, way: string, coded: string) =>
      way.toUpperCase() === "B"
        ? Buffer.from(coded, "base64").toString("utf8")
        : quotedPrintable(coded.replaceAll("_", " ")),
    );
const decoded = (content: string, head: string): string =>
  /base64/i.test(head)
    ? Buffer.from(content, "base64").toString("utf8")
    : /quoted-printable/i.test(head)
      ? quotedPrintable(content)
      : content;
function quotedPrintable(coded: string): string {
  const bytes = coded
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
