import { type ClipboardEvent, type RefObject, useEffect, useRef } from "react";
import { textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { fieldTexts } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { sanitiseHtml } from "../sanitise-html.ts";

const TOOLS = [
  { command: "bold", text: "B", label: fieldTexts.bold },
  { command: "italic", text: "I", label: fieldTexts.italic },
  { command: "insertUnorderedList", text: "•", label: fieldTexts.bullets },
  { command: "insertOrderedList", text: "1.", label: fieldTexts.numbers },
] as const;

/** A light editor; what goes in and out is cleaned of everything but plain formatting. */
export function RichTextInput({ value, onChange, id, invalid, describedBy, disabled }: InputProps) {
  const box = useRef<HTMLDivElement>(null);
  const html = textValue(value);
  useEffect(() => {
    const element = box.current;
    if (element && document.activeElement !== element) element.innerHTML = sanitiseHtml(html);
  }, [html]);
  const read = () => {
    const cleaned = sanitiseHtml(box.current?.innerHTML ?? "");
    onChange(cleaned.replace(/<br>|<div><\/div>/g, "").trim() ? cleaned : null);
  };
  return (
    <div className="rich-text" data-invalid={invalid || undefined}>
      <Toolbar box={box} disabled={disabled ?? false} onUse={read} />
      <div
        ref={box}
        id={id}
        className="rich-text-box"
        role="textbox"
        aria-multiline
        aria-describedby={describedBy}
        tabIndex={0}
        contentEditable={!disabled}
        suppressContentEditableWarning
        onInput={read}
        onPaste={paste}
      />
    </div>
  );
}

/** Pasted text comes in cleaned. */
function paste(event: ClipboardEvent): void {
  event.preventDefault();
  const plain = event.clipboardData
    .getData("text/plain")
    .replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  document.execCommand(
    "insertHTML",
    false,
    sanitiseHtml(event.clipboardData.getData("text/html") || plain.replace(/\n/g, "<br>")),
  );
}

function Toolbar({
  box,
  disabled,
  onUse,
}: {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly disabled: boolean;
  readonly onUse: () => void;
}) {
  const { t } = useLanguage();
  const use = (command: string) => {
    void box.current?.focus();
    document.execCommand(command);
    onUse();
  };
  return (
    <div className="line" role="toolbar">
      {TOOLS.map(({ command, text, label }) => (
        <button
          key={command}
          type="button"
          className="ghost ghost-square"
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
