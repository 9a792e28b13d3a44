import type { Context } from "../../../../engine/context.ts";
import type { LoggedChange, React } from "../../../../engine/hooks.ts";
import { tableOf } from "../../../../engine/schema/names.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf, type Shape } from "../../../../shared/metadata/record-of.ts";
import { isMap, linkedId } from "../../../../shared/metadata/wire-value.ts";
import { findMentions } from "./find-mentions.ts";
import { type Notice, notify } from "./notify.ts";
import { ownKinds } from "./own-kinds.ts";

const SPOKEN = ["note", "activity", "task"];
const LONG_WORK = ["import", "job"];
/** Filling the system is nobody's news. */
const QUIET = ["seed", "setup", "import"];

/** Tells people what is now theirs, where they were named, and how what they started has ended. */
export const notifyPeople: React = {
  word: "react",
  name: "notifications.people",
  label: label("通知相关人员", "Notifies the people concerned"),
  applies: ({ name, sharing }) => sharing === "owner" || SPOKEN.includes(name) || LONG_WORK.includes(name),
  run: async (context, change) => {
    if (change.kind !== "create" && change.kind !== "update") return;
    if (LONG_WORK.includes(change.object)) return notify(context, change, await ended(context, change));
    if (QUIET.includes(change.road)) return;
    await notify(context, change, [
      ...(await mentioned(context, change)),
      ...handedOver(change),
      ...(await emptied(context, change)),
    ]);
  },
};

const self = ({ object, record }: LoggedChange) => ({ object, id: record });

function handedOver(change: LoggedChange): readonly Notice[] {
  const { owner } = partOf(anyRecord, change.after);
  if (!owner || owner === partOf(anyRecord, change.before).owner) return [];
  if (change.object === "note" || change.object === "activity") return [];
  return [
    {
      recipient: owner,
      kind: change.object === "task" ? ownKinds.task : ownKinds.handed_over,
      regarding: self(change),
    },
  ];
}

/** What the log notes of a change that another one brought. */
interface Cause {
  readonly object?: WireValue;
  readonly note?: WireValue;
}
/** A link of a record that was emptied because its target was deleted: news for the record's owner. */
async function emptied(context: Context, change: LoggedChange): Promise<readonly Notice[]> {
  const { object, record, before, after, note } = change;
  const noted = note?.["cause"];
  const cause: Cause = isMap(noted) ? noted : {};
  const fields = context.catalog.object(object);
  if (fields?.sharing !== "owner" || cause.note !== "deleted") return [];
  const field = Object.keys(after)
    .flatMap((name) => fields.byName[name] ?? [])
    .find(({ name }) => (after[name] ?? null) === null && (before[name] ?? null) !== null);
  if (!field) return [];
  const [row] = await context.db.query<{ owner: string | null }>({
    text: `select owner from ${tableOf(context.workspace, object)} where id = $1`,
    values: [record],
  });
  if (!row?.owner) return [];
  const target = { object: String(cause.object), id: linkedId(before[field.name]) };
  return [
    {
      recipient: row.owner,
      kind: ownKinds.link_emptied,
      params: { field: field.label, target },
      regarding: self(change),
      topic: field.name,
    },
  ];
}

async function mentioned(context: Context, change: LoggedChange): Promise<readonly Notice[]> {
  if (!SPOKEN.includes(change.object)) return [];
  const people = await findMentions(context, change.before, change.after);
  if (people.length === 0) return [];
  const regarding = (await regardingOf(context, change)) ?? self(change);
  return people.map((recipient): Notice => ({ recipient, kind: ownKinds.mention, regarding }));
}

async function regardingOf(
  context: Context,
  { object, record }: LoggedChange,
): Promise<{ object: string; id: string } | null> {
  const [row] = await context.db.query<{ object: string | null; id: string | null }>({
    text: `select regarding__object as object, regarding as id from ${tableOf(context.workspace, object)} where id = $1`,
    values: [record],
  });
  return row?.object && row.id ? { object: row.object, id: row.id } : null;
}

/** Imports and jobs say how they stand. */
const work = {
  fields: { status: { kind: "text", label: label("状态", "Status") } },
} as const satisfies Shape;
interface Ended {
  readonly owner: string | null;
  /** Of an import. */
  readonly dry_run?: boolean | null;
  readonly file?: string | null;
  readonly created?: number | null;
  readonly updated?: number | null;
  readonly failed?: number | null;
  /** Of a job. */
  readonly done?: number | null;
  readonly refused?: number | null;
}
async function ended(
  context: Context,
  { object, record, before, after }: LoggedChange,
): Promise<readonly Notice[]> {
  const { status } = partOf(work, after);
  if ((status !== "done" && status !== "failed") || partOf(work, before).status === status) return [];
  const columns =
    object === "import"
      ? "owner, dry_run, file_name as file, created, updated, failed"
      : "owner, done, refused";
  const [row] = await context.db.query<Ended>({
    text: `select ${columns} from ${tableOf(context.workspace, object)} where id = $1`,
    values: [record],
  });
  if (!row) return [];
  const { owner: recipient, dry_run, ...params } = row;
  if (recipient === null || dry_run === true) return [];
  return [
    {
      recipient,
      kind: object === "import" ? ownKinds[`import_${status}`] : ownKinds[`job_${status}`],
      params: { ...params, id: record },
      own: true,
    },
  ];
}
