import type { EditorView } from "prosemirror-view";
import { useLanguage } from "../../../kit/language.tsx";
import { fieldMessages } from "../../field.messages.ts";
import { type Mentions, optionId } from "./use-mentions.ts";
import * as styles from "./MentionList.module.css";

/** The people who can be named, under the @. The caret stays in the text. */
export function MentionList({ mentions, view }: { readonly mentions: Mentions; readonly view: EditorView }) {
  const { t } = useLanguage();
  const { query, found, active, listId, choose } = mentions;
  if (!query || found.length === 0) return null;
  return (
    <ul
      id={listId}
      className={styles.mentionList}
      role="listbox"
      aria-label={t(fieldMessages.people)}
      style={{ left: `min(${query.left}px, calc(100% - 220px))`, top: query.bottom }}
    >
      {found.map((person, at) => (
        <li
          key={person.id}
          id={optionId(listId, at)}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(view, person);
          }}
        >
          {person.title}
        </li>
      ))}
    </ul>
  );
}
