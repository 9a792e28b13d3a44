import { type Context, extensionPoint, type Result } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { Label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { PublicPage, PublicVerb } from "../shared/public-page.contract.ts";
import type { Link } from "./link-statements.ts";

/** What somebody wants done by a link. */
export interface LinkAct {
  readonly link: Link;
  /** One of the purpose's. */
  readonly verb: string;
  /** Without blanks around it; empty where none was written. */
  readonly comment: string;
  readonly seen?: string | undefined;
}
/** What a purpose shows; the module adds what is the same for all. Where it is closed, no verb is offered. */
export type ShownByLink = Omit<
  PublicPage,
  "purpose" | "company" | "until" | "uses_left" | "proof_of_work" | "verbs"
>;
/** What one can do by a link of a purpose. */
export interface LinkVerb extends Pick<PublicVerb, "name" | "tone" | "comment"> {
  readonly label: Label;
  /** Said once it is done. */
  readonly done: Label;
}

/** What links are for. The context is that of the person in whose name the link acts, or of nobody. */
export interface LinkPurpose {
  readonly label: Label;
  /** The objects whose records it can be about. */
  readonly applies: (object: CatalogObject) => boolean;
  /** "person": each link acts in the name of one. "nobody": it has no rights but those of its purpose. */
  readonly actsFor: "person" | "nobody";
  /** How long it works unless said otherwise. */
  readonly days: number;
  readonly verbs: readonly LinkVerb[];
  /** Anybody may hold it: an act takes the answer to a puzzle, once, and an empty field that only programs fill. */
  readonly guarded?: true;
  /** Its page may stand in a frame on another site, and be asked from there. */
  readonly onOtherSites?: true;
  /** Null: there is nothing to see, as if the link did not exist. Changes nothing. */
  readonly show: (context: Context, link: Link) => Promise<ShownByLink | null>;
  /** Within the transaction that counts the use: a refusal gives it back. */
  readonly act: (tx: Transaction, context: Context, act: LinkAct) => Promise<Result<unknown>>;
}
/** The purposes there are, by the name that stands in a link. The module whose records it opens defines it. */
export const linkPurposes = extensionPoint<LinkPurpose>("purposes of links");
