import type { ComponentType } from "react";
import type { ObjectInfo } from "../data/objects.ts";

/** A block above the tiles of the home page. Without an order it stands behind those that have one. */
export interface HomePanelEntry {
  readonly name: string;
  readonly order?: number;
  readonly Component: ComponentType;
}
export const inPanelOrder = (panels: readonly HomePanelEntry[]): readonly HomePanelEntry[] =>
  panels.toSorted((one, other) => (one.order ?? 100) - (other.order ?? 100));

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
