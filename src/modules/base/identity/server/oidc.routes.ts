import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import {
  type Call,
  type Context,
  type Result,
  type Route,
  SENT,
  accept,
  serve,
} from "../../../../engine/public.ts";
import { comeFromProvider, goToProvider, readSignInWays } from "../shared/company-account.contract.ts";
import type { OidcSettings } from "../shared/security.contract.ts";
import { logAccess } from "./access-log.ts";
import { isNetworkAllowed } from "./enter.ts";
import { clientSecret, oidcClient, redirectUri } from "./oidc-client.ts";
import { type Flow, storeFlow, ownPath, takeFlow } from "./oidc-flow.ts";
import { type Claims, findOidcPerson, nameOf, type OidcPerson, type OidcRefusal } from "./oidc-person.ts";
import { openSession } from "./open-session.ts";
import { readSecurity } from "./security-settings.ts";
import { originOf, sessionTokenOf, setSessionCookie } from "./session-cookie.ts";

type Refused = OidcRefusal | "oidc_off" | "oidc_cancelled" | "oidc_silent" | "network_not_allowed";

const waysRoute = serve(readSignInWays, { open: true }, async ({ db, workspace }) => {
  const { passwords, oidc } = await readSecurity(db, workspace);
  return accept({
    data: { passwords: passwords.everybody, oidc: oidc.on ? { label: oidc.label } : null },
  });
});

/** What is at hand of a request that leads on to another page. */
type Visit = Pick<Call, "request" | "reply">;
type Sent = Result<typeof SENT>;

/** Back to the sign-in page, which says in words why. */
function turnAway({ reply }: Visit, code: Refused): Sent {
  reply.redirect(`/sign-in?refused=${code}`, 303);
  return accept(SENT);
}

const beginRoute = serve(goToProvider, { open: true }, async (context, call) => {
  const { oidc } = await readSecurity(context.db, context.workspace);
  if (!oidc.on) return turnAway(call, "oidc_off");
  const client = await oidcClient(oidc, await clientSecret(context.db, context)).catch(() => null);
  if (!client) return turnAway(call, "oidc_silent");
  const flow: Flow = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    to: ownPath(call.query.to),
  };
  storeFlow(call.reply, context, flow);
  const url = buildAuthorizationUrl(client, {
    redirect_uri: redirectUri(call.request),
    scope: [...new Set(["openid", ...oidc.scopes.split(/\s+/).filter(Boolean)])].join(" "),
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: "S256",
  });
  call.reply.redirect(url.href, 303);
  return accept(SENT);
});

const callbackRoute = serve(comeFromProvider, { open: true }, async (context, call) => {
  const { db, workspace } = context;
  const { request, reply } = call;
  const flow = takeFlow(request, reply, context);
  const { oidc } = await readSecurity(db, workspace);
  const origin = originOf(request);
  if (!oidc.on) return turnAway(call, "oidc_off");
  if (!(await isNetworkAllowed(db, workspace, origin.ip))) return turnAway(call, "network_not_allowed");
  if (flow && hasCancelled(call, flow)) return turnAway(call, "oidc_cancelled");
  const claims = flow && (await claimsOf(context, call, oidc, flow));
  const person = claims ? await findOidcPerson(context, oidc, claims) : "oidc_failed";
  if (!flow || typeof person === "string") {
    const login = claims ? nameOf(oidc, claims) : null;
    await logAccess(db, workspace, {
      kind: "sign_in_failed",
      login,
      ...origin,
      detail: { oidc: typeof person === "string" ? person : "oidc_failed" },
    });
    return turnAway(call, typeof person === "string" ? person : "oidc_failed");
  }
  return enter(context, call, person, flow.to);
});

/** Said no at the provider, in answer to this browser's question: that is no failed try. */
const hasCancelled = ({ request }: Visit, { state }: Flow): boolean => {
  const said = new URL(request.url, "http://here").searchParams;
  return said.get("error") === "access_denied" && said.get("state") === state;
};

async function enter(
  { db, workspace }: Context,
  { request, reply }: Visit,
  { id, login, bound }: OidcPerson,
  to: string,
): Promise<Sent> {
  const origin = originOf(request);
  if (bound)
    await logAccess(db, workspace, { kind: "oidc_bound", user: id, login, ...origin, detail: { ...bound } });
  const session = await openSession(db, workspace, {
    userId: id,
    ...origin,
    way: "company",
    replaces: sessionTokenOf(request),
  });
  await logAccess(db, workspace, {
    kind: "sign_in",
    user: id,
    login,
    ...origin,
    credential: session.id,
    detail: { oidc: true },
  });
  setSessionCookie(reply, session.token);
  reply.redirect(to, 303);
  return accept(SENT);
}

/**
 * What the provider says of the person; null when its answer is not one to this browser's question, was
 * changed or has been used.
 */
async function claimsOf(
  context: Context,
  { request }: Visit,
  oidc: OidcSettings,
  flow: Flow,
): Promise<Claims | null> {
  const url = new URL(redirectUri(request));
  url.search = new URL(request.url, url).search;
  try {
    const client = await oidcClient(oidc, await clientSecret(context.db, context));
    const tokens = await authorizationCodeGrant(client, url, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || nameOf(oidc, claims)) return claims ?? null;
    return { ...claims, ...(await fetchUserInfo(client, tokens.access_token, claims.sub)) };
  } catch {
    // Whatever does not fit together is no sign-in; the access log keeps that it was tried.
    return null;
  }
}

export const oidcRoutes: readonly Route[] = [waysRoute, beginRoute, callbackRoute];
