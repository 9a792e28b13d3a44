import type { ComponentType, ReactNode } from "react";
import type { Contribution } from "../shared/extension/extension-points.ts";
import type { Label } from "../shared/i18n/label.ts";
import type { Values } from "../shared/metadata/object.ts";
import type { ProblemItem } from "../shared/wire/problem.ts";
import type { BulkResult } from "./data/bulk.ts";
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
  /** Groups of the left navigation that it brings. */
  readonly navigationAreas?: readonly NavigationArea[];
  readonly settings?: readonly SettingsEntry[];
  readonly recordPanels?: readonly RecordPanel[];
  readonly personActions?: readonly PersonAction[];
  /** Beside a role that is not being changed. */
  readonly roleActions?: readonly {
    readonly name: string;
    readonly Component: ComponentType<RoleActionProps>;
  }[];
  /** What a change of a role would do, shown before it is saved. */
  readonly roleReview?: ComponentType<RoleReviewProps>;
  readonly listActions?: readonly ListAction[];
  readonly recordActions?: readonly RecordAction[];
  readonly batchActions?: readonly BatchAction[];
  readonly fieldMovers?: readonly FieldMover[];
  /** Buttons of the top bar, on phones too. */
  readonly topBar?: readonly { readonly name: string; readonly Component: ComponentType }[];
  readonly cardMarks?: readonly CardMark[];
  /** How values of its JSON fields are put into words, wherever they are shown. */
  readonly valueWords?: readonly ValueWords[];
  /** Lines in a record's timeline and log about records of another object, by that object. */
  readonly eventLines?: readonly EventLine[];
  readonly pageParts?: readonly PagePart[];
  /** Blocks above everything else on the home page; one that has nothing to say shows nothing. */
  readonly homePanels?: readonly { readonly name: string; readonly Component: ComponentType }[];
  /** Tiles of the home page, beside those of other modules. */
  readonly homeTiles?: readonly HomeTile[];
  /** Pages for whoever is not signed in, outside of the shell. */
  readonly publicRoutes?: readonly ClientRoute[];
  /** What it adds to lists of earlier modules' screens (`ui/extension-point.ts`). */
  readonly contributes?: readonly Contribution[];
}

/** A tile of the home page, over records of one object; shown to whoever has that object. */
export interface HomeTile {
  readonly name: string;
  readonly place: "main" | "aside";
  readonly order: number;
  readonly object: string;
  readonly Component: ComponentType<HomeTileProps>;
}
export interface HomeTileProps {
  readonly object: ObjectInfo;
  readonly scope: HomeScope;
}
/** Whose records the home page shows, as the reader has chosen. */
export interface HomeScope {
  readonly whose: "mine" | "subordinates" | "all";
  /** The condition that lists of the same name use. */
  readonly filter: string;
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
  /** Name of an area of the left navigation: one of the shell's or a module's. */
  readonly group: string;
  readonly order: number;
  readonly applies?: (me: Me) => boolean;
}

/** A group of the left navigation: objects first, then the pages of modules. One without entries is not shown. */
export interface NavigationArea {
  readonly name: string;
  readonly label: Label | null;
  /** The shell's own stand at 100 (selling), 200 (work), 300 (products), 400 (own objects), 500 (insight). */
  readonly order: number;
  /** Areas of objects that are listed in it; "custom": what administrators made. */
  readonly objects?: readonly (ObjectInfo["area"] | "custom")[];
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

/** A further line of a record's menu: a link, or a dialog that the record's page opens. */
export interface RecordAction {
  readonly name: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly applies: (object: ObjectInfo, me: Me) => boolean;
  readonly to?: (object: ObjectInfo, id: string) => string;
  readonly Dialog?: ComponentType<RecordActionProps>;
}
export interface RecordActionProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly onClose: () => void;
}

/** A further line in a person's menu: an address, something done at once, or a dialog that the menu opens. */
export interface PersonAction {
  readonly name: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly order: number;
  readonly applies: (me: Me, person: { readonly id: string; readonly isActive: boolean }) => boolean;
  readonly to?: (id: string) => string;
  /** Throws what went wrong; the menu says it. */
  readonly run?: (id: string) => Promise<unknown>;
  readonly Dialog?: ComponentType<PersonActionProps>;
}
export interface PersonActionProps {
  readonly person: Values;
  readonly onClose: () => void;
}

export interface RoleActionProps {
  readonly role: Values;
}
export interface RoleReviewProps {
  /** Its id. */
  readonly role: string;
  readonly name: string;
  /** As they would be kept in the role's record. */
  readonly rights: unknown;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
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

/** What can be done with the selected rows of a list: a dialog, opened by its button in their bar. */
export interface BatchAction {
  readonly name: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly applies: (object: ObjectInfo, me: Me) => boolean;
  readonly Dialog: ComponentType<BatchActionProps>;
}
export interface BatchActionProps {
  readonly object: ObjectInfo;
  /** The selected rows; all that the condition of the list covers when `whole`. */
  readonly ids: readonly string[];
  readonly whole: boolean;
  readonly count: number;
  /** A change of all of them is under way. */
  readonly busy: boolean;
  /** Gives all of them these values, each through its own gates. */
  readonly onApply: (values: Values) => void;
  /** What the dialog did by itself. */
  readonly onDone: (result: BulkResult) => void;
  readonly onClose: () => void;
}

/** What a module has to say of a record in one sign, small enough for a card of a board or a row. */
export interface CardMark {
  readonly name: string;
  readonly applies: (object: ObjectInfo) => boolean;
  readonly Component: ComponentType<CardMarkProps>;
  /** Fields it reads that lists answer by name only. */
  readonly fields: readonly string[];
}
export interface CardMarkProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** Counted up to the end of this day instead of now. */
  readonly asOf?: string | undefined;
}

/**
 * How the field that a board's columns stand for is changed by dragging: which columns are open for a card,
 * and the dialog that makes the move.
 */
export interface FieldMover {
  readonly applies: (object: ObjectInfo) => boolean;
  /**
   * Mounted while a card is pressed or dragged: tells how each column stands for it, again whenever that
   * changes.
   */
  readonly Targets: ComponentType<MoveTargetsProps>;
  /** Mounted when a card was dropped: moves at once when nothing is missing, else asks for what is missing. */
  readonly Move: ComponentType<FieldMoveProps>;
}
export interface MoveTargetsProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly onTargets: (targets: MoveTargets) => void;
}
/** By the value that a column stands for; one that is not named is not known yet. */
export type MoveTargets = ReadonlyMap<string, MoveTarget>;
export interface MoveTarget {
  /** - asks: what is missing can be supplied on the way; - shut: it cannot. */
  readonly state: "open" | "asks" | "shut";
  /** What is unmet, in the reader's language. */
  readonly reasons: readonly string[];
}
export interface FieldMoveProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly to: string;
  readonly onDone: (outcome: "moved" | "waiting" | "cancelled") => void;
}
