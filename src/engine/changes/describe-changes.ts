import { pointedAt, pointersOf } from "../../shared/metadata/further-links.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import type { Actor, Described } from "../../shared/wire/changes.contract.ts";
import { readsStage } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import type { LoggedChange } from "../kernel/hooks.ts";
import { readablePart } from "./read-feed.ts";
import { tellEvents } from "./record-events.ts";
import { type InState, rightsInState } from "./rights-in-state.ts";
import { titlesFor } from "./titles-for.ts";

/** `kept`: what stands in for values that were erased, by path. */
export type Logged = LoggedChange & {
  readonly author: string | null;
  readonly kept: Readonly<Record<string, object>> | null;
};

/**
 * Lines of the log as people read them: of `object` itself (or of whichever object a line is of) with the
 * fields that the caller may read, of what is told along with a record as its module tells it. Lines that say
 * nothing are left out. Set-wise.
 */
export async function describeChanges(
  context: Context,
  rows: readonly Logged[],
): Promise<readonly Described[]> {
  const own = rows.filter((row) => !isEvent(context, row));
  const links = own.flatMap((row) => {
    const object = context.catalog.object(row.object);
    return object ? linked(object, [row]) : [];
  });
  const [titles, events, rights] = await Promise.all([
    titlesFor(context, links),
    tellEvents(context, rows),
    rightsInState(context, own),
  ]);
  return rows.flatMap((row): readonly Described[] => {
    const object = context.catalog.object(row.object);
    if (isEvent(context, row)) {
      const event = events.get(row.seq);
      return event ? [eventEntry(row, event)] : [];
    }
    return object ? [describe(context, object, row, titles, rights)] : [];
  });
}
const isEvent = ({ hooks }: Context, row: Logged): boolean =>
  (hooks.events ?? []).some(({ object }) => object === row.object);

/** What is told of another record: who did it and how, and what its module says of it. */
function eventEntry(row: Logged, event: Values): Described {
  const { seq, at, kind, version, road } = row;
  return {
    seq,
    at,
    kind,
    version,
    road,
    actor: actorOf(row),
    changes: [],
    note: {},
    imported_past: false,
    about: row.object,
    event,
  };
}
const actorOf = (row: Logged): Actor => ({
  id: row.actor,
  name: row.actor ? row.author : null,
  kind: row.actor_kind,
});

/** Files and people that the evidence of a move names. */
const evidenceOf = (row: Logged): Readonly<Values> =>
  isMap(row.note?.["evidence"]) ? row.note["evidence"] : {};
const listOf = (value: WireValue | undefined): readonly WireValue[] => (Array.isArray(value) ? value : []);

function linked(object: CatalogObject, given: readonly Logged[]): { object: string; id: string }[] {
  const fields = object.fields.filter((field) => pointedAt(field).length > 0);
  const rows = given.filter((row) => row.object === object.name);
  const files = rows.flatMap((row) =>
    listOf(evidenceOf(row)["files"]).map((file) => ({ object: "file", id: String(file) })),
  );
  const people = rows.flatMap((row) =>
    listOf(evidenceOf(row)["consents"]).flatMap((one) =>
      isMap(one) && one["by"] ? [{ object: "user", id: String(one["by"]) }] : [],
    ),
  );
  const links = rows.flatMap((row) =>
    fields.flatMap((field) =>
      [row.before[field.name], row.after[field.name]].flatMap((value) =>
        pointersOf(value, pointedAt(field)[0] ?? ""),
      ),
    ),
  );
  return [...links, ...files, ...people];
}

/** Evidence as people read it: files and consents by name, as far as the reader may see them. */
function shownEvidence(row: Logged, titles: ReadonlyMap<string, string>): Values {
  const evidence = evidenceOf(row);
  const files = listOf(evidence["files"]).map((file) => ({
    id: String(file),
    name: titles.get(String(file)) ?? null,
  }));
  const consents = listOf(evidence["consents"]).flatMap((one) =>
    isMap(one) ? [{ by: titles.get(String(one["by"])) ?? null, at: one["at"] ?? null }] : [],
  );
  return {
    ...evidence,
    ...(files.length > 0 ? { files } : {}),
    ...(consents.length > 0 ? { consents } : {}),
  };
}

function describe(
  context: Context,
  object: CatalogObject,
  row: Logged,
  titles: ReadonlyMap<string, string>,
  rights: InState,
): Described {
  const after = readablePart(context, object, row.after, rights.get(row.record));
  const isErased = (path: string, value: WireValue | undefined): boolean =>
    (value ?? null) === null && "digest" in (row.kept?.[path] ?? {});
  const shown = (side: "before" | "after", name: string, value: WireValue | undefined) => {
    const field = object.byName[name];
    const names = field
      ? pointersOf(value, pointedAt(field)[0] ?? "").flatMap(({ id }) => titles.get(id) ?? [])
      : [];
    const title =
      field && pointedAt(field).length > 0 && names.length > 0 ? { title: names.join(" · ") } : {};
    return {
      value: value ?? null,
      ...title,
      ...(isErased(`${side}.${name}`, value) ? { erased: true } : {}),
    };
  };
  const changes = Object.keys(after).map((name) => ({
    field: name,
    before: shown("before", name, row.before[name]),
    after: shown("after", name, after[name]),
  }));
  const { past: _past, ...note } = readsStage(context, object)
    ? (row.note ?? {})
    : withoutMove(row.note ?? {});
  return {
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    version: row.version,
    road: row.road,
    actor: actorOf(row),
    changes,
    note: "evidence" in note ? { ...note, evidence: shownEvidence(row, titles) } : note,
    imported_past: row.note?.["past"] !== undefined,
  };
}

/**
 * A note as whoever may not know the stage reads it: by what the change was caused, nothing of a gate, of
 * stages left out or of evidence.
 */
export function withoutMove({ cause, past }: Readonly<Values>): Values {
  return { ...(cause === undefined ? {} : { cause }), ...(past === undefined ? {} : { past }) };
}
