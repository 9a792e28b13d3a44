const HERE = "http://here.invalid";

/**
 * Only a path of this site, never an address from outside, as the browser itself would read it: it takes back
 * slashes for slashes and leaves out tabs and line breaks. @example ownPath("/\\\\evil.example") // "/"
 */
export function ownPath(to: string | null): string {
  if (!to?.startsWith("/") || !URL.canParse(to, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(to, HERE);
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
