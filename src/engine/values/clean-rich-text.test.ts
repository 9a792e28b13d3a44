import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanDocument, cleanRichText } from "./clean-rich-text.ts";

const OUT = 'rel="noopener noreferrer" target="_blank"';

test("nothing that runs, loads or draws is kept of what comes from outside", () => {
  const kept: Readonly<Record<string, string>> = {
    "<img src=x onerror=alert(1)>": "",
    '<img src="/api/v1/session">t': "t",
    "<scr<script>ipt>alert(1)</script>": "ipt&gt;alert(1)",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">':
      "",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">': "",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>x': "x",
    "<svg><script>alert(1)</script></svg>y": "y",
    "<p style=background:url(//e) onclick=x id=a class=b>z</p>": "<p>z</p>",
    "<form action=/api><input name=a formaction=/b>k</form>": "k",
    "<base href=//evil><link rel=stylesheet href=//e><meta http-equiv=refresh content='0;url=//e'>u": "u",
    "<!--<img src=x onerror=1>--><![CDATA[<script>1</script>]]>e": "e",
    "<select><option><script>1</script></select><xmp><script>1</script></xmp>s": "s",
    "<video src=//e><source srcset=//e></video><object data=//e></object><embed src=//e>v": "v",
    "<b>&lt;script&gt;</b>": "<b>&lt;script&gt;</b>",
    "<h1>Title</h1><p>one<br>two</p>": "<h3>Title</h3><p>one<br />two</p>",
  };
  for (const [text, clean] of Object.entries(kept)) expect(cleanRichText(text), text).toBe(clean);
});

test("what was cleaned is the same when it is cleaned again, and hides nothing that was written in signs", () => {
  for (const text of [
    "<scr<script>ipt>alert(1)</script>",
    "<b>&#x338;x</b>",
    "<p>&#x202e;turned</p>",
    "a\u202e\u0301",
    "<p>&lt;\u202e\u0338</p>",
    "<b>e</b>&#769;",
    "<ul><ul><li>a<div>b</div></ul></ul>",
    "<a href='https://ok.example/\"><img src=x onerror=alert(1)>'>x</a>",
    '<span data-mention="0195f02a-8000-760e-af92-aea7ccceb4c7">@王<b>芳</b><script>1</script></span>',
    '<span data-mention="x&quot; onclick=alert(1)">@x</span>',
    "<blockquote>".repeat(39) + "x",
    "<ul><li>".repeat(19) + "x",
  ]) {
    const once = cleanRichText(text) ?? "";
    expect(once, text).not.toBe("");
    expect(once.replace(/"[^"]*"/g, ""), text).not.toMatch(
      /\u202e|<(?!\/?(?:p|b|ul|li|a|span|blockquote)\b)|<[^>]*on\w+=/,
    );
    expect(cleanRichText(once), text).toBe(once);
  }
});

test("a document that was given as one is kept as its HTML, or refused", () => {
  const of = (...content: readonly unknown[]) => ({ type: "doc", content: [{ type: "paragraph", content }] });
  const link = (href: string) => ({ type: "text", text: "<x>", marks: [{ type: "link", attrs: { href } }] });
  expect(cleanDocument(of(link("https://ok.example/?a=1&b=2")))).toBe(
    `<p><a href="https://ok.example/?a=1&amp;b=2" ${OUT}>&lt;x&gt;</a></p>`,
  );
  expect(cleanDocument(of({ type: "text", text: "a\u202eb" }))).toBe("<p>ab</p>");
  expect(cleanDocument(of())).toBe("");
  expect(cleanDocument(of(link("javascript:alert(1)")))).toBeNull();
  expect(cleanDocument(of({ type: "image", attrs: { src: "/api/v1/session" } }))).toBeNull();
});

test("a link leads out by its whole address or nowhere: none asks our own addresses", () => {
  const nowhere = [
    "/api/v1/session",
    "x",
    "?q=1",
    "#frag",
    "../x",
    "//evil.example/x",
    "\\\\evil.example",
    "/\\evil.example",
    "http:/api/v1/session",
    "https:evil",
    "java\tscript:alert(1)",
    " &#1;javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "relative://x",
  ];
  for (const href of nowhere) expect(cleanRichText(`<a href="${href}">a</a>`), href).toBe("a");
  for (const href of ["https://ok.example/a?b=1", "HTTP://ok.example", "mailto:a@b.example"])
    expect(cleanRichText(`<a onclick=x target=_top href=" ${href}">a</a>`)).toBe(
      `<a href="${href}" ${OUT}>a</a>`,
    );
  expect(cleanRichText('<a href="https://ok.example" HREF="/api">a</a>')).toBe(
    `<a href="https://ok.example" ${OUT}>a</a>`,
  );
});

test("what is nested too deeply is refused before it is cleaned; what was cleaned stays as it is", () => {
  expect(cleanRichText(`${"<div>".repeat(200)}x`)).toContain("x");
  expect(cleanRichText(`${"<div>".repeat(201)}x`)).toBeNull();
  expect(cleanRichText("<b>".repeat(66_000))).toBeNull();
  expect(cleanRichText(`<script>1</script>${"<svg>".repeat(40_000)}`)).toBeNull();
  expect(cleanRichText("<p>x</p>".repeat(1000))).toHaveLength(8000);
  for (const text of [
    'a < b & c <p>x<a href="https://ok.example/?a=1&b=2">y</a>',
    "<ul><li>one<li>two</ul>",
    "<h5>t</h5><strike>s</strike>",
    "&amp;lt;script&amp;gt;",
  ]) {
    const once = cleanRichText(text) ?? "";
    expect(cleanRichText(once), text).toBe(once);
  }
});

test("whatever comes, what is kept of it is kept as it is the next time", () => {
  const pieces = fc.constantFrom(
    ..."<p>|</p>|<ul>|</ul>|<li>|<b>|</b>|<strong>|<i>|<div>|</div>|<br>|<blockquote>|<h1>|</h1>|<table>|<td>|</td>".split(
      "|",
    ),
    ...'<a href="https://ok.example">|<a href="/x">|</a>|<script>|</script>|<svg>|<!--|-->|<|>|&|&lt;|&#x338;|\u0338|e|\u0301'.split(
      "|",
    ),
    ...'<img src=x onerror=alert(1)>|<span data-mention="0195f02a-8000-760e-af92-aea7ccceb4c7">|</span>|@王| |\n|"|\u202e'.split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
      const once = cleanRichText(all.join("")) ?? "";
      expect(cleanRichText(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});
