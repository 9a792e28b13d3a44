import { createContext } from "react";

export interface Created {
  readonly id: string;
  readonly title: string;
}
/**
 * Opens the create form over the present one, with its title filled in. Given by ui/record; null where
 * nothing may be made.
 */
export type QuickCreate = (object: string, title: string) => Promise<Created | null>;
export const QuickCreateContext = createContext<QuickCreate | null>(null);
