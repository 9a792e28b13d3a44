import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { PRESENCE_OPERATORS, TEXT_OPERATORS } from "../operators.ts";
import { AddressCell, EmailCell, LocationCell, PhoneCell, UrlCell } from "../simple-cells.tsx";

const TextInput = lazily(() => import("../input/TextInput.tsx").then((m) => m.TextInput));
const AddressInput = lazily(() => import("../input/AddressInput.tsx").then((m) => m.AddressInput));
const LocationInput = lazily(() => import("../input/LocationInput.tsx").then((m) => m.LocationInput));
export const phone: KindUi = {
  Cell: PhoneCell,
  Input: TextInput,
  operators: TEXT_OPERATORS,
  width: 136,
  inline: true,
  sortable: true,
};
export const email: KindUi = {
  Cell: EmailCell,
  Input: TextInput,
  operators: TEXT_OPERATORS,
  width: 190,
  inline: true,
  sortable: true,
};
export const url: KindUi = {
  Cell: UrlCell,
  Input: TextInput,
  operators: TEXT_OPERATORS,
  width: 180,
  inline: true,
  sortable: true,
};
export const address: KindUi = {
  Cell: AddressCell,
  Input: AddressInput,
  operators: PRESENCE_OPERATORS,
  width: 220,
  wide: true,
};
export const location: KindUi = {
  Cell: LocationCell,
  Input: LocationInput,
  operators: PRESENCE_OPERATORS,
  width: 180,
  wide: true,
};
