import type { ReactNode } from "react";
import { Link } from "react-router";
import { comment } from "../../../objects/work/comment/comment.object.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { type ObjectInfo, useObjects } from "../../data/objects.ts";
import type { TimelineEntry } from "../../../shared/wire/changes.contract.ts";
import { idOf, textValue } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { monthText } from "../../kit/time-text.ts";
import { useEventLine } from "../panels.tsx";
import { AttachedEvent } from "./AttachedEvent.tsx";
import { byMonth, isLine } from "./by-month.ts";
import {
  type CommentedEntry,
  CommentedEntryContext,
  placeOf,
  useMayComment,
} from "./comments/comment-place.ts";
import { CommentEvent } from "./comments/CommentEvent.tsx";
import { Receipts } from "./comments/Receipts.tsx";
import { ChangeEvent } from "./event-words.tsx";
import { foldTakenBack } from "./taken-back.ts";
import * as styles from "./timeline.module.css";

export interface TimelineEntriesProps {
  readonly object: ObjectInfo;
  /** Whose timeline it is. */
  readonly record: Values;
  readonly entries: readonly TimelineEntry[];
  /** See `AttachedEvent`. */
  readonly onChanged: (() => void) | null;
}
/** Month by month: records that hang on this one, lines of the modules, changes, each with its comments. */
export function TimelineEntries({ entries, ...around }: TimelineEntriesProps) {
  const { language } = useLanguage();
  const lineFor = useEventLine();
  const commented = useCommented(around);
  const comments = entries.flatMap(({ type, data }) => (type === comment.name ? [idOf(data)] : []));
  const months = byMonth(foldTakenBack(entries)).map((month) => (
    <section key={month.month}>
      <h3 className={styles.month}>{monthText(month.month, language)}</h3>
      <ol>
        {month.entries.map((entry) => {
          const Line = lineFor(textValue(entry.data.about));
          const { of } = entry;
          const where = of ? <Around of={of} /> : null;
          return (
            <CommentedEntryContext key={keyOf(entry)} value={commented(entry)}>
              {Line ? (
                <Line entry={entry.data} around={where} />
              ) : (
                <Entry entry={entry} where={where} {...around} />
              )}
            </CommentedEntryContext>
          );
        })}
      </ol>
    </section>
  ));
  return <Receipts ids={around.onChanged ? comments : NONE}>{months}</Receipts>;
}
/** Of the past nobody asks who has read what. */
const NONE: readonly string[] = [];

type Surroundings = Omit<TimelineEntriesProps, "entries">;
/** Where comments on an entry go; null where the reader writes none. */
function useCommented({ object, record, onChanged }: Surroundings) {
  const mayComment = useMayComment();
  return (entry: TimelineEntry): CommentedEntry | null => {
    if (!onChanged) return null;
    const place = placeOf(entry, object.name, record);
    return place && mayComment(place.object) ? { place, count: entry.comments ?? 0, onChanged } : null;
  };
}

interface EntryProps extends Surroundings {
  readonly entry: TimelineEntry;
  /** Around what it happened. */
  readonly where: ReactNode;
}
function Entry({ entry, object, where: around, onChanged }: EntryProps) {
  const objects = useObjects();
  const { data, type, of, at } = entry;
  if (isLine(entry)) {
    const whose = of ? objects.get(of.object) : object;
    return whose ? <ChangeEvent object={whose} change={entry.data} short around={around} /> : null;
  }
  const kind = objects.get(type);
  if (!kind) return null;
  const attached = { at, record: data, around, onChanged };
  return type === comment.name ? (
    <CommentEvent {...attached} count={entry.comments ?? 0} />
  ) : (
    <AttachedEvent object={kind} {...attached} />
  );
}

const keyOf = ({ type, data, at }: TimelineEntry): string =>
  `${type} ${textValue(data.seq) || idOf(data) || at}`;

/** The deal or contact around which it happened, in the timeline of its account. */
function Around({ of }: { readonly of: NonNullable<TimelineEntry["of"]> }) {
  const { of: words } = useLanguage();
  const object = useObjects().get(of.object);
  const { title } = of;
  if (!object || !title) return null;
  return (
    <Link className={styles.around} to={recordPath(object.name, of.id)}>
      <Icon name={objectIcon(object.icon)} size={12} label={words(object.label)} /> {title}
    </Link>
  );
}
