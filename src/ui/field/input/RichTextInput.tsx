import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { useRef } from "react";
import { textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { bold, bullets, italic, numbers } from "./rich-text/commands.ts";
import { MentionList } from "./rich-text/MentionList.tsx";
import { useEditor } from "./rich-text/use-editor.ts";
import { type Mentions, optionId, useMentions } from "./rich-text/use-mentions.ts";
import * as base from "../../kit/base.module.css";
import * as quietButtonStyles from "../../kit/QuietButton.module.css";
import * as styles from "./RichTextInput.module.css";

const TOOLS = [
  { name: "bold", command: bold, text: "B", label: fieldMessages.bold },
  { name: "italic", command: italic, text: "I", label: fieldMessages.italic },
  { name: "bullets", command: bullets, text: "•", label: fieldMessages.bullets },
  { name: "numbers", command: numbers, text: "1.", label: fieldMessages.numbers },
] as const;

/** A light editor. It knows nothing but what the schema allows, whatever is typed or pasted. */
export function RichTextInput(props: InputProps) {
  const { field, value, onChange, invalid, autoFocus = false, disabled = false } = props;
  const place = useRef<HTMLDivElement>(null);
  const { of } = useLanguage();
  const mentions = useMentions();
  const { onQuery, onKey } = mentions;
  const view = useEditor(place, {
    html: textValue(value),
    disabled,
    autoFocus,
    attributes: { "aria-label": of(field.label, field.name), ...attributesOf(props, mentions) },
    onChange,
    onQuery,
    onKey,
  });
  return (
    <div className={styles.richText} data-invalid={invalid || undefined}>
      <Toolbar view={view} disabled={disabled} />
      <div className={styles.richTextPlace}>
        <div ref={place} />
        {view && <MentionList mentions={mentions} view={view} />}
      </div>
    </div>
  );
}

function attributesOf(
  { id, describedBy, disabled }: InputProps,
  { query, found, active, listId }: Mentions,
): Readonly<Record<string, string>> {
  const isOpen = query !== null && found.length > 0;
  return {
    class: styles.richTextBox ?? "",
    role: "textbox",
    "aria-multiline": "true",
    tabindex: "0",
    ...(id ? { id } : {}),
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
    ...(disabled ? { "aria-readonly": "true" } : { "aria-autocomplete": "list" }),
    ...(isOpen ? { "aria-controls": listId, "aria-activedescendant": optionId(listId, active) } : {}),
  };
}

function Toolbar({ view, disabled }: { readonly view: EditorView | null; readonly disabled: boolean }) {
  const { t } = useLanguage();
  const use = (command: Command) => {
    if (!view) return;
    view.focus();
    command(view.state, view.dispatch, view);
  };
  return (
    <div className={base.line} role="toolbar">
      {TOOLS.map(({ name, command, text, label }) => (
        <button
          key={name}
          type="button"
          className={`${quietButtonStyles.ghost} ${quietButtonStyles.ghostSquare}`}
          aria-label={t(label)}
          title={t(label)}
          disabled={disabled}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => use(command)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
