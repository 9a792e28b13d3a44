import { hash, randomBytes } from "node:crypto";

export type TokenKind = "session" | "key" | "invitation" | "link";
export interface Token {
  /** Shown once, never kept. */
  readonly text: string;
  readonly hash: Buffer;
}

const SECRET = "[A-Za-z0-9_-]{43}";
const CODE = "([a-z][a-z0-9_]{0,39}?)";
const SHAPES: Readonly<Record<TokenKind, RegExp>> = {
  session: new RegExp(`^${CODE}\\.${SECRET}$`),
  key: new RegExp(`^sk_${CODE}_${SECRET}$`),
  invitation: new RegExp(`^${CODE}\\.${SECRET}$`),
  link: new RegExp(`^${CODE}\\.${SECRET}$`),
};

/**
 * A new secret of 256 bits whose text begins with the workspace's code: `main.…` for sessions,
 * invitations and links, `sk_main_…` for keys.
 */
export function newToken(kind: TokenKind, workspace: string): Token {
  const secret = randomBytes(32).toString("base64url");
  const text = kind === "key" ? `sk_${workspace}_${secret}` : `${workspace}.${secret}`;
  return { text, hash: hashToken(text) };
}

export const hashToken = (text: string): Buffer => hash("sha256", text, "buffer");

/** The workspace that a token belongs to, or null when it has not the shape of one. */
export function workspaceOfToken(kind: TokenKind, text: string): string | null {
  return text.length > 200 ? null : (SHAPES[kind].exec(text)?.[1] ?? null);
}
