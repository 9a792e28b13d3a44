import { Node } from "prosemirror-model";
import { type Command, EditorState, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";
import type { RichDocument } from "../../../../shared/rich-text/document.ts";
import { readHtml } from "../../../../shared/rich-text/read-html.ts";
import { renderHtml } from "../../../../shared/rich-text/render-html.ts";
import { bold, bullets, editingPlugins, numbers } from "./commands.ts";
import { forEditor, fromEditor } from "./editor-document.ts";
import { editorSchema } from "./editor-schema.ts";
import { deleteMention, namingIn } from "./mention-plugin.ts";

const ID = "0195f02a-8000-760e-af92-aea7ccceb4c7";
const NAMED = `<p>for <span data-mention="${ID}">@王芳</span> now</p>`;

/** An editor with the caret behind the given text, or that text chosen. */
function editorOf(html: string, text: string, isChosen = false): EditorState {
  const doc = Node.fromJSON(editorSchema, forEditor(readHtml(html)));
  let [from, to] = [0, 0];
  doc.descendants((node, at) => {
    const place = node.text?.indexOf(text) ?? -1;
    if (place >= 0) [from, to] = [at + place, at + place + text.length];
  });
  return EditorState.create({
    doc,
    selection: TextSelection.create(doc, isChosen ? from : to, to),
    plugins: [...editingPlugins()],
  });
}
const htmlOf = (doc: Node): string => {
  const document: RichDocument = fromEditor(doc.toJSON());
  return renderHtml(document);
};
function after(command: Command, state: EditorState): string | null {
  let next = state;
  return command(state, (transaction) => (next = state.apply(transaction))) ? htmlOf(next.doc) : null;
}

test("what is opened and not changed is kept as it was", () => {
  for (const html of [
    "text alone",
    "<p>one</p>",
    "<p>one</p><p><b>two</b></p><ul><li>x &lt; y<ul><li>z</li></ul></li></ul>",
    "<h3>T</h3><blockquote>q</blockquote><p><br /></p>",
    NAMED,
  ])
    expect(htmlOf(editorOf(html, "").doc), html).toBe(html);
});

test("blanks that nobody saw are gone, and those that were typed are seen", () => {
  const opened = forEditor(readHtml("  one\n  two <p> three\t<b> four</b> </p>"));
  expect(renderHtml(opened)).toBe("one two<p>three <b>four</b></p>");
  const typed = fromEditor({
    type: "doc",
    content: [
      {
        type: "paragraph",
        attrs: { bare: true },
        content: [{ type: "text", text: " a  b   c" }, { type: "hard_break" }, { type: "text", text: " d " }],
      },
    ],
  });
  expect(renderHtml(typed)).toBe("\u00a0a \u00a0b \u00a0 c<br />\u00a0d");
  expect(renderHtml(forEditor(readHtml(renderHtml(typed))))).toBe(renderHtml(typed));
});

test("a text of several paragraphs has a tag for each, an entry of a list none", () => {
  const state = editorOf("one two", "one");
  const split = state.apply(state.tr.split(state.selection.from));
  expect(htmlOf(split.doc)).toBe("<p>one</p><p>\u00a0two</p>");
  expect(after(bullets, editorOf("<p>one</p>", "one"))).toBe("<ul><li>one</li></ul>");
});

test("the tools make bold text and lists, change the kind of a list and take it off again", () => {
  expect(after(bold, editorOf("one two", "two", true))).toBe("one <b>two</b>");
  expect(after(bold, editorOf("one <b>two</b>", "two", true))).toBe("one two");
  expect(after(numbers, editorOf("<ul><li>one</li></ul>", "one"))).toBe("<ol><li>one</li></ol>");
  expect(after(bullets, editorOf("<ul><li>one</li></ul>", "one"))).toBe("one");
});

test("somebody is named behind an @ of either width, not within an address", () => {
  const naming = (text: string) => namingIn(editorOf(`<p>${text}</p>`, text))?.text;
  expect(["@", "请＠王", "see @wang", "x(@李"].map(naming)).toEqual(["", "王", "wang", "李"]);
  expect(["a@b", "@王 芳", "@a@", "plain"].map(naming)).toEqual([undefined, undefined, undefined, undefined]);
  expect(namingIn(editorOf("<p>see @wang</p>", "@wa", true))).toBeNull();
});

test("a name goes as a whole, from either side", () => {
  expect(after(deleteMention(-1), editorOf(NAMED, " now"))).toBeNull();
  const before = editorOf(NAMED, "for ");
  expect(after(deleteMention(1), before)).toBe("<p>for \u00a0now</p>");
  const behind = before.apply(
    before.tr.setSelection(TextSelection.create(before.doc, before.selection.from + 1)),
  );
  expect(after(deleteMention(-1), behind)).toBe("<p>for \u00a0now</p>");
});
