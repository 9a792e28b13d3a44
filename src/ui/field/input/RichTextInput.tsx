import { useEffect, useRef } from "react";
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
  const { t } = useLanguage();
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
            onClick={() => {
              box.current?.focus();
              document.execCommand(command);
              read();
            }}
          >
            {text}
          </button>
        ))}
      </div>
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
        onPaste={(event) => {
          event.preventDefault();
          const clip = event.clipboardData;
          document.execCommand(
            "insertHTML",
            false,
            sanitiseHtml(
              clip.getData("text/html") ||
                clip
                  .getData("text/plain")
                  .replace(/[<>&]/g, (c) => `&#${c.charCodeAt(0)};`)
                  .replace(/\n/g, "<br>"),
            ),
          );
        }}
      />
    </div>
  );
}
