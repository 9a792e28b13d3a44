import { ident } from "../../platform/db/database.ts";
import { joinNames } from "../../shared/i18n/join-texts.ts";
import type { LabelMap } from "../../shared/i18n/label.ts";
import { furtherOf, type Pointer, pointersOf } from "../../shared/metadata/further-links.ts";
import { type CatalogObject, parentOf } from "../../shared/metadata/object.ts";
import type { Explanation, ProofStep } from "../../shared/wire/explanation.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { linksFrom } from "../values/row-values.ts";
import { columnsOf, tableOf } from "../schema/names.ts";
import { type Names, readNames, titleSql } from "./explain-facts.ts";
import { beyondRoles, roleSteps } from "./explain-roles.ts";
import {
  proofActionMessages,
  grantMessages,
  proofMessages,
  scopeMessages,
  sentence,
} from "./explain.messages.ts";
import { accessGrants, accessPredicate, type Because, type Grant } from "./predicate.ts";
import { objectRights, scopeOf } from "./rights-of.ts";
import type { Action } from "../../shared/rights/rights.ts";

/** The record a proof is about, as it stands in the database. */
export interface Subject {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly department: string | null;
  readonly deleted: boolean;
  /** What it hangs on; several where it is about several records. */
  readonly parents: readonly Pointer[];
}
interface Tried {
  readonly grant: Grant;
  readonly held: boolean;
}
interface Found {
  readonly subject: Subject;
  /** What the very predicate of every read and write says of this row. */
  readonly allowed: boolean;
  readonly tried: readonly Tried[];
}
/** The row, and whether each way holds for it ("way_0" …). */
type Row = Readonly<Record<string, unknown>> & {
  readonly its_title: string | null;
  readonly its_owner: string | null;
  readonly its_department: string | null;
  readonly its_deleted: boolean;
  readonly its_parent: string | null;
  readonly its_parent_object: string | null;
  readonly its_whole: boolean | null;
};
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
  const shared = tried
    .flatMap(({ grant }) => (Array.isArray(grant.because?.shares) ? grant.because.shares : []))
    .filter(({ record }) => record === id);
  const to = (kind: string) => shared.flatMap((share) => (share.to.object === kind ? share.to.id : []));
  const people = listOf(subject.owner, context.principal.id);
  const names = await readNames(context, {
    people,
    departments: [...listOf(subject.department), ...to("department")],
    teams: to("team"),
  });
  const above = depth < MAX_DEPTH ? await explainParents(context, subject, action, depth) : null;
  const telling: Telling = { context, names, object, subject, action, above };
  const ways = groupByWhy(tried);
  const roles = roleSteps(context, names, object, action);
  const carrying = roles.filter(({ scope }) => scope !== "none");
  const beyond = beyondRoles(object);
  const basis: readonly ProofStep[] = beyond ? [beyond] : carrying;
  const because = ways
    .filter(({ held }) => held)
    .map((way) => withBasis(tell(telling, way.grant, true), basis));
  const binned: ProofStep[] =
    subject.deleted && !inBin ? [{ why: "bin", text: sentence(proofMessages.bin) }] : [];
  const denied = [
    ...binned,
    ...(context.principal.roles.length === 0
      ? [{ why: "role", text: sentence(proofMessages.no_role, { person: context.principal.name }) }]
      : []),
    ...(beyond ? [] : roles.filter(({ scope }) => scope === "none")),
    ...ways.filter(({ held }) => !held).map((way) => tell(telling, way.grant, false)),
    ...(found.allowed
      ? []
      : notTried(
          telling,
          ways.map(({ grant }) => grant.why),
        )),
  ];
  const allowed = found.allowed && binned.length === 0;
  return { allowed, because: allowed ? because : [], denied, subject };
}

async function tryGrants(
  context: Context,
  object: CatalogObject,
  id: string,
  action: Action,
): Promise<Found | null> {
  const params = new Params();
  params.rowOf("t", object.name);
  const grants = accessGrants(context, object, action, "t", params);
  const whole = accessPredicate(context, object, action, "t", params);
  const column = (name: string) =>
    object.byName[name] && columnsOf(object.byName[name]).length > 0
      ? `t.${ident(name)}::text`
      : "null::text";
  const link = parentOf(object.sharing)?.parent;
  const parentField = link === undefined ? undefined : object.byName[link];
  const targets = parentField ? targetsOf(parentField) : [];
  const further = link === undefined ? undefined : furtherOf(object, link);
  const parentObject =
    link === undefined
      ? "null::text"
      : targets.length === 1
        ? params.add(targets[0], "text")
        : `t.${ident(`${link}__object`)}::text`;
  const shown = [
    `t.id::text as "its_id"`,
    `${titleSql(object, "t")} as "its_title"`,
    `${column("owner")} as "its_owner"`,
    `${column("department")} as "its_department"`,
    `${object.ledger ? "false" : "t.deleted_at is not null"} as "its_deleted"`,
    `${link === undefined ? "null::text" : column(link)} as "its_parent"`,
    `${parentObject} as "its_parent_object"`,
    ...(further ? [`t.${ident(further.name)}`, `t.${ident(`${further.name}__object`)}`] : []),
    `(${whole}) as "its_whole"`,
    ...grants.map((grant, at) => `(${grant.sql}) as "way_${at}"`),
  ];
  const statement = params.statement(
    `select ${shown.join(", ")} from ${tableOf(context.workspace, object.name)} t where t.id = ${params.add(id, "uuid")}`,
  );
  const [row] = await context.db.query<Row>(statement);
  if (!row) return null;
  const { its_parent: parent, its_parent_object: parentName } = row;
  return {
    subject: {
      id,
      title: row.its_title ?? "",
      owner: row.its_owner,
      department: row.its_department,
      deleted: row.its_deleted,
      parents: [
        ...(parent && parentName ? [{ object: parentName, id: parent }] : []),
        ...(further ? pointersOf(linksFrom(further.name, row), "") : []),
      ],
    },
    allowed: row.its_whole === true,
    tried: grants.map((grant, at) => ({ grant, held: row[`way_${at}`] === true })),
  };
}

interface Above {
  readonly label: LabelMap;
  readonly title: string;
  readonly proof: Explanation;
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

/** One line for each kind of way, however many of it there are: held when any of them holds. */
function groupByWhy(tried: readonly Tried[]): readonly Tried[] {
  const kinds = new Map<string, Tried>();
  for (const one of tried) {
    const kind = `${one.grant.why} ${one.grant.because?.rule?.id ?? ""}`;
    const known = kinds.get(kind);
    if (!known || (one.held && !known.held)) kinds.set(kind, one);
  }
  return [...kinds.values()];
}

interface Telling {
  readonly context: Context;
  readonly names: Names;
  readonly object: CatalogObject;
  readonly subject: Subject;
  readonly action: Action;
  readonly above: Above | null;
}

/** A way in words. */
function tell(telling: Telling, { why, because }: Grant, held: boolean): ProofStep {
  const { above, action, subject, object } = telling;
  if (why === "parent" && !held && subject.parents.length === 0) {
    const parent = parentOf(object.sharing)?.parent ?? "";
    return { why, text: sentence(proofMessages.loose, { parent: object.byName[parent]?.label ?? parent }) };
  }
  const parts = {
    ...partsOf(telling),
    action: proofActionMessages[action],
    rule: because?.rule ? `“${because.rule.name}”` : "",
    shared: sharedBy(telling, because),
  };
  const through = why === "parent" && above ? (held ? above.proof.because : above.proof.denied) : [];
  return {
    why,
    text: sentence(held ? grantMessages[why].held : grantMessages[why].failed, parts),
    ...(through.length > 0 ? { through } : {}),
  };
}

function partsOf({
  context,
  names,
  object,
  subject,
  above,
}: Telling): Readonly<Record<string, LabelMap | string>> {
  const { principal } = context;
  const home = subject.department === null ? undefined : names.departments.get(subject.department);
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : names.departments.get(id)?.name);
  // The department of the person that the record's lies in; their scopes reach no further than that.
  const reached = home?.up.find((id) => principal.departments.includes(id));
  const listed = principal.departments.map((id) => nameOf(id) ?? id);
  return {
    object: object.label,
    person: principal.name,
    owner: subject.owner === null ? proofMessages.nobody : (names.people.get(subject.owner) ?? subject.owner),
    department: home?.name ?? proofMessages.no_department,
    reached: nameOf(reached) ?? home?.name ?? proofMessages.no_department,
    departments:
      listed.length > 0
        ? { "zh-CN": joinNames(listed, "zh-CN"), en: joinNames(listed, "en") }
        : proofMessages.no_department,
    parent: above?.label ?? "",
    parent_title: above?.title ?? "",
  };
}

/** To whom the record was shared, where that is not the person alone, and until when. */
function sharedBy({ names, subject, context }: Telling, because: Because | undefined): LabelMap | string {
  const shares = because?.shares;
  const share =
    shares === undefined || shares === "many"
      ? undefined
      : shares.find(({ record }) => record === subject.id);
  if (!share) return "";
  const name =
    names.departments.get(share.to.id)?.name ?? names.roles.get(share.to.id) ?? names.teams.get(share.to.id);
  const via =
    name === undefined
      ? ""
      : sentence(proofMessages.share_via, {
          kind: context.catalog.object(share.to.object)?.label ?? share.to.object,
          name,
        });
  const until =
    share.until === null ? "" : sentence(proofMessages.share_until, { until: share.until.slice(0, 10) });
  return sentence(proofMessages.share_more, { via, until });
}

/** A way with the roles that carry it. */
const withBasis = (step: ProofStep, basis: readonly ProofStep[]): ProofStep => {
  const [only] = basis;
  const role =
    basis.length === 1 && only?.role !== undefined && only.scope !== undefined
      ? { role: only.role, scope: only.scope }
      : {};
  return { ...step, ...role, through: [...basis, ...(step.through ?? [])] };
};

/** What no role tries: the departments that a wider scope would take in. */
function notTried(telling: Telling, tried: readonly Grant["why"][]): readonly ProofStep[] {
  const { context, object, action, subject } = telling;
  const rights = objectRights(context, object);
  const scope = scopeOf(rights, action);
  const unread: ProofStep[] =
    action !== "read" && rights.read === "none"
      ? [{ why: "unread", text: sentence(proofMessages.unread) }]
      : [];
  if (
    scope === "none" ||
    scope === "all" ||
    subject.department === null ||
    tried.includes("department") ||
    tried.includes("parent")
  )
    return unread;
  const parts = { ...partsOf(telling), action: proofActionMessages[action], scope: scopeMessages[scope] };
  return [...unread, { why: "wider", scope, text: sentence(proofMessages.wider, parts) }];
}

const listOf = (...values: readonly (string | null)[]): readonly string[] =>
  values.flatMap((value) => value ?? []);
