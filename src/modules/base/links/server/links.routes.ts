import {
  accept,
  type CallOf,
  type Context,
  hasAbility,
  isUuid,
  openCursor,
  refuse,
  type Result,
  type Route,
  sealCursor,
  serve,
} from "../../../../engine/public.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { DAY_MS } from "../../../../shared/time/dates.ts";
import { logAccess, originOf, whyNotTheirs } from "../../identity/public.ts";
import { LINK_STATES, type LinkItem, listLinks, makeLink, revokeLink } from "../shared/links.contract.ts";
import { linkPurposes } from "./link-purposes.ts";
import { type ListedLink, linksNewestFirst, revoke } from "./link-statements.ts";
import { linkMessages } from "./links.messages.ts";
import { linkFor, publicUrl } from "./make-link.ts";
import { actingBy } from "./open-link.ts";

const PAGE = 100;
const YEAR_MS = 366 * DAY_MS;
const MANAGE = "people.manage";

async function make(
  context: Context,
  { body, request }: CallOf<typeof makeLink>,
): Promise<Result<AnswerOf<typeof makeLink>>> {
  const { db, workspace, principal } = context;
  const purpose = linkPurposes.read(context.hooks).get(body.purpose);
  const object = context.catalog.object(body.object);
  if (!purpose || !object || !purpose.applies(object)) return denied(422, "unknown_purpose");
  if (purpose.actsFor === "person" && body.person === undefined) return denied(422, "person_required");
  const until = body.expires_at === undefined ? null : Date.parse(body.expires_at) - Date.parse(context.now);
  if (until !== null && !(until > 0 && until <= YEAR_MS)) return denied(422, "bad_expiry");
  const refused = await whyNotFor(context, body.person);
  if (refused) return refused;
  const link = {
    id: "",
    purpose: body.purpose,
    object: object.name,
    record: body.record,
    person: body.person ?? null,
    expires_at: body.expires_at ?? context.now,
  };
  const acting = await actingBy(context, link);
  const shown = acting && (await purpose.show(acting, link));
  if (!shown) return refuse({ status: 404, code: "not_found", text: linkMessages.no_record });
  return db.transaction(async (tx) => {
    const origin = publicUrl() || `${request.protocol}://${request.host}`;
    const made = await linkFor(tx, context, { ...body, origin });
    await logAccess(tx, workspace, {
      kind: "link_made",
      user: body.person ?? principal.id,
      credential: made.id,
      ...originOf(request),
      detail: { by: principal.id, purpose: body.purpose, object: body.object, record: body.record },
    });
    return accept(made);
  });
}

/**
 * Whoever holds a link acts as the person it is for, so one makes links for oneself, or as with passwords for
 * people who may do no more than oneself. A key that is narrowed to a role does not come to act without it.
 */
async function whyNotFor(context: Context, person: string | undefined): Promise<Result<never> | null> {
  const { principal } = context;
  if (person === undefined) return null;
  if (principal.narrowedTo !== undefined) return denied(403, "forbidden");
  if (person === principal.id) return null;
  return hasAbility(context, MANAGE) ? whyNotTheirs(context, person) : denied(403, "forbidden");
}

const seesAll = (context: Context): string | null =>
  hasAbility(context, MANAGE) ? null : context.principal.id;

const revokeRoute = serve(revokeLink, {}, async (context, { params: { id }, request }) => {
  const { db, workspace, principal } = context;
  return db.transaction(async (tx): Promise<Result<null>> => {
    const [gone] = isUuid(id) ? await tx.query(revoke(workspace, id, seesAll(context), principal.id)) : [];
    if (!gone) return refuse({ status: 404, code: "not_found", text: linkMessages.no_link });
    await logAccess(tx, workspace, {
      kind: "link_revoked",
      user: gone.person,
      credential: gone.id,
      ...originOf(request),
      detail: { by: principal.id, purpose: gone.purpose },
    });
    return accept(null);
  });
});

const listRoute = serve(listLinks, { viewing: "closed" }, async (context, { query }) => {
  const { object = null, record = null, state = null, cursor } = query;
  const question = JSON.stringify(["links", object, record, state]);
  const opened = cursor === undefined ? null : openCursor(context, question, cursor);
  if (opened && !opened.ok) return opened;
  const position = opened?.value;
  const rows = await context.db.query(
    linksNewestFirst(context.workspace, {
      user: seesAll(context),
      object,
      record,
      state,
      before: position ? { at: String(position.values[0]), id: position.id } : null,
      limit: PAGE + 1,
    }),
  );
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const next = last ? sealCursor(context, question, { values: [last.made_at], id: last.id }) : null;
  return accept({ data: shown.map((row) => toItem(context, row)), page: { next } });
});

function toItem({ hooks, language }: Context, row: ListedLink): LinkItem {
  const purpose = linkPurposes.read(hooks).get(row.purpose);
  const { person, person_name, made_by, made_by_name, state, ...rest } = row;
  return {
    ...rest,
    label: purpose ? textOf(purpose.label, language) : row.purpose,
    person: person === null ? null : { id: person, name: person_name },
    made_by: made_by === null ? null : { id: made_by, name: made_by_name },
    state: LINK_STATES.find((one) => one === state) ?? "open",
  };
}

const denied = (
  status: 403 | 422,
  code: "unknown_purpose" | "person_required" | "bad_expiry" | "forbidden",
): Result<never> => refuse({ status, code, text: linkMessages[code] });

export const linkRoutes: readonly Route[] = [serve(makeLink, {}, make), revokeRoute, listRoute];
