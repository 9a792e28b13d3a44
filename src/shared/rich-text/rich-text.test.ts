import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionsIn, plainTextOf, type RichBlock, type RichDocument, type RichMark } from "./document.ts";
import { readHtml } from "./read-html.ts";
import { renderHtml } from "./render-html.ts";
import { checkDocument } from "./schema.ts";

const ID = "0195f02a-8000-760e-af92-aea7ccceb4c7";
const WORDS = [
  "王芳",
  "a",
  " ",
  "  ",
  "\n",
  "a\nb",
  "<b>",
  "&amp;",
  '"',
  "é",
  "@",
  "\u00a0",
  "x > y",
  "</p>",
  "&#60;",
];

const marks = fc
  .record({
    link: fc.option(fc.constantFrom("https://ok.example/?a=1&b=2", "mailto:a@b.example")),
    rest: fc.subarray(["strong", "em", "underline"] as const),
  })
  .map(({ link, rest }): readonly RichMark[] => [
    ...(link === null ? [] : [{ type: "link" as const, attrs: { href: link } }]),
    ...rest.map((type) => ({ type })),
  ]);
const inline = fc.record({
  marks: fc.oneof(fc.constant<readonly RichMark[]>([]), marks),
  what: fc.oneof(
    fc.constantFrom(...WORDS).map((text) => ({ type: "text" as const, text })),
    fc.constant({ type: "hard_break" as const }),
    fc
      .constantFrom("王芳", 'O"Reilly <x>')
      .map((name) => ({ type: "mention" as const, attrs: { id: ID, name } })),
  ),
});
const line = fc
  .array(inline, { maxLength: 5 })
  .map((all) => all.map(({ marks: given, what }) => (given.length > 0 ? { ...what, marks: given } : what)));
const { block } = fc.letrec<{ block: unknown }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ type: fc.constant("paragraph"), attrs: fc.record({ bare: fc.boolean() }), content: line }),
    fc.record({
      type: fc.constant("heading"),
      attrs: fc.record({ level: fc.constantFrom(3, 4) }),
      content: line,
    }),
    fc.record({
      type: fc.constant("blockquote"),
      content: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constantFrom("bullet_list", "ordered_list"),
      content: fc.array(
        fc.record({
          type: fc.constant("list_item"),
          content: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  ),
}));
/** Any document that the schema allows, in its plain form. */
const documents = fc.array(block, { minLength: 1, maxLength: 4 }).map((content): RichDocument => {
  const document = checkDocument({ type: "doc", content });
  if (!document) throw new Error("the schema refuses what it should allow");
  return document;
});

/** Where text stands without a tag is the one thing in which two documents with the same HTML differ. */
const withoutBare = (document: RichDocument): RichDocument =>
  JSON.parse(JSON.stringify(document).replaceAll('"bare":true', '"bare":false'));

test("a document is the same after it was written as HTML and read again", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const html = renderHtml(document);
      const again = readHtml(html);
      expect(withoutBare(again)).toEqual(withoutBare(document));
      expect(renderHtml(again)).toBe(html);
      expect(checkDocument(again)).toEqual(again);
    }),
    { numRuns: 500 },
  );
});

test("whatever the text, what is read of it is allowed by the schema and has one HTML", () => {
  const pieces = fc.constantFrom(
    ..."<p>|</p>|<ul>|</ul>|<ol>|<li>|</li>|<b>|</b>|<i>|<h1>|<h3>|</h3>|<div>|</div>|<br>|<blockquote>|</blockquote>".split(
      "|",
    ),
    ...'<a href="https://ok.example">|<a href="/x">|</a>|<script>|</script>|<!--|-->|<|>|&|&lt;|&#x338;|\u0338|<img src=x>'.split(
      "|",
    ),
    ...`<span data-mention="${ID}">|<span data-mention="x">|</span>|@王|text| |\n|"|\u202e`.split("|"),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
      const document = readHtml(all.join(""));
      expect(checkDocument(document)).toEqual(document);
      const html = renderHtml(document);
      expect(readHtml(html)).toEqual(document);
      expect(html).toBe(html.normalize("NFC"));
      expect(html.replace(/<\/?(p|ul|ol|li|b|i|u|h3|h4|blockquote)>|<br \/>/g, "")).not.toMatch(
        /<(?!a href="https:\/\/ok\.example" rel="noopener noreferrer" target="_blank">|\/a>|span data-mention="[0-9a-f-]{36}">@|\/span>)/,
      );
    }),
    { numRuns: 1000 },
  );
});

test("what stands in the values of today stands there as it is", () => {
  for (const html of [
    "text alone\nof two lines",
    "<p>one</p><b>two</b><ul><li>x &lt; y &amp; z</li></ul>",
    "<h3>Title</h3><p>one<br />two</p>",
    "<ol><li>one<ul><li>two</li></ul></li></ol><blockquote>three</blockquote>",
    '<p>a <a href="https://ok.example/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">b</a></p>',
    "<p>one</p><p><br /></p><p>two</p>",
    `<p>for <span data-mention="${ID}">@王芳</span></p>`,
  ])
    expect(renderHtml(readHtml(html))).toBe(html);
  const others: Readonly<Record<string, string>> = {
    "one<div>two</div><div><br></div>": "one<p>two</p><p><br /></p>",
    "<strong>a</strong><em>b</em><strike>c</strike>": "<b>a</b><i>bc</i>",
    "<ul><li>a</li><ul><li>b</li></ul></ul>": "<ul><li>a<ul><li>b</li></ul></li></ul>",
    "<p>a<br></p> <p> </p>\n": "<p>a</p><p> </p>",
    "<i>x<b>y</b></i>": "<i>x</i><b><i>y</i></b>",
    "<ul>loose<li>b": "<ul><li>loose</li><li>b</li></ul>",
    "<p>&hellip;&nbsp;&unknown;</p>": "<p>…\u00a0&amp;unknown;</p>",
    '<a href="/api/v1/session">in</a>': "in",
  };
  for (const [html, canonical] of Object.entries(others))
    expect(renderHtml(readHtml(html)), html).toBe(canonical);
});

test("the schema refuses what it does not know, and leaves out attributes that it does not know", () => {
  const paragraph = (content: readonly unknown[]) => ({
    type: "doc",
    content: [{ type: "paragraph", content }],
  });
  const text = { type: "text", text: "a" };
  for (const given of [
    null,
    "text",
    [],
    {},
    { type: "paragraph" },
    { type: "doc" },
    { type: "doc", content: [text] },
    { type: "doc", content: [{ type: "list_item", content: [{ type: "paragraph" }] }] },
    { type: "doc", content: [{ type: "heading", attrs: { level: 1 } }] },
    { type: "doc", content: [{ type: "image", attrs: { src: "/x" } }] },
    { type: "doc", content: [{ type: "__proto__" }] },
    { type: "doc", content: [null] },
    paragraph([{ type: "text", text: "" }]),
    paragraph([{ type: "text", text: 1 }]),
    paragraph([{ ...text, marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }]),
    paragraph([{ ...text, marks: [{ type: "link" }] }]),
    paragraph([{ ...text, marks: [{ type: "script" }] }]),
    paragraph([{ ...text, marks: "x" }]),
    paragraph([{ type: "mention", attrs: { id: "x", name: "a" } }]),
    paragraph([{ type: "mention", attrs: { id: ID, name: " " } }]),
    paragraph([{ type: "paragraph" }]),
  ])
    expect(checkDocument(given), JSON.stringify(given)).toBeNull();
  const marks = [{ type: "em" }, { type: "strong", attrs: { style: "x" } }];
  expect(checkDocument(paragraph([{ ...text, onclick: "x", marks }]))).toEqual({
    type: "doc",
    content: [
      {
        type: "paragraph",
        attrs: { bare: false },
        content: [{ type: "text", text: "a", marks: [{ type: "strong" }, { type: "em" }] }],
      },
    ],
  });
});

test("its plain text has a line for each block, and it tells whom it names", () => {
  const document = readHtml(
    `<h3>T</h3>a<br>b<ul><li>c &amp; <span data-mention="${ID}">@王芳</span></li></ul><script>no</script>`,
  );
  expect(plainTextOf(document)).toBe("T\na\nb\nc & @王芳");
  expect(mentionsIn(document)).toEqual([ID]);
  expect(mentionsIn(readHtml(`<span data-mention="x">@王芳</span>`))).toEqual([]);
});

test("hostile texts take no longer than others, and nothing nests without end", () => {
  const deep = (of: readonly RichBlock[]): number =>
    Math.max(
      0,
      ...of.map((one) =>
        one.type === "paragraph" || one.type === "heading"
          ? 0
          : one.type === "blockquote"
            ? 1 + deep(one.content)
            : 2 + Math.max(...one.content.map((item) => deep(item.content))),
      ),
    );
  for (const html of [
    "<b>x".repeat(50_000),
    "<i><i></i>x".repeat(20_000),
    `<ul>${"<ul><li>x</ul>".repeat(15_000)}`,
    "<".repeat(100_000),
    "<!--".repeat(50_000),
    "<script>".repeat(50_000),
    "<a href='".repeat(50_000),
    "&#".repeat(100_000),
    "<ul><li>x".repeat(50_000),
    "<blockquote>x".repeat(50_000),
  ]) {
    const document = readHtml(html);
    expect(deep(document.content)).toBeLessThanOrEqual(24);
    expect(checkDocument(document)).toEqual(document);
  }
});
