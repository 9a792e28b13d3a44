import { ident } from "../../../../platform/db/database.ts";
import {
  type Context,
  type Row,
  fieldRight,
  groupBy,
  historyOf,
  liveColumns,
  sameValue,
  tableOf,
  titlesFor,
  valuesOf,
  withoutRate,
} from "../../../../engine/public.ts";
import { toMicros } from "../../../../shared/time/micros.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { linkTargets } from "../shared/field-columns.ts";
import { linkIn } from "../shared/link-in.ts";
import type { KnownEntry } from "../shared/merge-history.ts";
import { isImportable } from "../shared/importable-field.ts";
import { type NamedLink, printLife, type ImportedState } from "../shared/imported-life.ts";
import type { StageVocabulary } from "./import-targets.ts";

/** Values too long to stand in a cell once for each change, or that are no values of the record itself. */
const LEFT_OUT = [
  "long_text",
  "rich_text",
  "file",
  "image",
  "signature",
  "json",
  "children",
  "tags",
  "location",
];

/** The fields whose changes a history tells: those that a file can bring and the caller reads unmasked. */
const toldFields = (context: Context, object: CatalogObject): readonly Field[] =>
  object.fields.filter(
    (field) =>
      isImportable(field) &&
      field.name !== "created_at" &&
      !LEFT_OUT.includes(field.kind) &&
      ["read", "edit"].includes(fieldRight(context, object, field.name)),
  );

interface Version {
  readonly id: string;
  readonly at: string;
  readonly values: Values;
}
/**
 * Versions of the records as believed now, oldest first, what lay in the recycle bin left out. The caller has
 * found that these records may be read.
 */
async function versionsOf(
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Version[]>> {
  const names = liveColumns(object).map(({ name }) => ident(name));
  const columns = [...new Set([...names, `"valid_from"`])].join(", ");
  const rows = await context.db.query<Row & { readonly id: string; readonly valid_from: unknown }>({
    text: `select ${columns} from ${historyOf(context.workspace, object.name)} where id = any($1::uuid[]) and retracted is null and deleted_at is null
      union all select ${columns} from ${tableOf(context.workspace, object.name)} where id = any($1::uuid[]) order by id, valid_from`,
    values: [ids],
  });
  return groupBy(
    rows.map((row) => ({
      id: row.id,
      at: toMicros(String(row.valid_from)),
      values: valuesOf(object, row),
    })),
    ({ id }) => id,
  );
}

/**
 * The lives of records as cells, by id: every state of the fields that a file can bring, with who moved them
 * from stage to stage.
 */
export async function livesOf(
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
  stages: StageVocabulary | null,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0 || object.ledger) return new Map();
  const fields = toldFields(context, object);
  const versions = await versionsOf(context, object, ids);
  const stays =
    stages && object.stageField
      ? await stages.entries(context.db, object.name, ids)
      : new Map<string, readonly KnownEntry[]>();
  const lives = [...versions].map(
    ([id, all]) => [id, statesOf(object, fields, all, stays.get(id) ?? [])] as const,
  );
  const objectOf = (name: string): CatalogObject | undefined => context.catalog.object(name);
  const links = new Set(
    fields.filter((field) => linkTargets(field, objectOf).length > 0).map(({ name }) => name),
  );
  const named = await namesIn(
    context,
    object,
    lives.flatMap(([, life]) => life),
    links,
  );
  return new Map(lives.map(([id, life]) => [id, printLife(life.map((state) => named(state)))]));
}

/** What differed from the record as it is, state by state; changes of other fields are none. */
function statesOf(
  object: CatalogObject,
  fields: readonly Field[],
  versions: readonly Version[],
  stays: readonly KnownEntry[],
): readonly ImportedState[] {
  const last = versions.at(-1);
  const said = (values: Values): Values =>
    Object.fromEntries(fields.map(({ name }) => [name, withoutRate(values[name]) ?? null]));
  const live = said(last?.values ?? {});
  const stage = object.stageField ?? "";
  const moves = new Map(stays.map((stay) => [`${stay.stage} ${toMicros(stay.at)}`, stay]));
  const states: ImportedState[] = [];
  let before: Values | null = null;
  for (const { at, values } of versions) {
    const now = said(values);
    const known: Values | null = before;
    if (known && fields.every(({ name }) => sameValue(known[name], now[name]))) continue;
    before = now;
    const differing = Object.entries(now).filter(([name, value]) => !sameValue(value, live[name]));
    const move =
      known && known[stage] === now[stage] && partOf(staged, known).pipeline === partOf(staged, now).pipeline
        ? undefined
        : moves.get(`${String(now[stage])} ${enteredIn(values)}`);
    states.push({
      at,
      values: Object.fromEntries(differing),
      ...(move ? moveIn(move, at, states.at(-1)?.at) : {}),
    });
  }
  return states;
}
function enteredIn(values: Values): string {
  const { stage_entered_at: entered } = partOf(staged, values);
  return typeof entered === "string" ? toMicros(entered) : "";
}
/**
 * The move, and its moment: a version begins a hair later than the stay where others wrote at the same time.
 */
const moveIn = (
  { at: entered, by, reason, override, skipped }: KnownEntry,
  at: string,
  before = "",
): Partial<ImportedState> => ({
  at: toMicros(entered) > before && toMicros(entered) <= at ? toMicros(entered) : at,
  by: by ? { id: by } : null,
  ...(reason ? { reason } : {}),
  ...(override ? { override } : {}),
  ...(skipped ? { skipped } : {}),
});

/**
 * Puts the names of linked records beside their ids, where the caller may see them: for an installation that
 * knows other ids.
 */
async function namesIn(
  context: Context,
  object: CatalogObject,
  states: readonly ImportedState[],
  links: ReadonlySet<string>,
): Promise<(state: ImportedState) => ImportedState> {
  const objectOf = (name: string): CatalogObject | undefined => context.catalog.object(name);
  const targetsOf = (name: string, value: WireValue): readonly NamedLink[] => {
    const field = object.byName[name];
    const all: readonly WireValue[] = Array.isArray(value) ? value : [value];
    return field ? all.flatMap((one) => linkIn(field, one, objectOf) ?? []) : [];
  };
  const wanted = states.flatMap(({ values, by }) => [
    ...Object.entries(values).flatMap(([name, value]) => (links.has(name) ? targetsOf(name, value) : [])),
    ...(by ? [{ ...by, object: "user" }] : []),
  ]);
  const titles = await titlesFor(
    context,
    wanted.map(({ object: target = "", id }) => ({ object: target, id })),
  );
  const withName = ({ id, object: target }: NamedLink): Values => {
    const name = titles.get(id);
    return { id, ...(target ? { object: target } : {}), ...(name === undefined ? {} : { name }) };
  };
  return (state) => ({
    ...state,
    values: Object.fromEntries(
      Object.entries(state.values).map(([name, value]) => {
        const [link, ...more] = links.has(name) ? targetsOf(name, value) : [];
        return [name, !link ? value : Array.isArray(value) ? [link, ...more].map(withName) : withName(link)];
      }),
    ),
    ...(state.by ? { by: { id: state.by.id, ...nameOf(titles, state.by.id) } } : {}),
  });
}
const nameOf = (titles: ReadonlyMap<string, string>, id: string): { readonly name?: string } => {
  const name = titles.get(id);
  return name === undefined ? {} : { name };
};
