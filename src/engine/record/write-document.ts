import type { Values } from "../../shared/metadata/object.ts";
import { type Item, isLive, keyOf, refuseItem } from "./batch.ts";
import { isVersioned } from "./changed-fields.ts";
import { targetOf } from "./check-links.ts";
import type { Operation } from "../kernel/save-request.ts";
import { deriveValues } from "./derive-values.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Attachment, Document, Part } from "./open-document.ts";
import type { OpenedWrite } from "./open-write.ts";
import { workOutDocument, type WorkedOutValues } from "./work-out-document.ts";
import { checkPart, type Writing, writePart } from "./write-part.ts";

/** What else must be written in the transaction. */
export interface Further {
  /** Binned or restored together with the records. */
  readonly together: readonly Operation[];
  /** What rules ask for, and tags. */
  readonly others: readonly Operation[];
  /** A record was refused after lines of its document had been written: nothing of the write may stay. */
  readonly undone: boolean;
}

/**
 * Checks and writes the records of a document, lines before their parents: whatever a parent's conditions,
 * rules and gates read of its lines, its roll-ups included, is in the database as it will be. Lines that read
 * their parent find it as it will be through `pending`.
 */
export async function writeDocument(given: Omit<Writing, "awaited">, document: Document): Promise<Further> {
  const writing: Writing = { ...given, awaited: madeParents(document) };
  const pending = pendingOf(document);
  const worked: WorkedOutValues = new Map();
  const workedOut = (object: string, id: string) => worked.get(keyOf(object, id));
  const parts = document.parts.map((part): Part => ({
    ...part,
    context: { ...part.context, pending, workedOut },
    giver: { ...part.giver, pending, workedOut },
  }));
  const places = new Map(parts.flatMap((part) => part.items).map((item, index) => [item, index]));
  const numbersOf = async (items: readonly Item[]): Promise<OpenedWrite> => {
    const { seqs, now } = await document.opened;
    return { now, seqs: items.map((item) => seqs[places.get(item) ?? 0] ?? 0) };
  };
  const taken = new Map([
    ...(await completeParents(writing, document, parts)),
    ...(await workOut(writing, document, parts, worked)),
  ]);
  const written: Item[] = [];
  const together: Operation[] = [];
  const others: Operation[] = [];
  for (const part of parts.toReversed()) {
    for (const item of part.items) Object.assign(item, taken.get(item));
    sumLines(document, part);
    const checked = await checkPart(writing, part);
    refuseTogether(document);
    if (writing.hasFailed()) break;
    others.push(...(await writePart(writing, part, checked, numbersOf)));
    written.push(...checked.working.filter(isLive));
    together.push(...checked.together);
  }
  return { together, others, undone: !written.every(isLive) };
}

const madeParents = ({ attachments }: Document): ReadonlySet<string> =>
  new Set(
    attachments.flatMap(({ parent }) =>
      parent.operation.op === "create" && isLive(parent) ? [keyOf(parent.object.name, parent.id)] : [],
    ),
  );

/** The records of the document as they will be. */
function pendingOf({ parts, attachments }: Document): (object: string, id: string) => Values | undefined {
  if (attachments.length === 0) return () => undefined;
  const all = new Map(
    parts.flatMap(({ object, items }) => items.map((item) => [keyOf(object.name, item.id), item] as const)),
  );
  return (object, id) => {
    const item = all.get(keyOf(object, id));
    return item && isLive(item) && item.operation.op !== "delete" ? item.after : undefined;
  };
}

/**
 * Parents with values of their own are completed once for their lines to read. Gives what had been taken
 * before: they are completed again from there when the lines are known.
 */
async function completeParents(
  { tx, request }: Writing,
  { attachments }: Document,
  parts: readonly Part[],
): Promise<ReadonlyMap<Item, Taken>> {
  const parents = new Set(attachments.map(({ parent }) => parent));
  const taken = new Map<Item, Taken>();
  for (const { object, items, context, implied } of parts) {
    const read = implied ? [] : items.filter((item) => parents.has(item) && isLive(item) && !item.unchanged);
    for (const item of read)
      taken.set(item, { after: { ...item.after }, past: item.past.map((state) => ({ ...state })) });
    if (read.length > 0) await deriveValues(tx, context, object, read, request);
  }
  return taken;
}
type Taken = Pick<Item, "after" | "past">;

/**
 * Completes the lines of documents that have amounts, and works those out. What had been taken of the lines
 * before comes back: they are completed again with what was worked out.
 */
async function workOut(
  { tx, request }: Writing,
  { kept, attachments }: Document,
  parts: readonly Part[],
  worked: WorkedOutValues,
): Promise<ReadonlyMap<Item, Taken>> {
  const taken = new Map<Item, Taken>();
  if (kept.length === 0) return taken;
  const lists = new Set(kept.map(({ list }) => list));
  const lines = new Set(attachments.flatMap(({ line, link }) => (lists.has(link.list) ? [line] : [])));
  for (const { object, items, context, besides } of parts) {
    const read = besides ? [] : items.filter((item) => lines.has(item) && isLive(item) && !item.unchanged);
    for (const item of read)
      taken.set(item, { after: { ...item.after }, past: item.past.map((state) => ({ ...state })) });
    if (read.length > 0) await deriveValues(tx, context, object, read, request);
  }
  const [first] = parts;
  if (first) for (const one of kept) workOutDocument(first.context, one, attachments, worked);
  return taken;
}

/**
 * Says of every parent in a part which lines this write adds, changes and removes. A parent that is here for
 * its lines alone has nothing to write where there are none.
 */
function sumLines({ attachments }: Document, { items, implied, besides }: Part): void {
  if (besides) return;
  const parents = new Set(items);
  for (const { line, parent, link } of attachments) {
    if (
      !parents.has(parent) ||
      (parent.operation.op !== "update" && parent.operation.op !== "create") ||
      !isLive(line) ||
      line.unchanged ||
      !isVersioned(line)
    )
      continue;
    const via = line.object.byName[link.via];
    const isIn = (values: Values | null): boolean =>
      via !== undefined && targetOf(via, values?.[link.via])?.id === parent.id;
    const was = line.operation.op !== "restore" && isIn(line.before);
    const is = line.operation.op !== "delete" && isIn(line.after);
    const sum = parent.lines.get(link.list.name) ?? { added: [], changed: [], removed: [] };
    parent.lines.set(link.list.name, sum);
    sum[was && is ? "changed" : is ? "added" : "removed"].push(line.id);
  }
  if (implied) for (const item of items) item.unchanged = item.lines.size === 0;
}

/**
 * A line and the parent it came with are refused together; whoever changes a line alone is told what its
 * parent says.
 */
function refuseTogether({ attachments, together, parts }: Document): void {
  const implied = new Set(parts.filter((part) => part.implied).flatMap((part) => part.items));
  for (let before = -1, refused = 0; refused > before;) {
    before = refused;
    refused = 0;
    for (const { line, parent, link } of attachments) {
      // A parent that is only looked for and deleted is no reason.
      if (parent.refusal && !(implied.has(parent) && parent.refusal.status === 404))
        refuseItem(line, {
          ...parent.refusal,
          extra: { ...parent.refusal.extra, document: { object: parent.object.name, id: parent.id } },
        });
      if (line.refusal && together.has(line))
        refuseItem(parent, {
          ...line.refusal,
          extra: { ...line.refusal.extra, line: { field: link.list.name, id: line.id } },
        });
      refused += Number(!isLive(line)) + Number(!isLive(parent));
    }
  }
  for (const part of parts) for (const parent of part.items) tellLines(parent, attachments, together);
}

/** A parent that is refused for its lines says of each of them what is wrong with it. */
function tellLines(parent: Item, attachments: readonly Attachment[], together: ReadonlySet<Item>): void {
  const { refusal } = parent;
  if (!refusal?.extra?.["line"]) return;
  const reasons = attachments.flatMap(({ line, parent: of, link }): Reason[] => {
    const own = of === parent && together.has(line) ? line.refusal : null;
    if (!own || own.extra?.["document"]) return [];
    const { code, text, params } = own;
    const said = own.reasons.length > 0 ? own.reasons : [{ code, text, ...(params ? { params } : {}) }];
    return said.map((reason) => ({ ...reason, line: { field: link.list.name, id: line.id } }));
  });
  parent.refusal = { ...refusal, reasons };
}
