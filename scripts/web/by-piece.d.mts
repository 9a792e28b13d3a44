import type { Plugin } from "vite";

/** `packages`: where node_modules lies. */
export function byPiece(packages: string): Plugin & {
  readonly transform: { readonly handler: (code: string, id: string) => string };
};
