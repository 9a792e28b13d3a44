import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Explanation, ProofStep } from "../../shared/wire/explanation.ts";
import type { Context } from "../kernel/context.ts";
import { beyondRoles, roleSteps } from "./explain-roles.ts";
import { proofMessages, sentence } from "./explain.messages.ts";
import type { Action } from "../../shared/rights/rights.ts";
import type { Subject } from "./explain-subject.ts";
import { groupByWhy, tryGrants } from "./explain-tried.ts";
import { namesOf } from "./explain-names.ts";
import type { Above, Telling } from "./explain-telling.ts";
import { tell, withBasis } from "./explain-way.ts";
import { whatDenies } from "./explain-denied.ts";

const MAX_DEPTH = 4;

/**
 * Why the principal of `context` may or may not do `action` to a record: each way of `accessGrants` is
 * evaluated by the database on that row and said in words. A record in the recycle bin is not there, except
 * to `restore` (`inBin`).
 * @example await explainRecord(context, opportunity, id, "read") // { allowed: true, because: [{ why: "department", … }], denied: […] }
 */
export async function explainRecord(
  context: Context,
  object: CatalogObject,
  id: string,
  action: Action,
  options: { readonly depth?: number; readonly inBin?: boolean } = {},
): Promise<Explanation & { readonly subject: Subject | null }> {
  const { depth = 0, inBin = false } = options;
  const found = await tryGrants(context, object, id, action);
  if (!found)
    return {
      allowed: false,
      because: [],
      denied: [{ why: "missing", text: sentence(proofMessages.missing) }],
      subject: null,
    };
  const { subject, tried } = found;
  const names = await namesOf(context, found);
  const above = depth < MAX_DEPTH ? await explainParents(context, subject, action, depth) : null;
  const telling: Telling = { context, names, object, subject, action, above };
  const ways = groupByWhy(tried);
  const roles = roleSteps(context, names, object, action);
  const beyond = beyondRoles(object);
  const basis = beyond ? [beyond] : roles.filter(({ scope }) => scope !== "none");
  const because = ways
    .filter(({ held }) => held)
    .map(({ grant }) => withBasis(tell(telling, grant, true), grant.why === "state" ? [] : basis));
  const binned: ProofStep[] =
    subject.deleted && !inBin ? [{ why: "bin", text: sentence(proofMessages.bin) }] : [];
  const denied = [
    ...binned,
    ...whatDenies(telling, { allowed: found.allowed, ways, roles: beyond ? [] : roles }),
  ];
  const allowed = found.allowed && binned.length === 0;
  return { allowed, because: allowed ? because : [], denied, subject };
}

/**
 * The record that it comes with: the first of those it hangs on that gives what is asked; where none does,
 * the first, with what denies all of them.
 */
async function explainParents(
  context: Context,
  { parents }: Subject,
  action: Action,
  depth: number,
): Promise<Above | null> {
  const all: Above[] = [];
  for (const { object: name, id } of parents) {
    const object = context.catalog.object(name);
    if (!object) continue;
    const proof = await explainRecord(context, object, id, action === "read" ? "read" : "update", {
      depth: depth + 1,
      inBin: true,
    });
    const above = { label: object.label, title: proof.subject?.title ?? "", proof };
    if (proof.allowed) return above;
    all.push(above);
  }
  const [first] = all;
  return first
    ? { ...first, proof: { ...first.proof, denied: all.flatMap(({ proof }) => proof.denied) } }
    : null;
}
