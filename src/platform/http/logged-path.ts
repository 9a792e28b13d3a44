/** Whoever holds one of these addresses is let in by it. */
const SECRET = /^(\/p|\/invite|\/api\/public|\/api\/v1\/invitations)\/[^/]+/;

/**
 * An address as it may stand in a log: without its query, and without a secret that is part of its path.
 * @example loggedPath("/api/public/main.Zx…/act?a=1") // "/api/public/…/act"
 */
export const loggedPath = (url: string): string => (url.split("?")[0] ?? "").replace(SECRET, "$1/…");
