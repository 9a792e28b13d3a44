import { useRef } from "react";
import { MentionList } from "../../../field/input/rich-text/MentionList.tsx";
import { useEditor } from "../../../field/input/rich-text/use-editor.ts";
import { optionId, useMentions } from "../../../field/input/rich-text/use-mentions.ts";
import * as styles from "./MentionBox.module.css";

export interface MentionBoxProps {
  /** What it is called, and what is said in it while it is empty. */
  readonly label: string;
  readonly html: string;
  readonly onChange: (html: string) => void;
  /** Not where one came to read: a phone would put its keyboard over it. */
  readonly autoFocus: boolean;
}
/** A small editor without tools, in which colleagues are named with @. */
export function MentionBox({ label, html, onChange, autoFocus }: MentionBoxProps) {
  const place = useRef<HTMLDivElement>(null);
  const mentions = useMentions();
  const { query, found, active, listId, onQuery, onKey } = mentions;
  const isOpen = query !== null && found.length > 0;
  const view = useEditor(place, {
    html,
    disabled: false,
    autoFocus,
    attributes: {
      class: styles.box ?? "",
      role: "textbox",
      "aria-multiline": "true",
      "aria-autocomplete": "list",
      "aria-label": label,
      tabindex: "0",
      ...(html === "" ? { "data-placeholder": label } : {}),
      ...(isOpen ? { "aria-controls": listId, "aria-activedescendant": optionId(listId, active) } : {}),
    },
    onChange: (next) => onChange(next ?? ""),
    onQuery,
    onKey,
  });
  return (
    <div className={styles.place}>
      <div ref={place} />
      {view && <MentionList mentions={mentions} view={view} />}
    </div>
  );
}
