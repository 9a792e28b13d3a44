import type { ComponentType } from "react";
import type { Label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { extensionPoint } from "../../../../ui/extension-point.ts";
import type { Stage } from "../shared/pipeline.ts";

export interface SettingsEditorProps {
  /** The object that the pipeline is for. */
  readonly object: ObjectInfo;
  readonly stages: readonly Stage[];
  readonly settings: Readonly<Values>;
  readonly onChange: (settings: Readonly<Values>) => void;
}
/** How a kind of criteria that a later module brings is set in the editor of stages. */
export interface CriterionEditor {
  readonly label: Label;
  /** The settings that a new one begins with. */
  readonly fresh: Readonly<Values>;
  readonly Editor: ComponentType<SettingsEditorProps>;
}

/**
 * The added kinds of criteria, by name. The shipped ones come with the editor, so that nobody loads them at
 * the start.
 */
export const criterionEditors = extensionPoint<CriterionEditor>("editors of gate criteria");
