import type { FastifyReply, FastifyRequest } from "fastify";
import { accept, type Context, type Result, type Route, serve } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { retryDeadlock } from "../../../../platform/db/retry-deadlock.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { hashToken, logAccess, originOf } from "../../identity/public.ts";
import { actOnPublicPage, type PublicPage, showPublicPage } from "../shared/public-page.contract.ts";
import type { Proof } from "../shared/proof-of-work.ts";
import { takeUse } from "./link-statements.ts";
import { deadLink, denyLink, type OpenLink, openLink, type TriedLink } from "./open-link.ts";
import { answerOtherSites, comesFromWhereItMay } from "./other-sites.ts";
import { isProof, makePuzzle, spendProof } from "./spam-guard.ts";
import { Tries } from "./tries.ts";
import { Turns } from "./turns.ts";

const MINUTE_MS = 60_000;
/** Looks and acts by address and link, and tries of links that open nothing by address. */
const limits = {
  looks: new Tries(120, MINUTE_MS),
  acts: new Tries(60, MINUTE_MS),
  misses: new Tries(60, 10 * MINUTE_MS),
};
const turns = new Turns();

interface Asking {
  readonly context: Context;
  readonly token: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Shows what stands behind a link. It writes nothing but, of a refusal, a line in the access log. */
async function showPage({ context, token, request, reply }: Asking): Promise<Result<{ data: PublicPage }>> {
  guardAnswer(reply);
  const wait = limits.looks.take(keyOf(context, request, token));
  if (wait > 0) return tooOften(wait);
  const tried = await openLink(context, token, request.ip);
  if (!tried.opened.ok) return refused(tried, tried.opened, { context, token, request, reply }, "show");
  answerOtherSites(reply, tried.opened.value.purpose);
  const page = await pageOf(tried.opened.value);
  return page
    ? accept({ data: page })
    : refused(tried, deadLink(), { context, token, request, reply }, "show");
}

async function pageOf({ context, link, usesLeft, purpose }: OpenLink): Promise<PublicPage | null> {
  const shown = await purpose.show(context, link);
  if (!shown) return null;
  const verbs = purpose.verbs.map(({ name, tone, comment, label }) => ({
    name,
    tone,
    comment,
    label: textOf(label, context.language),
  }));
  return {
    ...shown,
    purpose: link.purpose,
    company: context.company.name,
    until: link.expires_at,
    uses_left: usesLeft,
    proof_of_work: purpose.guarded ? makePuzzle(context, link.id) : null,
    verbs: shown.closed === null ? verbs : [],
  };
}

interface Act {
  readonly verb: string;
  readonly comment?: string | undefined;
  readonly seen?: string | undefined;
  readonly proof?: Proof | undefined;
  readonly website?: string | undefined;
}
async function act(asking: Asking, given: Act): Promise<Result<{ data: { done: string } }>> {
  const { context, token, request, reply } = asking;
  guardAnswer(reply);
  const wait = limits.acts.take(keyOf(context, request, token));
  if (wait > 0) return tooOften(wait);
  return turns.run(`${context.workspace.code} ${hashToken(token).toString("base64url")}`, async () => {
    const tried = await openLink(context, token, request.ip);
    if (tried.opened.ok) answerOtherSites(reply, tried.opened.value.purpose);
    const done = tried.opened.ok
      ? await retryDeadlock(() => actOnce(tried.opened, given, request))
      : tried.opened;
    return done.ok ? done : refused(tried, done, asking, given.verb);
  });
}

/** The act and its use in one transaction: refused, it is not counted. */
async function actOnce(
  opened: Result<OpenLink>,
  given: Act,
  request: FastifyRequest,
): Promise<Result<{ data: { done: string } }>> {
  if (!opened.ok) return opened;
  const { link, purpose, context } = opened.value;
  const { db, workspace } = context;
  if (!comesFromWhereItMay(request, purpose)) return denyLink(403, "other_site");
  const { verb: name, comment: said = "", seen, proof, website = "" } = given;
  const verb = purpose.verbs.find((one) => one.name === name);
  if (!verb) return denyLink(422, "unknown_verb");
  const comment = said.trim();
  if (verb.comment === "required" && comment === "") return denyLink(422, "comment_required");
  return db.transaction(async (tx): Promise<Result<{ data: { done: string } }>> => {
    const [taken] = await tx.query(takeUse(workspace, link.id));
    if (!taken) return deadLink();
    if (purpose.guarded && !(await isGenuine(tx, context, link.id, { proof, website })))
      return denyLink(422, "proof_required");
    const done = await purpose.act(tx, context, { link, verb: name, comment, seen });
    if (!done.ok) return done;
    await logAccess(tx, workspace, {
      kind: "link_used",
      user: link.person,
      credential: link.id,
      ...originOf(request),
      detail: { purpose: link.purpose, object: link.object, record: link.record, verb: name },
    });
    return accept({ data: { done: textOf(verb.done, context.language) } });
  });
}

/** A person with a browser, as far as that can be told: the puzzle is solved, for the first time. */
const isGenuine = async (
  tx: Executor,
  context: Context,
  about: string,
  { proof, website }: Pick<Act, "proof" | "website">,
): Promise<boolean> =>
  website === "" &&
  proof !== undefined &&
  isProof(context, about, proof) &&
  (await spendProof(tx, context, proof));

/**
 * Each try that opens or does nothing stands in the access log, with the link where it is one; an address that
 * tries many that are none waits.
 */
async function refused(
  { link }: TriedLink,
  refusal: Result<never> | Result<unknown>,
  { context, request }: Asking,
  verb: string,
): Promise<Result<never>> {
  if (refusal.ok) throw new Error("a refusal is expected");
  if (link === null) {
    const wait = limits.misses.take(`${context.workspace.code} ${request.ip}`);
    if (wait > 0) return tooOften(wait);
  }
  await logAccess(context.db, context.workspace, {
    kind: "link_refused",
    user: link?.person ?? null,
    credential: link?.id ?? null,
    ...originOf(request),
    detail: { purpose: link?.purpose ?? null, verb: verb.slice(0, 40), cause: refusal.refusal.code },
  });
  return refusal;
}

const keyOf = ({ workspace }: Context, { ip }: FastifyRequest, token: string): string =>
  `${workspace.code} ${ip} ${token.length > 200 ? "" : token}`;

function tooOften(seconds: number): Result<never> {
  const refusal = denyLink(429, "too_often");
  return refusal.ok
    ? refusal
    : { ok: false, refusal: { ...refusal.refusal, extra: { retry_after: seconds } } };
}

/** The address holds a secret: no other page is told where somebody came from, and no engine keeps it. */
function guardAnswer(reply: FastifyReply): void {
  void reply.header("referrer-policy", "no-referrer").header("x-robots-tag", "noindex, nofollow");
}

export const publicRoutes: readonly Route[] = [
  serve(showPublicPage, { open: true, viewing: "open" }, (context, { params: { token }, request, reply }) =>
    showPage({ context, token, request, reply }),
  ),
  serve(
    actOnPublicPage,
    { open: true, viewing: "open" },
    (context, { params: { token }, body, request, reply }) => act({ context, token, request, reply }, body),
  ),
];
