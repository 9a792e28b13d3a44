import type { ComponentType } from "react";
import type { ObjectInfo } from "../data/objects.ts";

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
