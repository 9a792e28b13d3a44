import { createContext, use } from "react";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { TimelineEntry } from "../../../../shared/wire/changes.contract.ts";
import { can, useObjects } from "../../../data/objects.ts";
import { idOf } from "../../../data/values.ts";

/** What is commented on: a record, or one of its changes by number. */
export interface CommentPlace {
  readonly object: string;
  readonly id: string;
  readonly change: number | null;
  /** The first comment of the thread that it answers; null: it begins one. */
  readonly thread: string | null;
}
/** An entry of a timeline as it is commented on. */
export interface CommentedEntry {
  readonly place: CommentPlace;
  readonly count: number;
  /** Reads the timeline again. */
  readonly onChanged: () => void;
}
/** Of the entry that is drawn; null: nothing is commented on here. */
export const CommentedEntryContext = createContext<CommentedEntry | null>(null);
/** Opens the comments of the entry; null where there are none. */
export const OpenCommentsContext = createContext<(() => void) | null>(null);
export const useOpenComments = (): (() => void) | null => use(OpenCommentsContext);

/** What a comment may be about, as its definition says. */
const TARGETS: readonly string[] = comment.fields.regarding.targets;

/** Whether the reader may write comments about records of an object. */
export function useMayComment(): (object: string) => boolean {
  const info = useObjects().get(comment.name);
  const link = info?.byName["regarding"];
  const targets = link?.kind === "link" ? link.targets : TARGETS;
  const may = info !== undefined && can(info, "create");
  return (object) => may && targets.includes(object);
}

/** Where comments on an entry in the timeline of a record go; null: on this one there are none. */
export function placeOf(entry: TimelineEntry, object: string, record: Values): CommentPlace | null {
  const { type, data, of } = entry;
  const change = data["seq"];
  if (typeof change === "number")
    return { object: of?.object ?? object, id: of?.id ?? idOf(record), change, thread: null };
  return type === comment.name ? null : { object: type, id: idOf(data), change: null, thread: null };
}

/** A condition of the comments in one place. */
export const filterOf = ({ id, change }: CommentPlace): string =>
  `regarding == ${JSON.stringify(id)} && about_change == ${change ?? "null"}`;

/** What is sent of a comment beside its content. */
export const valuesOf = ({ object, id, change, thread }: CommentPlace): Values => ({
  regarding: { object, id },
  ...(thread === null ? {} : { reply_to: thread }),
  ...(change === null ? {} : { about_change: change }),
});

/** Where a comment stands; an answer goes there, too. */
export function placeOfComment(record: Values): CommentPlace {
  const { regarding, about_change, reply_to } = partOf(comment, record);
  return {
    object: regarding?.object ?? "",
    id: regarding?.id ?? "",
    change: about_change ?? null,
    thread: reply_to ?? null,
  };
}
