import type { DropdownProps, PopoverProps, TooltipProps } from "antd";
import { forwardRef, Suspense, useImperativeHandle } from "react";
import { lazily } from "./lazily.ts";
import { type OverlayChild, useOverlay } from "./use-overlay.ts";

const AntdDropdown = lazily(() => import("./overlays-of-antd.ts").then(({ overlays }) => overlays.Dropdown));
const AntdPopover = lazily(() => import("./overlays-of-antd.ts").then(({ overlays }) => overlays.Popover));
const AntdTooltip = lazily(() => import("./overlays-of-antd.ts").then(({ overlays }) => overlays.Tooltip));

/** Stands for an element that is drawn elsewhere: antd measures and focuses that one. */
const Stand = forwardRef<HTMLElement | null, { readonly of: HTMLElement }>(function Stand({ of }, ref) {
  useImperativeHandle<HTMLElement | null, HTMLElement>(ref, () => of, [of]);
  return null;
});

type Opened<P> = Omit<P, "children" | "open" | "onOpenChange" | "trigger"> & {
  readonly children: OverlayChild;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
};

/** antd's menu below a button, opened by a click; its code comes when the button is touched. */
export function Dropdown({ children, open, onOpenChange, ...props }: Opened<DropdownProps>) {
  const { place, isOpen, turn, trigger } = useOverlay(children, "click", { open, onOpenChange });
  return (
    <>
      {trigger}
      {place && (
        <Suspense>
          <AntdDropdown {...props} trigger={["click"]} open={isOpen} onOpenChange={turn}>
            <Stand of={place} />
          </AntdDropdown>
        </Suspense>
      )}
    </>
  );
}

/** antd's panel beside a button, opened by a click; its code comes when the button is touched. */
export function Popover({ children, open, onOpenChange, ...props }: Opened<PopoverProps>) {
  const { place, isOpen, turn, trigger } = useOverlay(children, "click", { open, onOpenChange });
  return (
    <>
      {trigger}
      {place && (
        <Suspense>
          <AntdPopover {...props} trigger="click" open={isOpen} onOpenChange={turn}>
            <Stand of={place} />
          </AntdPopover>
        </Suspense>
      )}
    </>
  );
}

/** antd's hint over an element, whose code comes when the pointer or the focus does. */
export function Tooltip({ children, open, onOpenChange, ...props }: Opened<TooltipProps>) {
  const { place, isOpen, turn, trigger } = useOverlay(children, "hover", { open, onOpenChange });
  return (
    <>
      {trigger}
      {place && (
        <Suspense>
          <AntdTooltip {...props} open={isOpen} onOpenChange={turn}>
            <Stand of={place} />
          </AntdTooltip>
        </Suspense>
      )}
    </>
  );
}
