import { type Command, type EditorState, Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { editorSchema } from "./editor-schema.ts";

/** Somebody is being named: from the @ to the caret. */
export interface MentionQuery {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Where the @ stands, within the editor. */
  readonly left: number;
  readonly bottom: number;
}
export interface MentionHandlers {
  onQuery(query: MentionQuery | null): void;
  /** True where the list has taken the key. */
  onKey(key: string, view: EditorView): boolean;
}

/**
 * An @ of either width, as keyboards in Chinese mode write ＠, and what was typed behind it. Not within an
 * address of e-mail.
 */
const NAMING = /(?:^|[^\w.+-])[@＠]([^\s@＠\ufffc]{0,20})$/;
const LONGEST = 40;
/** What a text is composed of arrives in the document a little after the composition has ended. */
const AFTER_COMPOSITION_MS = 60;

/** What is being named at the caret, where something is. */
export function namingIn({
  selection,
}: EditorState): { readonly from: number; readonly to: number; readonly text: string } | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const { parentOffset: offset } = $from;
  const before = $from.parent.textBetween(Math.max(0, offset - LONGEST), offset, undefined, "\ufffc");
  const text = NAMING.exec(before)?.[1];
  return text === undefined ? null : { from: $from.pos - text.length - 1, to: $from.pos, text };
}

/** Tells when somebody is being named; never while an input method composes. */
export function mentionPlugin({ onQuery, onKey }: MentionHandlers): Plugin {
  const tell = (view: EditorView): void => {
    if (view.isDestroyed) return;
    const found = view.composing || !view.editable || !view.hasFocus() ? null : namingIn(view.state);
    if (!found) return onQuery(null);
    const [at, box] = [view.coordsAtPos(found.from), view.dom.getBoundingClientRect()];
    onQuery({ ...found, left: at.left - box.left, bottom: at.bottom - box.top });
  };
  return new Plugin({
    view: () => ({ update: tell }),
    props: {
      handleKeyDown: (view, event) => {
        if (!onKey(event.key, view)) return false;
        // Or Escape would close the form as well.
        event.stopPropagation();
        return true;
      },
      handleDOMEvents: {
        compositionstart: () => onQuery(null),
        compositionend: (view) => void setTimeout(() => tell(view), AFTER_COMPOSITION_MS),
        blur: () => onQuery(null),
        focus: (view) => void setTimeout(() => tell(view)),
        // Keyboards of phones tell of no key.
        beforeinput: (view, event) =>
          event.inputType === "deleteContentBackward" &&
          deleteMention(-1)(view.state, view.dispatch) &&
          (event.preventDefault(), true),
      },
    },
  });
}

/**
 * Puts a name in place of what is typed for it at this moment, and a blank behind it. What a list was asked for
 * may be a key behind.
 */
export function insertMention(
  view: EditorView,
  person: { readonly id: string; readonly name: string },
): void {
  const typed = namingIn(view.state);
  if (!typed) return;
  const { from, to } = typed;
  const mention = editorSchema.nodes.mention.create(person);
  view.dispatch(view.state.tr.replaceWith(from, to, [mention, editorSchema.text(" ")]).scrollIntoView());
  view.focus();
}

/** A name before (-1) or behind (1) the caret goes as a whole. */
export const deleteMention =
  (side: -1 | 1): Command =>
  ({ selection, tr }, dispatch) => {
    const { $from, empty } = selection;
    const beside = side < 0 ? $from.nodeBefore : $from.nodeAfter;
    if (!empty || beside?.type !== editorSchema.nodes.mention) return false;
    dispatch?.(tr.delete(Math.min($from.pos, $from.pos + side), Math.max($from.pos, $from.pos + side)));
    return true;
  };
