const ALLOWED: ReadonlySet<string> = new Set([
  "P",
  "DIV",
  "BR",
  "B",
  "STRONG",
  "I",
  "EM",
  "U",
  "UL",
  "OL",
  "LI",
  "A",
  "BLOCKQUOTE",
  "H3",
  "H4",
]);
const DROPPED: ReadonlySet<string> = new Set([
  "SCRIPT",
  "STYLE",
  "IFRAME",
  "OBJECT",
  "TEMPLATE",
  "SVG",
  "MATH",
  "NOSCRIPT",
]);

/**
 * Keeps a few plain elements and https/mailto links, without any other attribute; everything else becomes its
 * text.
 */
export function sanitiseHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  clean(page.body);
  return page.body.innerHTML;
}

function clean(parent: Element): void {
  for (const child of Array.from(parent.children)) {
    if (DROPPED.has(child.tagName.toUpperCase())) {
      child.remove();
      continue;
    }
    clean(child);
    if (!ALLOWED.has(child.tagName)) {
      child.replaceWith(...child.childNodes);
      continue;
    }
    const target = child.tagName === "A" ? (child.getAttribute("href") ?? "") : "";
    for (const { name } of Array.from(child.attributes)) child.removeAttribute(name);
    if (/^(https?:|mailto:)/i.test(target)) {
      child.setAttribute("href", target);
      child.setAttribute("rel", "noopener noreferrer");
      child.setAttribute("target", "_blank");
    }
  }
}

export const plainText = (html: string): string =>
  new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";
