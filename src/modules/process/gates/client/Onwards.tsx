import { Button } from "antd";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Transition } from "../shared/moves.contract.ts";
import { LayerRing } from "./LayerRing.tsx";
import { gateScreenMessages } from "./gate.messages.ts";

/** What the next gate still asks, and the way through it. */
export function Onwards({
  next,
  isLocked,
  onMove,
}: {
  readonly next: Transition;
  readonly isLocked: boolean;
  readonly onMove: () => void;
}) {
  return (
    <>
      <LayerRing layers={next.layers} />
      {!isLocked && <Advance next={next} onMove={onMove} />}
    </>
  );
}

function Advance({ next, onMove }: { readonly next: Transition; readonly onMove: () => void }) {
  const { t, of } = useLanguage();
  return (
    <Button type="primary" icon={<Icon name={next.allowed ? "right" : "lock"} />} onClick={onMove}>
      {t(gateScreenMessages.advanceTo, { stage: of(next.label, next.to) })}
    </Button>
  );
}
