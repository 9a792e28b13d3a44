import type { ComponentType, ReactNode } from "react";
import type { Label } from "../shared/i18n/label.ts";
import type { Values } from "../shared/metadata/object.ts";
import type { ProblemItem } from "../shared/wire/problem.ts";
import type { Me } from "./data/session.ts";
import type { ValueWords } from "./field/value-words.ts";
import type { ObjectInfo } from "./data/objects.ts";
import type { IconName } from "./kit/Icon.tsx";

/**
 * What a module's `client/module.ts` offers to the screens. Components should be lazy, so that they load
 * with their page.
 */
export interface ClientModule {
  readonly name: string;
  /** Pages inside the shell. */
  readonly routes?: readonly ClientRoute[];
  readonly navigation?: readonly NavigationEntry[];
  readonly settings?: readonly SettingsEntry[];
  readonly recordPanels?: readonly RecordPanel[];
  readonly listActions?: readonly ListAction[];
  readonly recordActions?: readonly RecordAction[];
  readonly stageMovers?: readonly StageMover[];
  /** Buttons of the top bar, on phones too. */
  readonly topBar?: readonly { readonly name: string; readonly Component: ComponentType }[];
  readonly stageMarks?: readonly StageMark[];
  /** How values of its JSON fields are put into words, wherever they are shown. */
  readonly valueWords?: readonly ValueWords[];
  /** Lines in a record's timeline and log about records of another object, by that object. */
  readonly eventLines?: readonly EventLine[];
  readonly pageParts?: readonly PagePart[];
  /** Blocks above everything else on the home page; one that has nothing to say shows nothing. */
  readonly homePanels?: readonly { readonly name: string; readonly Component: ComponentType }[];
}

export interface ClientRoute {
  /** Without a leading slash: "insight/funnel". */
  readonly path: string;
  readonly Component: ComponentType;
}

export interface NavigationEntry {
  readonly path: string;
  readonly label: Label;
  readonly icon: IconName;
  /** Group of the left navigation. */
  readonly group: "sell" | "work" | "insight";
  readonly order: number;
  readonly applies?: (me: Me) => boolean;
}

export interface SettingsEntry {
  /** Shown at /settings/<path>; deeper paths are the component's own (`/settings/pipelines/*`). */
  readonly path: string;
  readonly label: Label;
  readonly description?: Label;
  readonly icon: IconName;
  readonly group: "company" | "people" | "build" | "data" | "mine";
  readonly order: number;
  readonly applies?: (me: Me) => boolean;
  /**
   * It writes nothing, or takes care itself of whoever only looks as someone else; else all its controls are
   * disabled for them.
   */
  readonly reads?: boolean;
  readonly Component: ComponentType;
}

export interface RecordPanelProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** The record is shown as it was at this moment: nothing may be changed. */
  readonly asOf: string | null;
  /** Reads the record and what hangs on it again. */
  readonly reload: () => void;
}

/**
 * A piece of the record page. `bar`: full width under the name; `side`: right column; `tab`: beside timeline
 * and related lists.
 */
export interface RecordPanel {
  readonly name: string;
  readonly place: "bar" | "side" | "tab";
  readonly order: number;
  readonly label?: Label;
  readonly applies: (object: ObjectInfo) => boolean;
  readonly Component: ComponentType<RecordPanelProps>;
}

/**
 * A part of a page of an earlier module, at a place that the page names: a further tab where it has a label,
 * among the page's own by its order.
 */
export interface PagePart {
  readonly place: string;
  readonly name: string;
  readonly order: number;
  readonly label?: Label;
  readonly Component: ComponentType<PagePartProps>;
}
export interface PagePartProps {
  /** What the page shows. */
  readonly id: string;
  /** An earlier version of it. */
  readonly version?: number | undefined;
  /** It has changes that are not saved. */
  readonly isEdited?: boolean;
  /** Leads to what a fault is about. */
  readonly onFault?: (fault: ProblemItem) => void;
}

/**
 * How what happened to a record of another object is told in the log of the record it concerns (`about` of
 * the entry).
 */
export interface EventLine {
  readonly about: string;
  readonly Component: ComponentType<{ readonly entry: Values; readonly around?: ReactNode }>;
}

/** A further line of a record's menu: a link. */
export interface RecordAction {
  readonly name: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly applies: (object: ObjectInfo, me: Me) => boolean;
  readonly to: (object: ObjectInfo, id: string) => string;
}

/** A further action of a list's menu: a link, or a dialog that the list opens. */
export interface ListAction {
  readonly name: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly applies: (object: ObjectInfo, me: Me) => boolean;
  readonly to?: (object: ObjectInfo) => string;
  readonly Dialog?: ComponentType<ListActionProps>;
}
export interface ListActionProps {
  readonly object: ObjectInfo;
  /** Condition of the list as shown, scene included. */
  readonly filter: string;
  readonly columns: readonly string[];
  readonly onClose: () => void;
}

/** How long a record has stood in its stage and whether that is long, small enough for a card or a row. */
export interface StageMark {
  readonly applies: (object: ObjectInfo) => boolean;
  readonly Component: ComponentType<StageMarkProps>;
  /** Fields it reads that lists answer by name only. */
  readonly fields: readonly string[];
}
export interface StageMarkProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** Counted up to the end of this day instead of now. */
  readonly asOf?: string | undefined;
}

/**
 * How a stage is changed on a board: which columns are open for a card, and the dialog that makes the move.
 */
export interface StageMover {
  readonly applies: (object: ObjectInfo) => boolean;
  /**
   * Mounted while a card is pressed or dragged: tells how each column stands for it, again whenever that
   * changes.
   */
  readonly Targets: ComponentType<StageTargetsProps>;
  /** Mounted when a card was dropped: moves at once when the gate is open, else asks for what is missing. */
  readonly Move: ComponentType<StageMoveProps>;
}
export interface StageTargetsProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly onTargets: (targets: StageTargets) => void;
}
/** By stage; one that is not named is not known yet. */
export type StageTargets = ReadonlyMap<string, StageTarget>;
export interface StageTarget {
  /** - asks: what is missing can be supplied on the way; - shut: it cannot. */
  readonly state: "open" | "asks" | "shut";
  /** What is unmet, in the reader's language. */
  readonly reasons: readonly string[];
}
export interface StageMoveProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly to: string;
  readonly onDone: (outcome: "moved" | "waiting" | "cancelled") => void;
}
