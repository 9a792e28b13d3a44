import { Dropdown, Popover, Tooltip, type TooltipProps } from "antd";
import type { ComponentType } from "react";

interface Overlays {
  readonly Dropdown: typeof Dropdown;
  readonly Popover: typeof Popover;
  readonly Tooltip: ComponentType<TooltipProps>;
}
/** What opens over a page, in one piece that comes when it is about to be needed. */
export const overlays: Overlays = { Dropdown, Popover, Tooltip };
