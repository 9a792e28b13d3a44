import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import markdownIt from "markdown-it";

export const GUIDE = fileURLToPath(new URL("../../docs/guide/", import.meta.url));
export const LANGUAGES = ["zh-CN", "en"];

/** The anchor of a heading, as GitHub makes it: links between pages hold in both places. */
export const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

const read = (language, page) => readFileSync(join(GUIDE, language, `${page}.md`), "utf8");

/** The pages of a language in the order of its table of contents. */
export function pagesOf(language) {
  const listed = [...read(language, "README").matchAll(/\]\(([a-z-]+)\.md\)/g)].map(([, page]) => page);
  const there = readdirSync(join(GUIDE, language)).map((file) => file.replace(/\.md$/, ""));
  const missing = there.filter((page) => page !== "README" && !listed.includes(page));
  if (missing.length > 0) throw new Error(`docs/guide/${language}/README.md does not list ${missing.join()}`);
  return listed;
}

// No HTML within Markdown: what is shown as HTML in the program is made here alone.
const markdown = markdownIt({ html: false });

/** A page as HTML, with the pictures that stand in it by number, and its sections as plain text. */
export function renderPage(language, page) {
  const tokens = markdown.parse(read(language, page), {});
  const pictures = [];
  const sections = [];
  let heading = "";
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (token.type === "heading_open" && next) {
      heading = plain(next);
      token.attrSet("id", anchorOf(heading));
      sections.push({ anchor: anchorOf(heading), heading, text: "" });
    } else if (token.type === "inline") {
      turnLinks(token.children);
      takePictures(token.children, pictures);
      addText(sections, plain(token), heading);
    } else if (token.type === "fence") addText(sections, token.content, heading);
  }
  const html = markdown.renderer.render(tokens, markdown.options, {});
  return { title: sections[0]?.heading ?? page, html, pictures, sections };
}

function addText(sections, text, heading) {
  const last = sections.at(-1);
  if (last && text !== heading) last.text += `${last.text ? " " : ""}${text.replace(/\s+/g, " ").trim()}`;
}
const plain = (token) => (token.children ?? []).map(({ content }) => content).join("");

/** Pages of the guide stand in the program, what is elsewhere in the project does not. */
function turnLinks(children) {
  let isShut = false;
  for (const token of children) {
    if (token.type === "link_open") {
      const [, page, anchor = ""] = /^([a-z-]*)(?:\.md)?(#.*)?$/.exec(token.attrGet("href") ?? "") ?? [];
      const isOutside = /^https?:/.test(token.attrGet("href") ?? "");
      isShut = !isOutside && page === undefined;
      if (isShut) {
        token.tag = "span";
        token.attrs = [];
      } else if (isOutside) {
        token.attrSet("target", "_blank");
        token.attrSet("rel", "noopener");
      } else token.attrSet("href", page ? `/guide/${page}${anchor}` : anchor);
    } else if (token.type === "link_close" && isShut) token.tag = "span";
  }
}

function takePictures(children, pictures) {
  for (const token of children)
    if (token.type === "image") {
      pictures.push(token.attrGet("src"));
      token.attrSet("src", `@@picture${pictures.length - 1}@@`);
      token.attrSet("loading", "lazy");
    }
}
