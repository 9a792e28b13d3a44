import {
  type CallOf,
  type Context,
  type Result,
  accept,
  get,
  isUuid,
  objectOf,
  objectRights,
  scopeOf,
} from "../../../../engine/public.ts";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { readWhoSees } from "../../../../shared/wire/who-sees.contract.ts";
import { loadPrincipal } from "../../identity/public.ts";

const MOST = 20;

/**
 * Which of some colleagues can see a record that the caller sees, so that nobody is named where they cannot
 * read on. It tells of each person yes or no and nothing else: a deactivated one sees nothing.
 */
export async function whoSees(
  context: Context,
  { params, query }: CallOf<typeof readWhoSees>,
): Promise<Result<AnswerOf<typeof readWhoSees>>> {
  const object = objectOf(context, params.object);
  if (!object.ok) return object;
  const seen = await get(context, object.value, params.id);
  if (!seen.ok) return seen;
  const people = [...new Set(query.people.split(",").filter(isUuid))].slice(0, MOST);
  const data = [];
  for (const id of people) data.push({ id, sees: await sees(context, object.value, params.id, id) });
  return accept({ data });
}

async function sees(
  context: Context,
  object: CatalogObject,
  record: string,
  person: string,
): Promise<boolean> {
  const principal = await loadPrincipal(context.db, context.workspace, person);
  if (!principal) return false;
  const { idempotency: _key, ...rest } = context;
  const theirs: Context = { ...rest, principal };
  const comments = context.catalog.object(comment.name);
  if (!comments || scopeOf(objectRights(theirs, comments), "read") === "none") return false;
  return (await get(theirs, object, record)).ok;
}
