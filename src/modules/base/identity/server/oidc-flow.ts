import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../../../../engine/public.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { number, object, text, type Static } from "../../../../shared/wire/schema.ts";
import { openText, sealText } from "./seal-text.ts";

const PURPOSE = "oidc flow";
const COOKIE = "sluice_oidc";
const SECONDS = 600;
const PLACE = "/api/v1/session/oidc";

/** One sign-in at the provider, kept in the browser that began it: nobody else's answer fits. */
const flow = {
  state: text(),
  nonce: text(),
  verifier: text(),
  /** Where the person wanted to go; a path of this site. */
  to: text(),
};
const KeptFlow = object({ ...flow, until: number() });
type KeptFlow = Readonly<Static<typeof KeptFlow>>;
export type Flow = Omit<KeptFlow, "until">;

const attributes = (seconds: number): string =>
  `; Path=${PLACE}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${(process.env["SLUICE_PUBLIC_URL"] ?? "").startsWith("https:") ? "; Secure" : ""}`;

/** Sealed for this workspace: of another one, changed or old it is none. */
export function storeFlow(reply: FastifyReply, { workspace, secret }: Context, flow: Flow): void {
  const kept: KeptFlow = { ...flow, until: Date.now() + SECONDS * 1000 };
  reply.header(
    "set-cookie",
    `${COOKIE}=${sealText(secret, PURPOSE, workspace.schema, JSON.stringify(kept)).toString("base64url")}${attributes(SECONDS)}`,
  );
}

export function takeFlow(
  request: FastifyRequest,
  reply: FastifyReply,
  { workspace, secret }: Context,
): Flow | null {
  const sealed = request.cookies[COOKIE];
  if (!sealed) return null;
  reply.header("set-cookie", `${COOKIE}=${attributes(0)}`);
  const opened = openText(secret, PURPOSE, workspace.schema, Buffer.from(sealed, "base64url"));
  const kept: unknown = opened === null ? null : JSON.parse(opened);
  return fits(KeptFlow, kept) && kept.until > Date.now() ? kept : null;
}

/** A path of this site, whatever was asked for. */
export function ownPath(to: string | undefined): string {
  const here = "http://here";
  if (!to?.startsWith("/") || !URL.canParse(to, here)) return "/";
  const url = new URL(to, here);
  return url.origin === here && !url.pathname.startsWith("//")
    ? `${url.pathname}${url.search}${url.hash}`
    : "/";
}
