import { type ReactNode, Suspense } from "react";
import { useMe } from "../../../ui/data/session.ts";
import { lazily } from "../../../ui/kit/lazily.ts";

const WatermarkOverAll = lazily(() => import("./WatermarkOverAll.tsx").then((m) => m.WatermarkOverAll));

/** Lays over everything, where the company wants it, who looks and when. Nothing is shown without it. */
export function ScreenMark({ children }: { readonly children: ReactNode }) {
  const { watermark } = useMe();
  if (!watermark) return children;
  return (
    <Suspense>
      <WatermarkOverAll>{children}</WatermarkOverAll>
    </Suspense>
  );
}
