import { baseKeymap, chainCommands, exitCode, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { NodeType } from "prosemirror-model";
import { liftListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { editorSchema } from "./editor-schema.ts";
import { deleteMention } from "./mention-plugin.ts";

const { nodes, marks } = editorSchema;

/** Makes a list of what is chosen; within such a list takes it out, within another kind of list changes that. */
const toggleList =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection;
    const range = $from.blockRange(
      $to,
      (node) => node.type === nodes.bullet_list || node.type === nodes.ordered_list,
    );
    if (!range) return wrapInList(type)(state, dispatch);
    if (range.parent.type === type) return liftListItem(nodes.list_item)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(range.$from.before(range.depth), type));
    return true;
  };

export const bold = toggleMark(marks.strong);
export const italic = toggleMark(marks.em);
export const bullets = toggleList(nodes.bullet_list);
export const numbers = toggleList(nodes.ordered_list);

const lineBreak: Command = ({ tr }, dispatch) => {
  dispatch?.(tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};
const redoBoth = { "Mod-y": redo, "Shift-Mod-z": redo };

/** The keys of the editor and the memory of what was done. */
export const editingPlugins = (): readonly Plugin[] => [
  history(),
  keymap({
    "Mod-b": bold,
    "Mod-i": italic,
    "Mod-u": toggleMark(marks.underline),
    "Mod-z": undo,
    ...redoBoth,
    Enter: splitListItem(nodes.list_item),
    "Shift-Enter": chainCommands(exitCode, lineBreak),
    Backspace: deleteMention(-1),
    Delete: deleteMention(1),
  }),
  keymap(baseKeymap),
];
