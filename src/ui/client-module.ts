import type { ComponentType } from "react";
import type { Contribution } from "../shared/extension/extension-points.ts";
import type { ValueWords } from "./field/value-words.ts";
import type { HomePanelEntry, HomeTile } from "./slots/home-tiles.ts";
import type { ClientRoute, PagePart } from "./slots/pages.ts";
import type { NavigationArea, NavigationEntry, SettingsEntry } from "./slots/navigation.ts";
import type { EventLine, RecordAction, RecordPanel } from "./slots/record-page.ts";
import type { PersonAction, RoleActionProps, RoleReviewProps } from "./slots/people-and-roles.ts";
import type { BatchAction, ListAction } from "./slots/list-actions.ts";
import type { CardMark, FieldMover } from "./slots/board.ts";

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
  /**
   * Blocks above everything else on the home page, by order; one that has nothing to say shows nothing, one that
   * does not know yet is a `Hold` (ui/kit/Hold.tsx), so that the page does not jump.
   */
  readonly homePanels?: readonly HomePanelEntry[];
  /** Tiles of the home page, beside those of other modules. */
  readonly homeTiles?: readonly HomeTile[];
  /** Pages for whoever is not signed in, outside of the shell. */
  readonly publicRoutes?: readonly ClientRoute[];
  /** What it adds to lists of earlier modules' screens (`ui/extension-point.ts`). */
  readonly contributes?: readonly Contribution[];
}
