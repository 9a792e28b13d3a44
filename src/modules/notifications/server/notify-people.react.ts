import type { Context } from "../../../engine/context.ts";
import type { LoggedChange, React } from "../../../engine/hooks.ts";
import { tableOf } from "../../../engine/schema/names.ts";
import { label } from "../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { findMentions } from "./find-mentions.ts";
import { type Notice, notify } from "./notify.ts";

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

const idOf = (value: WireValue | undefined): string | null => (typeof value === "string" ? value : null);
const self = ({ object, record }: LoggedChange) => ({ object, id: record });

function handedOver(change: LoggedChange): readonly Notice[] {
  const owner = idOf(change.after["owner"]);
  if (owner === null || owner === change.before["owner"]) return [];
  if (change.object === "note" || change.object === "activity") return [];
  return [
    { recipient: owner, kind: change.object === "task" ? "task" : "handed_over", regarding: self(change) },
  ];
}

/** A link of a record that was emptied because its target was deleted: news for the record's owner. */
async function emptied(context: Context, change: LoggedChange): Promise<readonly Notice[]> {
  const { object, record, before, after, note } = change;
  const cause = note?.["cause"];
  const fields = context.catalog.object(object);
  if (fields?.sharing !== "owner" || !isMap(cause) || cause["note"] !== "deleted") return [];
  const field = Object.keys(after)
    .flatMap((name) => fields.byName[name] ?? [])
    .find(({ name }) => (after[name] ?? null) === null && (before[name] ?? null) !== null);
  if (!field) return [];
  const [row] = await context.db.query<{ owner: string | null }>({
    text: `select owner from ${tableOf(context.workspace, object)} where id = $1`,
    values: [record],
  });
  if (!row?.owner) return [];
  const target = { object: String(cause["object"]), id: linkedId(before[field.name]) };
  return [
    {
      recipient: row.owner,
      kind: "link_emptied",
      params: { field: field.label, target },
      regarding: self(change),
      topic: field.name,
    },
  ];
}
const isMap = (value: WireValue | undefined): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const linkedId = (value: WireValue | undefined): string => String(isMap(value) ? value["id"] : value);

async function mentioned(context: Context, change: LoggedChange): Promise<readonly Notice[]> {
  if (!SPOKEN.includes(change.object)) return [];
  const people = await findMentions(context, change.before, change.after);
  if (people.length === 0) return [];
  const regarding = (await regardingOf(context, change)) ?? self(change);
  return people.map((recipient): Notice => ({ recipient, kind: "mention", regarding }));
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

async function ended(
  context: Context,
  { object, record, before, after }: LoggedChange,
): Promise<readonly Notice[]> {
  const status = after["status"];
  if ((status !== "done" && status !== "failed") || before["status"] === status) return [];
  const columns =
    object === "import"
      ? "owner, dry_run, file_name as file, created, updated, failed"
      : "owner, done, refused";
  const [row] = await context.db.query<Values>({
    text: `select ${columns} from ${tableOf(context.workspace, object)} where id = $1`,
    values: [record],
  });
  const recipient = idOf(row?.["owner"]);
  if (!row || recipient === null || row["dry_run"] === true) return [];
  const { owner: _owner, dry_run: _dryRun, ...params } = row;
  return [
    {
      recipient,
      kind: object === "import" ? `import_${status}` : `job_${status}`,
      params: { ...params, id: record },
      own: true,
    },
  ];
}
