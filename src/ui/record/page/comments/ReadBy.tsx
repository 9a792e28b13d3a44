import { useRef } from "react";
import type { CommentReaders } from "../../../../shared/wire/comment-readers.contract.ts";
import { useLanguage } from "../../../kit/language.tsx";
import { Popover } from "../../../kit/Overlay.tsx";
import { commentMessages } from "../../comment.messages.ts";
import { When } from "../event-words.tsx";
import { useReaders } from "./Receipts.tsx";
import { useNoteRead } from "./use-note-read.ts";
import * as styles from "./ReadBy.module.css";

/**
 * Quietly under a comment: how many of those it is for have read it, by name where one asks. It stands at the
 * comment's end, so who has it on the screen has read the comment.
 */
export function ReadBy({ comment }: { readonly comment: string }) {
  const readers = useReaders(comment);
  const place = useRef<HTMLSpanElement>(null);
  useNoteRead(place, comment, readers !== undefined && !readers.read);
  return (
    <span ref={place} className={styles.place}>
      {readers && readers.people.length > 0 && <Shown people={readers.people} />}
    </span>
  );
}

function Shown({ people }: Pick<CommentReaders, "people">) {
  const { t, language } = useLanguage();
  const read = people.filter((person) => person.read_at !== null);
  const [only] = people;
  const words =
    people.length === 1 && only
      ? t(only.read_at === null ? commentMessages.unreadByOne : commentMessages.readByOne, {
          name: only.name,
        })
      : t(commentMessages.readBySome, { all: people.length, read: read.length });
  const names = people.map(({ name }) => name).join(language === "en" ? ", " : "、");
  return (
    <Popover title={t(commentMessages.readers)} content={<Names people={people} />}>
      <button type="button" className={styles.words} title={people.length > 1 ? names : undefined}>
        {words}
      </button>
    </Popover>
  );
}

function Names({ people }: Pick<CommentReaders, "people">) {
  const { t } = useLanguage();
  return (
    <ul className={styles.names}>
      {people.map(({ id, name, read_at }) => (
        <li key={id}>
          <span>{name}</span>
          {read_at === null ? <span>{t(commentMessages.unread)}</span> : <When at={read_at} />}
        </li>
      ))}
    </ul>
  );
}
