import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../../../engine/context.ts";
import { openText, sealText } from "./seal-text.ts";

const PURPOSE = "oidc flow";
const COOKIE = "sluice_oidc";
const SECONDS = 600;
const PLACE = "/api/v1/session/oidc";

/** One sign-in at the provider, kept in the browser that began it: nobody else's answer fits. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the person wanted to go; a path of this site. */
  readonly to: string;
}
interface KeptFlow extends Flow {
  readonly until: number;
}

const attributes = (seconds: number): string =>
  `; Path=${PLACE}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${(process.env["SLUICE_PUBLIC_URL"] ?? "").startsWith("https:") ? "; Secure" : ""}`;

/** Sealed for this workspace: of another one, changed or old it is none. */
export function keepFlow(reply: FastifyReply, { workspace, secret }: Context, flow: Flow): void {
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
  const text = request.cookies[COOKIE];
  if (!text) return null;
  reply.header("set-cookie", `${COOKIE}=${attributes(0)}`);
  const opened = openText(secret, PURPOSE, workspace.schema, Buffer.from(text, "base64url"));
  const kept: KeptFlow | null = opened === null ? null : JSON.parse(opened);
  return kept && kept.until > Date.now() ? kept : null;
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
