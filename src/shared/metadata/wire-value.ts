import type { Values, WireValue } from "./object.ts";

/** Reading values whose field nobody knows beforehand: what an administrator made, what a log line holds. */
export const isMap = (value: unknown): value is Readonly<Values> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** "" for what is no text. */
export const textIn = (value: WireValue | undefined): string => (typeof value === "string" ? value : "");
/** null for what is no text, or an empty one. */
export const textOrNull = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;
/** The id in a link of one target (a text) or of several ({object, id}); "" where there is none. */
export const linkedId = (value: WireValue | undefined): string => textIn(isMap(value) ? value["id"] : value);
