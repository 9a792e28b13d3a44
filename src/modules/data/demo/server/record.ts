import type { Label, Language } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";

/** A record of the story before it has an id: links name the key of what they point at. */
export interface DemoRecord {
  readonly key: string;
  readonly object: string;
  /** When it came to be, ISO. */
  readonly at: string;
  /** Who made it: the key of a user. */
  readonly by?: string;
  readonly values: Values;
  /** Written once everything exists: links in a circle, such as the head of a department. */
  readonly later?: Values;
  /** Earlier states as `PastState`: what differed then; the last is when the stored state began. */
  readonly past?: readonly { readonly at: string; readonly values: Values }[];
}

/** A link to the record with this key. */
export const ref = (key: string): WireValue => ({ $ref: key });
/** A link that may point at several objects. */
export const refTo = (object: string, key: string): WireValue => ({ object, id: { $ref: key } });

/** How much there is to tell. */
export interface DemoSize {
  readonly accounts: number;
  readonly leads: number;
  readonly deals: number;
}
export const FULL_SIZE: DemoSize = { accounts: 120, leads: 600, deals: 900 };

/** What each part of the story is told with. */
export interface Telling {
  readonly language: Language;
  say(text: Label, params?: Readonly<Record<string, string>>): string;
}
