import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Context } from "../../../../engine/public.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { flag, nullable, object, text, whole } from "../../../../shared/wire/schema.ts";
import type { Static } from "@sinclair/typebox";

/** What a link opens, as whom, and until when. */
const Linked = object({
  file: text(),
  /** The beginning of the digest of what it opens: another content is another link. */
  hash: text(),
  person: text(),
  /** The role that the key of its maker was narrowed to. */
  role: nullable(text()),
  download: flag(),
  /** Milliseconds since 1970. */
  until: whole(),
});
export type Linked = Static<typeof Linked>;

export const LINK_MS = 300_000;

/** `main.….…`: workspace, what it opens, and that we said so. */
export function spellLink({ workspace, secret }: Context, linked: Linked): string {
  const said = `${workspace.code}.${Buffer.from(JSON.stringify(linked)).toString("base64url")}`;
  return `${said}.${markOf(secret, linked.until, said).toString("base64url")}`;
}

/** What a link opens, or null where it is none of ours, of another workspace, or over. */
export function readLink({ workspace, secret, now }: Context, token: string): Linked | null {
  const [code, payload = "", mark = "", ...rest] = token.split(".");
  if (code !== workspace.code || rest.length > 0) return null;
  const linked = parse(payload);
  if (!linked || linked.until < Date.parse(now) || linked.until > Date.parse(now) + LINK_MS) return null;
  const [given, wanted] = [
    Buffer.from(mark, "base64url"),
    markOf(secret, linked.until, `${code}.${payload}`),
  ];
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? linked : null;
}

function parse(payload: string): Linked | null {
  try {
    const linked: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return fits(Linked, linked) ? linked : null;
  } catch {
    return null;
  }
}

/** Each day has a key of its own, which follows from the installation's secret. */
function markOf(secret: string, until: number, said: string): Buffer {
  const day = new Date(until).toISOString().slice(0, 10);
  const key = Buffer.from(hkdfSync("sha256", secret, "", `sluice file link ${day}`, 32));
  return createHmac("sha256", key).update(said).digest();
}
