import type { Transaction } from "../../platform/db/database.ts";
import { ident } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { elevate } from "../kernel/elevate.ts";
import type { Context } from "../kernel/context.ts";
import { tableOf } from "../schema/names.ts";
import { type Item, isLive, keyOf, refuseItem, invalid } from "./batch.ts";
import { answerTakenIds } from "./check-ids.ts";
import { seekLinks, targetOf } from "./check-links.ts";
import { checkVersions } from "./check-versions.ts";
import type { Operation, SaveRequest } from "../kernel/save-request.ts";
import { levelOf, type LineLink, lineLinksOf } from "./documents.ts";
import { linesBesides } from "./lines-besides.ts";
import { lockRecords } from "./lock-records.ts";
import { recordMessages } from "./messages.ts";
import { hasLines, lineOperations } from "./nested.ts";
import { type Group, openItems } from "./open-items.ts";
import { openWrite, type OpenedWrite } from "./open-write.ts";
import { withLabel } from "../values/field-reason.ts";
import { requireMatch } from "./require-match.ts";
import { rewritePast } from "./rewrite-past.ts";
import { takeValues } from "./take-values.ts";
import { hangsTogether, type KeptList, keptLists } from "./work-out-document.ts";

/** Items of one object within a document, all by the same right. */
export interface Part {
  readonly object: CatalogObject;
  readonly items: readonly Item[];
  /** By whose right they are written: lines and parents by right of what they come with. */
  readonly context: Context;
  /** Whose values they are. */
  readonly giver: Context;
  /** Parents that nobody named: in the write because their lines are. */
  readonly implied: boolean;
  /** Lines that nobody named: in the write because the document is worked out of all of them. */
  readonly besides?: true;
}
/** A line and the record that lists it, both in this write. */
export interface Attachment {
  readonly line: Item;
  readonly parent: Item;
  readonly link: LineLink;
}
/** Records of one write that are locked, checked and versioned together: parents before their lines. */
export interface Document {
  readonly parts: readonly Part[];
  readonly attachments: readonly Attachment[];
  /** Documents whose lines are all here, so that order and amounts can be worked out. */
  readonly kept: readonly KeptList[];
  /** Lines that came in their parent's values: either is written only with the other. */
  readonly together: ReadonlySet<Item>;
  readonly opened: Promise<OpenedWrite>;
}
export interface Opening {
  readonly tx: Transaction;
  /** Who writes, and whose values it are. */
  readonly context: Context;
  /**
   * Keys of records whose document is not opened for a change of their lines: it is written by the operation
   * that caused this one.
   */
  readonly settled: ReadonlySet<string>;
  readonly request: Pick<SaveRequest, "road" | "match">;
  /** Keys of records that this one's rules may link to without their being looked up. */
  readonly written: ReadonlySet<string>;
}

/**
 * Locks what a write names together with the documents it belongs to, parents first and in id order, and
 * takes the given values. A line that is written alone brings its parent, lines among a parent's values come
 * with it.
 */
export async function openDocument(opening: Opening, groups: readonly Group[]): Promise<Document> {
  const { tx, context } = opening;
  const given = groups.map(({ object, items }): Part => ({
    object,
    items,
    context,
    giver: context,
    implied: false,
  }));
  const [only, ...more] = given;
  if (only && more.length === 0 && isAlone(context, only)) return openAlone(opening, only);
  const byRight = elevate(context, "a document and its lines are written by right of each other");
  const parts: Part[] = [];
  const together = new Set<Item>();
  const open = async (wanted: readonly Part[]): Promise<void> => {
    for (const part of inOrder(context, [
      ...wanted,
      ...(await impliedParents(opening, byRight, wanted, parts)),
    ])) {
      await openPart(opening, part);
      parts.push(part);
    }
  };
  await open(given);
  for (let level: readonly Part[] = given; level.length > 0;) {
    const next: Part[] = [];
    for (const part of level) next.push(...(await partsBelow(tx, byRight, context, part)));
    for (const part of next) for (const item of part.items) together.add(item);
    await open(next);
    level = next;
  }
  // A line that was moved while its parent was looked up has another one now.
  for (const part of await impliedParents(opening, byRight, parts, parts)) {
    await openPart(opening, part);
    parts.push(part);
  }
  const { ordered, attachments, kept } = await withAllLines(opening, byRight, parts);
  requireMatch(opening.request, ordered, attachments);
  refuseAfterParents(ordered, attachments);
  return { parts: ordered, attachments, together, kept, opened: sendOpening(opening, ordered) };
}

/** The parts with the further lines of documents that are worked out of all their lines. */
async function withAllLines(opening: Opening, byRight: Context, parts: readonly Part[]) {
  const { tx, context } = opening;
  const known = inOrder(context, parts);
  const attached = attach(context, known);
  const kept = keptLists(known, attached);
  const besides = await linesBesides(tx, byRight, kept, known);
  for (const part of besides) await openPart(opening, part);
  if (besides.length === 0) return { ordered: known, attachments: attached, kept };
  const ordered = inOrder(context, [...known, ...besides]);
  return { ordered, attachments: attach(context, ordered), kept };
}

/** Numbers of the log for every record of the document. Nobody waits for them before they are needed. */
function sendOpening({ tx, context }: Opening, parts: readonly Part[]): Promise<OpenedWrite> {
  const opened = openWrite(
    tx,
    context,
    parts.reduce((sum, part) => sum + part.items.length, 0),
  );
  opened.catch(() => undefined);
  return opened;
}

/**
 * Records of an object without lines, that are lines of nothing: the numbers are sent for behind the lock,
 * which the database gives first.
 */
async function openAlone(opening: Opening, part: Part): Promise<Document> {
  const locked = lockRecords(opening.tx, part.context, part.object, part.items, part.giver);
  seekLinks(opening.tx, part.giver, part.object, part.items, opening.written);
  const opened = sendOpening(opening, [part]);
  await locked;
  await takeGiven(opening.tx, part);
  requireMatch(opening.request, [part], []);
  return { parts: [part], attachments: [], together: new Set(), kept: [], opened };
}
const isAlone = (context: Context, { object, items }: Part): boolean =>
  lineLinksOf(context.catalog, object).length === 0 &&
  !hangsTogether(object) &&
  !items.some((item) => hasLines(item));

const inOrder = (context: Context, parts: readonly Part[]): Part[] =>
  parts.toSorted(
    (one, other) =>
      levelOf(context.catalog, one.object) - levelOf(context.catalog, other.object) ||
      Number(other.implied) - Number(one.implied),
  );

async function openPart({ tx, written }: Opening, part: Part): Promise<void> {
  const locked = lockRecords(tx, part.context, part.object, part.items, part.giver);
  if (!part.implied) seekLinks(tx, part.giver, part.object, part.items, written);
  await locked;
  if (!part.implied) await takeGiven(tx, part);
}

async function takeGiven(tx: Transaction, { object, items, context, giver }: Part): Promise<void> {
  await answerTakenIds(tx, giver, object, items);
  const open = items.filter((item) => !item.unchanged);
  await checkVersions(tx, giver, open);
  takeValues(context, open, giver);
  await rewritePast(tx, context, object, open);
}

/** The lines that the items' values ask for, one part for each object. */
async function partsBelow(
  tx: Transaction,
  byRight: Context,
  giver: Context,
  { items }: Part,
): Promise<Part[]> {
  const lines = await lineOperations(
    tx,
    byRight,
    items.filter((item) => isLive(item) && !item.unchanged),
  );
  const byObject = new Map<string, Operation[]>();
  for (const { operations } of lines)
    for (const one of operations) byObject.set(one.object, [...(byObject.get(one.object) ?? []), one]);
  return [...byObject.values()].flatMap((operations): Part[] => {
    const opened = openItems(giver, operations).items;
    const [first] = opened;
    return first ? [{ object: first.object, items: opened, context: byRight, giver, implied: false }] : [];
  });
}

/** Parents of lines in these parts that are not in the write yet, and theirs, and so on. */
async function impliedParents(
  opening: Opening,
  byRight: Context,
  parts: readonly Part[],
  opened: readonly Part[],
): Promise<Part[]> {
  const { context, settled } = opening;
  const known = new Set(
    [...parts, ...opened].flatMap(({ object, items }) => items.map((item) => keyOf(object.name, item.id))),
  );
  const found: Part[] = [];
  for (let level: readonly Part[] = parts; level.length > 0;) {
    const wanted = new Map<CatalogObject, Set<string>>();
    for (const part of level) {
      for (const link of lineLinksOf(context.catalog, part.object)) {
        for (const id of await parentsOf(opening, part, link)) {
          const key = keyOf(link.parent.name, id);
          if (known.has(key) || settled.has(key)) continue;
          known.add(key);
          wanted.set(link.parent, (wanted.get(link.parent) ?? new Set()).add(id));
        }
      }
    }
    level = [...wanted].map(([object, ids]): Part => {
      const operations = [...ids]
        .toSorted()
        .map((id): Operation => ({ op: "update", object: object.name, id, values: {} }));
      return {
        object,
        items: openItems(byRight, operations).items,
        context: byRight,
        giver: context,
        implied: true,
      };
    });
    found.push(...level);
  }
  return found;
}

/** Ids of the records that the lines of a part belong to, before and after the write. */
async function parentsOf(
  { tx, context }: Opening,
  { object, items }: Part,
  { via, parent }: LineLink,
): Promise<string[]> {
  const live = items.filter((item) => isLive(item) && !item.unchanged);
  const stored = live.filter((item) => item.operation.op !== "create" && !item.row).map((item) => item.id);
  const field = object.byName[via];
  if (!field) return [];
  const several = field.kind === "link" && field.targets.length > 1;
  const rows =
    stored.length === 0
      ? []
      : await tx.query<{ parent: string }>({
          text: `select distinct ${ident(via)} as parent from ${tableOf(context.workspace, object.name)} where id = any($1::uuid[]) and ${ident(via)} is not null${several ? ` and ${ident(`${via}__object`)} = $2` : ""}`,
          values: several ? [stored, parent.name] : [stored],
        });
  const told = live.flatMap((item) =>
    [item.before, item.after, "values" in item.operation ? (item.operation.values ?? null) : null].flatMap(
      (values) => idIn(field, parent, values),
    ),
  );
  return [...new Set([...rows.map((row) => row.parent), ...told])];
}
function idIn(
  field: CatalogObject["fields"][number],
  parent: CatalogObject,
  values: Readonly<Values> | null,
): string[] {
  const target = targetOf(field, values?.[field.name]);
  return target && target.object === parent.name && typeof target.id === "string" && UUID.test(target.id)
    ? [target.id.toLowerCase()]
    : [];
}
const UUID = /^[0-9a-f-]{36}$/i;

/** Which lines belong to which records of the write; a line that moves belongs to both. */
function attach(context: Context, parts: readonly Part[]): Attachment[] {
  const all = new Map(
    parts.flatMap(({ object, items }) => items.map((item) => [keyOf(object.name, item.id), item] as const)),
  );
  return parts.flatMap(({ object, items }) =>
    lineLinksOf(context.catalog, object).flatMap((link) =>
      items.flatMap((line) => {
        const field = object.byName[link.via];
        const ids =
          field && !line.unchanged
            ? [line.before, line.after].flatMap((values) => idIn(field, link.parent, values))
            : [];
        return [...new Set(ids)].flatMap((id): Attachment[] => {
          const parent = all.get(keyOf(link.parent.name, id));
          return parent ? [{ line, parent, link }] : [];
        });
      }),
    ),
  );
}

/**
 * Lines are not written without the parent that was named with them; a deleted parent's lines stay deleted.
 */
function refuseAfterParents(parts: readonly Part[], attachments: readonly Attachment[]): void {
  const implied = new Set(parts.filter((part) => part.implied).flatMap((part) => part.items));
  for (const { line, parent, link } of attachments) {
    if (isLive(parent)) continue;
    if (!implied.has(parent)) refuseItem(line, parent.refusal ?? invalid([]));
    else if (line.operation.op === "restore")
      refuseItem(
        line,
        invalid([
          {
            code: "link_missing",
            field: link.via,
            text: withLabel(recordMessages.parent_gone, { label: link.parent.label }),
          },
        ]),
      );
  }
}
