import type { CatalogObject } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import {
  aggregateRecords,
  changeRecord,
  createRecord,
  deleteRecord,
  listRecords,
  readRecord,
  type RecordAnswer,
  restoreRecord,
  type ListAnswer,
} from "../../shared/wire/records.contract.ts";
import type { Context } from "../kernel/context.ts";
import { MALFORMED } from "../kernel/malformed.ts";
import { aggregate } from "../query/aggregate.ts";
import type { ListRequest } from "../query/contract.ts";
import { get } from "../query/get.ts";
import { getByName, objectOf } from "../query/object-of.ts";
import { withKnownAt } from "../query/known-at.ts";
import { list, listJson } from "../query/list.ts";
import { notFound } from "../query/messages.ts";
import { isUuid } from "../values/is-uuid.ts";
import { versionMoment } from "../versions/read-versions.ts";
import type { Operation, SaveRequest } from "../kernel/save-request.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/refusal.ts";
import { abilitiesOn } from "./abilities.ts";
import { saveAndAnswer } from "./save-and-answer.ts";
import { apiMessages } from "./messages.ts";
import { withDocuments } from "./rich-documents.ts";
import type { Call } from "./route.ts";
import { roadOf } from "./road.ts";
import { type CallOf, serve } from "./serve.ts";

const names = (value: string | undefined): string[] | undefined =>
  value
    ?.split(",")
    .map((name) => name.trim())
    .filter(Boolean);
const isOn = (value: string | undefined): boolean => value === "1" || value === "true";
/** Query strings leave out what is not given, so that absent and undefined are one. */
export const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

export function toListRequest(object: string, query: Call["query"]): ListRequest {
  const { filter, sort, search, cursor, as_of, count, limit, fields, expand, titles, deleted } = query;
  return given({
    object,
    filter,
    sort,
    fields: names(fields),
    expand: names(expand),
    search,
    limit: limit === undefined ? undefined : Number(limit),
    cursor,
    count: count === "bounded" || count === "exact" || count === "estimate" ? count : undefined,
    as_of,
    titles: isOn(titles),
    deleted: isOn(deleted),
  });
}

/** One record as it is sent, or why not. */
export async function answerRecord(
  context: Context,
  name: string,
  id: string,
  query: Call["query"] = {},
): Promise<Result<RecordAnswer>> {
  const object = objectOf(context, name);
  if (!object.ok) return object;
  const asOf = await momentAsked(context, object.value, id, query);
  if (!asOf.ok) return asOf;
  const options = given({
    expand: names(query["expand"]),
    as_of: asOf.value,
    titles: isOn(query["titles"]),
    deleted: isOn(query["deleted"]),
  });
  const then = await withKnownAt(context, query["known_at"], asOf.value);
  if (!then.ok) return then;
  const found = await get(then.value, object.value, id, options);
  if (!found.ok) return found;
  const abilities = await abilitiesOn(context, object.value, found.value);
  const { rich_text: form } = query;
  return accept({
    data: form === "document" ? withDocuments(object.value, found.value) : found.value,
    abilities,
  });
}

/** `as_of`, or the first moment of the `version` asked for. */
async function momentAsked(
  context: Context,
  object: CatalogObject,
  id: string,
  query: Call["query"],
): Promise<Result<string | undefined>> {
  const { version, as_of: moment } = query;
  if (version === undefined) return accept(moment);
  const began =
    isUuid(id) && !object.ledger ? await versionMoment(context, object, id, Number(version)) : undefined;
  return began === undefined ? notFound() : accept(began);
}

/** Saves one operation and answers with the record. */
export async function saveOne(
  context: Context,
  operation: Exclude<Operation, { op: "delete" }>,
  request: Omit<SaveRequest, "operations" | "mode">,
  query: Call["query"] = {},
): Promise<Result<RecordAnswer>> {
  const { result, answer: read } = await saveAndAnswer(
    context,
    { ...request, operations: [operation] },
    query,
  );
  if (!result?.ok) return whyNotSaved(context, operation, result?.refusal);
  if (read) return accept(read);
  const answer = await answerRecord(context, result.object, result.id, query);
  // A record may leave the caller's sight by his own write (a change of owner): it is saved all the same.
  return answer.ok
    ? answer
    : accept({
        data: { id: result.id, version: partOf(anyRecord, result.record).version ?? null },
        abilities: { update: false, delete: false },
      });
}

/** A conflict carries the current record as the caller may see it. */
async function whyNotSaved(
  context: Context,
  operation: Operation,
  refusal: Refusal | undefined,
): Promise<{ readonly ok: false; readonly refusal: Refusal }> {
  if (!refusal) return refuse({ status: 400, code: "malformed", text: MALFORMED });
  if (refusal.code !== "version_conflict" || operation.op === "create") return { ok: false, refusal };
  const current = await getByName(context, operation.object, operation.id);
  const extra = { ...refusal.extra, ...(current.ok ? { current: current.value } : {}) };
  return { ok: false, refusal: { ...refusal, extra } };
}

/** `If-Match: "3"` */
export function versionOf(call: Pick<Call, "request">): Result<number | undefined> {
  const header = call.request.headers["if-match"];
  if (header === undefined || header === "*") return accept(undefined);
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header);
  return match
    ? accept(Number(match[1]))
    : refuse({ status: 400, code: "bad_match", text: apiMessages.bad_match });
}

async function change(context: Context, call: CallOf<typeof changeRecord>): Promise<Result<RecordAnswer>> {
  const version = versionOf(call);
  if (!version.ok) return version;
  const { base, reason, ...values } = call.body;
  return saveOne(
    context,
    given({
      op: "update" as const,
      ...call.params,
      values,
      base: isMap(base) ? base : undefined,
      ifVersion: version.value,
    }),
    { road: roadOf(call), ...(typeof reason === "string" ? { reason } : {}) },
    call.query,
  );
}

async function remove(context: Context, call: CallOf<typeof deleteRecord>): Promise<Result<null>> {
  const version = versionOf(call);
  if (!version.ok) return version;
  const operation = given({ op: "delete" as const, ...call.params, ifVersion: version.value });
  const request = { road: roadOf(call), operations: [operation] };
  const { result } = await saveAndAnswer(context, request, {});
  return result?.ok ? accept(null) : whyNotSaved(context, operation, result?.refusal);
}

async function listDocuments(context: Context, request: ListRequest): Promise<Result<ListAnswer>> {
  const page = await list(context, request);
  const object = context.catalog.object(request.object);
  return page.ok && object
    ? accept({ ...page.value, data: page.value.data.map((record) => withDocuments(object, record)) })
    : page;
}

/** CRUD, lists and aggregates of every object. */
export const recordRoutes = [
  serve(listRecords, { ahead: true, replica: "past" }, async (context, { params, query }) => {
    const request = toListRequest(params.object, query);
    const read = query.rich_text === "document" ? listDocuments : listJson;
    if (!query.known_at) return read(context, request);
    const then = await withKnownAt(context, query.known_at, query.as_of);
    return then.ok ? read(then.value, request) : then;
  }),
  serve(createRecord, { ahead: true }, (context, call) => {
    const { id, ...values } = call.body;
    const operation = { op: "create" as const, ...call.params, values };
    return saveOne(
      context,
      typeof id === "string" ? { ...operation, id } : operation,
      { road: roadOf(call) },
      call.query,
    );
  }),
  serve(readRecord, { ahead: true }, (context, { params, query }) =>
    answerRecord(context, params.object, params.id, query),
  ),
  serve(changeRecord, { ahead: true }, change),
  serve(deleteRecord, {}, remove),
  serve(restoreRecord, {}, (context, call) =>
    saveOne(context, { op: "restore", ...call.params }, { road: roadOf(call) }),
  ),
  serve(aggregateRecords, { reads: true, replica: "always" }, async (context, { params, body }) => {
    const { known_at, ...request } = body;
    const then = await withKnownAt(context, known_at, request.as_of);
    return then.ok ? aggregate(then.value, { ...request, object: params.object }) : then;
  }),
];
