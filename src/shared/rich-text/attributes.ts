/**
 * A link leads out by its whole address. The scheme alone says too little: "http:/path" is, on a page of that
 * scheme, an address of ours, and whoever clicks would ask us.
 */
const LEADS_OUT = /^(https?:\/\/|mailto:)/i;
/** @example leadsOut("/api/v1/session") // false */
export const leadsOut = (href: string): boolean => LEADS_OUT.test(href);

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** The id of somebody who can be named. */
export const isMentionId = (id: string): boolean => ID.test(id);
