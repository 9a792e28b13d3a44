import { Node } from "prosemirror-model";
import { EditorState, type Plugin } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { plainTextOf, type RichDocument } from "../../../../shared/rich-text/document.ts";
import { readHtml } from "../../../../shared/rich-text/read-html.ts";
import { renderHtml } from "../../../../shared/rich-text/render-html.ts";
import { editingPlugins } from "./commands.ts";
import { forEditor, fromEditor } from "./editor-document.ts";
import { editorSchema } from "./editor-schema.ts";
import { type MentionHandlers, mentionPlugin } from "./mention-plugin.ts";

export interface EditorOptions extends MentionHandlers {
  readonly html: string;
  readonly disabled: boolean;
  readonly autoFocus: boolean;
  /** Of the element that is typed in. */
  readonly attributes: Readonly<Record<string, string>>;
  /** null: nothing that can be seen is left. */
  onChange(html: string | null): void;
}

const stateOf = (html: string, plugins: readonly Plugin[]): EditorState =>
  EditorState.create({ doc: Node.fromJSON(editorSchema, forEditor(readHtml(html))), plugins });
function htmlOf(doc: Node): string {
  const document: RichDocument = fromEditor(doc.toJSON());
  return plainTextOf(document).trim() === "" ? "" : renderHtml(document);
}

/**
 * An editor within an element, for as long as it is there. What the value becomes elsewhere is taken over
 * while nobody types here.
 */
export function useEditor(place: RefObject<HTMLElement | null>, options: EditorOptions): EditorView | null {
  const { html, disabled } = options;
  const latest = useRef(options);
  /** The value that the editor shows. */
  const shown = useRef(html);
  const [view, setView] = useState<EditorView | null>(null);
  useLayoutEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const plugins = [
      mentionPlugin({
        onQuery: (query) => latest.current.onQuery(query),
        onKey: (key, editor) => latest.current.onKey(key, editor),
      }),
      ...editingPlugins(),
    ];
    const made = new EditorView(place.current, {
      state: stateOf(latest.current.html, plugins),
      editable: () => !latest.current.disabled,
      // What is pasted meets our own reader before any page: a browser would look at its handlers.
      transformPastedHTML: (pasted) => renderHtml(readHtml(pasted)),
      attributes: () => ({ ...latest.current.attributes }),
      dispatchTransaction: (transaction) => {
        made.updateState(made.state.apply(transaction));
        if (!transaction.docChanged) return;
        shown.current = htmlOf(made.state.doc);
        latest.current.onChange(shown.current || null);
      },
    });
    if (latest.current.autoFocus) made.focus();
    setView(made);
    return () => made.destroy();
  }, [place]);
  useEffect(() => {
    if (!view || view.isDestroyed || html === shown.current || view.hasFocus()) return;
    shown.current = html;
    view.updateState(stateOf(html, view.state.plugins));
  }, [view, html]);
  const attributes = JSON.stringify(options.attributes);
  useEffect(() => {
    if (view && !view.isDestroyed) view.setProps({});
  }, [view, disabled, attributes]);
  return view;
}
