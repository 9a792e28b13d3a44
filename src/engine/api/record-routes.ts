import { Type } from "@sinclair/typebox";
import { label } from "../../shared/i18n/label.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { aggregate } from "../query/aggregate.ts";
import type { AggregateRequest, ListRequest } from "../query/contract.ts";
import { get } from "../query/get.ts";
import { getByName, objectOf } from "../query/object-of.ts";
import { withKnownAt } from "../query/known-at.ts";
import { listJson } from "../query/list.ts";
import { notFound } from "../query/messages.ts";
import { isUuid } from "../record/is-uuid.ts";
import { versionMoment } from "../versions/read-versions.ts";
import type { Operation, SaveRequest } from "../record/contract.ts";
import { accept, refuse, type Result } from "../refusal.ts";
import { abilitiesOn } from "./abilities.ts";
import { saveAndAnswer } from "./save-and-answer.ts";
import { apiMessages } from "./messages.ts";
import type { Call, Route } from "./route.ts";
import { roadOf } from "./road.ts";

const text = Type.Optional(Type.String({ maxLength: 8000 }));
const listQuery = Type.Object({
  filter: text,
  sort: text,
  fields: text,
  expand: text,
  search: text,
  limit: text,
  cursor: text,
  count: text,
  as_of: text,
  known_at: text,
  titles: text,
  deleted: text,
});
const oneQuery = Type.Object({
  expand: text,
  as_of: text,
  known_at: text,
  version: Type.Optional(Type.String({ pattern: "^[0-9]{1,9}$" })),
  titles: text,
  deleted: text,
});
export const RecordBody = Type.Record(Type.String({ maxLength: 80 }), Type.Unknown());

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
  const count = query["count"];
  return given({
    object,
    filter: query["filter"],
    sort: query["sort"],
    fields: names(query["fields"]),
    expand: names(query["expand"]),
    search: query["search"],
    limit: query["limit"] === undefined ? undefined : Number(query["limit"]),
    cursor: query["cursor"],
    count: count === "bounded" || count === "exact" || count === "estimate" ? count : undefined,
    as_of: query["as_of"],
    titles: isOn(query["titles"]),
    deleted: isOn(query["deleted"]),
  }) as ListRequest;
}

/** One record as it is sent, or why not. */
export async function answerRecord(
  context: Context,
  name: string,
  id: string,
  query: Call["query"] = {},
): Promise<Result<{ data: Values; abilities: object }>> {
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
  return found.ok
    ? accept({ data: found.value, abilities: await abilitiesOn(context, object.value, found.value) })
    : found;
}

/** `as_of`, or the first moment of the `version` asked for. */
async function momentAsked(
  context: Context,
  object: CatalogObject,
  id: string,
  query: Call["query"],
): Promise<Result<string | undefined>> {
  const version = query["version"];
  if (version === undefined) return accept(query["as_of"]);
  const moment =
    isUuid(id) && !object.ledger ? await versionMoment(context, object, id, Number(version)) : undefined;
  return moment === undefined ? notFound() : accept(moment);
}

/** Saves one operation and answers with the record. */
export async function saveOne(
  context: Context,
  operation: Operation,
  request: Omit<SaveRequest, "operations" | "mode">,
  query: Call["query"] = {},
): Promise<Result<unknown>> {
  const { result, answer: read } = await saveAndAnswer(
    context,
    { ...request, operations: [operation] },
    query,
  );
  if (!result?.ok)
    return withCurrent(
      context,
      result
        ? { ok: false, refusal: result.refusal }
        : refuse({ status: 400, code: "malformed", text: apiMessages.malformed }),
      operation,
    );
  if (result.op === "deleted") return accept(null);
  if (read) return accept(read);
  const answer = await answerRecord(context, result.object, result.id, query);
  // A record may leave the caller's sight by his own write (a change of owner): it is saved all the same.
  return answer.ok
    ? answer
    : accept({
        data: { id: result.id, version: result.record["version"] ?? null },
        abilities: { update: false, delete: false },
      });
}

/** A conflict carries the current record as the caller may see it. */
async function withCurrent(
  context: Context,
  result: Extract<Result<unknown>, { ok: false }>,
  operation: Operation,
): Promise<Result<unknown>> {
  if (result.refusal.code !== "version_conflict" || operation.op === "create") return result;
  const current = await getByName(context, operation.object, operation.id);
  return {
    ok: false,
    refusal: {
      ...result.refusal,
      extra: { ...result.refusal.extra, ...(current.ok ? { current: current.value } : {}) },
    },
  };
}

/** `If-Match: "3"` */
export function versionOf(call: Call): Result<number | undefined> {
  const header = call.request.headers["if-match"];
  if (header === undefined || header === "*") return accept(undefined);
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header);
  return match
    ? accept(Number(match[1]))
    : refuse({ status: 400, code: "bad_match", text: apiMessages.bad_match });
}

async function change(context: Context, call: Call): Promise<Result<unknown>> {
  const version = versionOf(call);
  if (!version.ok) return version;
  const { base, reason, ...values } = call.body as Values;
  const hasBase = base !== null && typeof base === "object" && !Array.isArray(base);
  const operation = given({
    op: "update",
    object: call.params["object"] ?? "",
    id: call.params["id"] ?? "",
    values,
    base: hasBase ? base : undefined,
    ifVersion: version.value,
  }) as Operation;
  return saveOne(
    context,
    operation,
    { road: roadOf(call), ...(typeof reason === "string" ? { reason } : {}) },
    call.query,
  );
}

async function remove(context: Context, call: Call): Promise<Result<unknown>> {
  const version = versionOf(call);
  if (!version.ok) return version;
  return saveOne(
    context,
    given({
      op: "delete",
      object: call.params["object"] ?? "",
      id: call.params["id"] ?? "",
      ifVersion: version.value,
    }) as Operation,
    {
      road: roadOf(call),
    },
  );
}

async function create(context: Context, call: Call): Promise<Result<unknown>> {
  const { id, ...values } = call.body as Values;
  return saveOne(
    context,
    given({
      op: "create",
      object: call.params["object"] ?? "",
      id: typeof id === "string" ? id : undefined,
      values,
    }) as Operation,
    { road: roadOf(call) },
    call.query,
  );
}

const measure = Type.Object({
  fn: Type.Union(
    ["count", "count_distinct", "sum", "avg", "min", "max", "median", "p90"].map((fn) => Type.Literal(fn)),
  ),
  field: text,
});
const group = Type.Object({
  field: Type.String({ maxLength: 100 }),
  bucket: Type.Optional(
    Type.Union(["day", "week", "month", "quarter", "year"].map((bucket) => Type.Literal(bucket))),
  ),
});
const aggregateBody = Type.Object({
  filter: text,
  search: text,
  group_by: Type.Optional(Type.Array(group, { maxItems: 4 })),
  measures: Type.Array(measure, { minItems: 1, maxItems: 20 }),
  as_of: text,
  known_at: text,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
});

async function listAsKnown(context: Context, { params, query }: Call): Promise<Result<unknown>> {
  const then = await withKnownAt(context, query["known_at"], query["as_of"]);
  return then.ok ? listJson(then.value, toListRequest(params["object"] ?? "", query)) : then;
}

/** CRUD, lists and aggregates of every object. */
export const recordRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/records/:object",
    tag: "records",
    summary: label("列出记录", "List records"),
    query: listQuery,
    ahead: true,
    replica: "past",
    run: (context, call) =>
      call.query["known_at"]
        ? listAsKnown(context, call)
        : listJson(context, toListRequest(call.params["object"] ?? "", call.query)),
  },
  {
    method: "POST",
    path: "/records/:object",
    tag: "records",
    summary: label("新建记录", "Create a record"),
    status: 201,
    body: RecordBody,
    ahead: true,
    run: create,
  },
  {
    method: "GET",
    path: "/records/:object/:id",
    tag: "records",
    summary: label("读取记录", "Read a record"),
    query: oneQuery,
    ahead: true,
    run: (context, call) =>
      answerRecord(context, call.params["object"] ?? "", call.params["id"] ?? "", call.query),
  },
  {
    method: "PATCH",
    path: "/records/:object/:id",
    tag: "records",
    summary: label("修改记录", "Change a record"),
    body: RecordBody,
    ahead: true,
    run: change,
  },
  {
    method: "DELETE",
    path: "/records/:object/:id",
    tag: "records",
    summary: label("移入回收站", "Move to the recycle bin"),
    status: 204,
    run: remove,
  },
  {
    method: "POST",
    path: "/records/:object/:id/restore",
    tag: "records",
    summary: label("从回收站恢复", "Restore from the recycle bin"),
    run: (context, call) =>
      saveOne(
        context,
        { op: "restore", object: call.params["object"] ?? "", id: call.params["id"] ?? "" },
        { road: roadOf(call) },
      ),
  },
  {
    method: "POST",
    path: "/records/:object/aggregate",
    tag: "records",
    summary: label("汇总", "Aggregate"),
    body: aggregateBody,
    reads: true,
    replica: "always",
    run: async (context, call) => {
      const { known_at, ...request } = call.body as Omit<AggregateRequest, "object"> & {
        readonly known_at?: string;
      };
      const then = await withKnownAt(context, known_at, request.as_of);
      return then.ok ? aggregate(then.value, { ...request, object: call.params["object"] ?? "" }) : then;
    },
  },
];
