import { useState } from "react";
import type { SecondFactorOffer } from "../auth/second-step.ts";
import { FirstCodeForm } from "./FirstCodeForm.tsx";
import { PasswordFirstForm } from "./PasswordFirstForm.tsx";

export interface FactorFormProps {
  /** With new recovery codes, where there are some. */
  readonly onDone: (codes: readonly string[] | null) => void;
  readonly onCancel: () => void;
}

/** The password, then the picture and a first code. */
export function TurnOnForm({ onDone, onCancel }: FactorFormProps) {
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null);
  if (!offer) return <PasswordFirstForm onOffer={setOffer} onCancel={onCancel} />;
  return <FirstCodeForm offer={offer} onDone={onDone} onCancel={onCancel} />;
}
