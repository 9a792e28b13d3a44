import { type Context, type Contribution, extensionPoint } from "../../../../engine/public.ts";
import type { Label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import type { Notification } from "../shared/notifications.contract.ts";

/** A kind of notification: how it reads, and where it leads. */
export interface NoticeKind {
  /** What it tells of, in a word or two. */
  readonly label: Label;
  /** The objects whose records it can be about; absent: any. */
  readonly applies?: (object: CatalogObject) => boolean;
  /**
   * With the params of the notice. `about` is the record's title in quotes, or only its kind where the reader
   * may not see it; `actor` and `target` are named in the same way.
   */
  readonly text: Label;
  /** Why somebody is told: said at the end of a mail. Absent: that it concerns them. */
  readonly why?: Label;
  /** Whether it is mailed, until somebody chooses for themselves; absent: at once. */
  readonly mail?: "at_once" | "digest" | "never";
  /** What one can do about it by a link, without signing in; null where there is nothing to be done. */
  readonly link?: (given: Values) => {
    readonly purpose: string;
    readonly object: string;
    readonly record: string;
  } | null;
  /** The records that a notice counts. */
  readonly records?: (given: Values) => Notification["records"];
}
export type NotificationKind = Contribution<NoticeKind>;

/** Which notices somebody does not want to find in the bell; asked before they are written. */
export interface BellSilence {
  readonly silences: (
    context: Context,
    people: readonly string[],
  ) => Promise<(person: string, kind: string) => boolean>;
}
export const bellSilence = extensionPoint<BellSilence>("silences of the bell");

/** The kinds there are. The module that sends notices of a kind defines it. */
export const noticeKinds = extensionPoint<NoticeKind>("kinds of notifications");
