import type { ComponentType } from "react";
import type { Label } from "../../shared/i18n/label.ts";
import type { Me } from "../data/session.ts";
import type { ObjectInfo } from "../data/objects.ts";
import type { IconName } from "../kit/Icon.tsx";

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
  /** What the page is opened for most; the palette offers it by name to whoever may make such a record. */
  readonly action?: { readonly label: Label; readonly query: string; readonly creates: string };
  readonly Component: ComponentType;
}
